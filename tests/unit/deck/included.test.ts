import { expect, test } from 'vitest';
import { includedBy, pathFrom } from '../../../src/deck/included.ts';

test('files are found that slides are taken from, and those that these take some from', () => {
  const files: Readonly<Record<string, string>> = {
    'pages/a.md': '---\nsrc: ./b.md\n---',
    'pages/b.md': '# B <section data-markdown="pages/a.md">',
  };
  const slides = [
    { path: 'deck.md', text: '---\nsrc: ./pages/a.md\n---\n\n<section data-markdown=gone.md>' },
  ];
  expect(includedBy(slides, (path) => files[path]).map(({ path }) => path)).toEqual([
    'pages/a.md',
    'pages/b.md',
  ]);
});

test('paths count from the file that names them, and from the deck behind a stroke', () => {
  expect(pathFrom('pages/a.md', '../b.md#2')).toBe('b.md');
  expect(pathFrom('pages/a.md', '/c.md')).toBe('c.md');
});
