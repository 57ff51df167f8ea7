import { expect, test } from 'vitest';
import { checkClasses } from '../../../../src/deck/slide/check-classes.ts';
import { parseHtml } from '../../../../src/deck/slide/html-tree.ts';

const told = (names: string, styles = '') => {
  const words: string[] = [];
  const content = `<p class="${names}">x</p>`;
  checkClasses(
    parseHtml(content),
    { file: 'a.md', line: 1, content, below: false },
    () => styles,
    ({ what, fix }) => words.push(`${what}: ${fix}`),
  );
  return words;
};

test('a class nearly one of Reveal’s is told, with the one that was meant', () => {
  const meant = (name: string) => /"([^"]+)"\?/.exec(told(name)[0] ?? '')?.[1];
  expect(meant('fragmnet')).toBe('fragment');
  expect(meant('r-strech')).toBe('r-stretch');
  expect(meant('higlight-red')).toBe('highlight-red');
  expect(meant('fade-lfet')).toBe('fade-left');
});

test('a class of the author’s own is not, nor one that a style sheet names', () => {
  expect(told('left column small box-shadow highlight fragments footnote red fade-in r-stack')).toEqual([]);
  expect(told('fragmnet', '.fragmnet { color: red }')).toEqual([]);
});
