import { describe, expect, test } from 'vitest';
import { headingsOf, slideLevel } from '../../../src/deck/by-headings.ts';
import { NO_FRONT_MATTER } from '../../../src/deck/front-matter.ts';
import { parseFrontMatter } from '../../../src/deck/read-front-matter.ts';
import { splitSlides } from '../../../src/deck/split.ts';

const cut = (body: string, level: number) =>
  splitSlides('a.md', body, 1, NO_FRONT_MATTER, level).map(({ content, line }) => [line, content.trim()]);

describe('slides that headings begin', () => {
  test('are cut before each of the level and above, and at rules', () => {
    expect(cut('# P\n\n## A\n\na\n\n### a1\n\n---\n\nno head\n\n-----\n## B\n', 2)).toEqual([
      [1, '# P'],
      [3, '## A\n\na\n\n### a1'],
      [11, 'no head'],
      [14, '## B'],
    ]);
  });

  test('are not cut in code, in divs, or below a comment alone', () => {
    const body =
      '<!-- .slide: class="x" -->\n## A\n```\n## code\n```\n::: columns\n::: column\n## in\n:::\n:::\n';
    expect(cut(body, 2).map(([line]) => line)).toEqual([1]);
    expect(headingsOf('Title\n=====\n\ntext\n===\n').map(({ level }) => level)).toEqual([1, 1]);
  });
});

describe('the level that begins slides', () => {
  const yaml = (keys: string, body = '# P\n\n## A\n\na') => `---\n${keys}\n---\n${body}`;
  test.each([
    ['a.qmd', yaml('title: A'), 2],
    ['a.md', yaml('format:\n  revealjs:\n    slide-level: 3'), 3],
    ['a.md', yaml('headingDivider: 1'), 1],
    ['a.md', yaml('headingDivider: [1, 2]'), 2],
    ['a.md', yaml('revealjs-url: x'), 2],
    ['a.md', yaml('nocite: x', '# A\n\na'), 1],
    ['a.md', yaml('output: xaringan::moon_reader'), undefined],
    ['a.md', yaml('title: A'), undefined],
    ['a.md', '# A', undefined],
  ])('is found in what a file says of itself: %s %j', (path, text, level) => {
    expect(slideLevel(path, text)).toBe(level);
  });
});

test('keys that say where headings begin slides are known', () => {
  const told: string[] = [];
  parseFrontMatter('a.md', 'title: t\nslide-level: 2\nheadingDivider: [1, 2]\n', ({ what }) =>
    told.push(what),
  );
  expect(told).toEqual([]);
});
