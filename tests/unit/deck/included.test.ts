import { expect, test } from 'vitest';
import { includedBy, pathFrom } from '../../../src/deck/included.ts';
import { splitFiles } from '../../../src/deck/split-files.ts';

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

/** How many slides files make of which each takes in the next so many times; and what is told. */
function take(times: number, nameAt: (depth: number) => string) {
  const texts = Array.from({ length: 8 }, (_, depth): [string, string] => [
    `${depth}.md`,
    `# ${depth}\n${`\n---\nsrc: ./${nameAt(depth)}\n---\n`.repeat(times)}`,
  ]);
  const files = new Map(texts);
  const told = new Set<string>();
  const { raws } = splitFiles(
    {
      name: 'deck',
      slides: [{ path: '0.md', text: files.get('0.md') ?? '' }],
      read: (path) => files.get(path),
      has: (path) => files.has(path),
      paths: [...files.keys()],
    },
    ({ what }) => told.add(what),
  );
  return { count: raws.length, told: [...told] };
}

test('a file that takes slides from itself does so no more, and is told', () => {
  const { count, told } = take(30, () => '0.md');
  expect(count).toBeLessThan(100);
  expect(told).toContain(
    'the slides of "./0.md" are not shown: files name each other, or too many are named',
  );
});

test('files that each take in the next a hundred times are not ten thousand million slides', () => {
  const { count, told } = take(100, (depth) => `${depth + 1}.md`);
  expect(count).toBeLessThan(100_000);
  expect(told.some((what) => what.includes('too many are named'))).toBe(true);
});
