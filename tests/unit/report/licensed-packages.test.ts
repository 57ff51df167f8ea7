import { expect, test } from 'vitest';
import { findLicences, writeLicences } from '../../../src/report/licensed-packages.ts';

const all = findLicences(`${process.cwd()}/`);

test('what runs in the page, what is read of decks and what is set in type is listed, with a licence each', () => {
  const names = all.map(({ name }) => name);
  for (const name of [
    'reveal.js',
    'chart.js',
    'marked',
    'zod',
    'temml',
    'world-atlas',
    '@fontsource/noto-emoji',
  ])
    expect(names).toContain(name);
  expect(all.filter(({ licence }) => licence === undefined)).toEqual([]);
});

test('what only tests and checks use is not listed', () => {
  const names = all.map(({ name }) => name);
  for (const name of ['vitest', '@biomejs/biome', 'typescript', '@types/node', 'fast-check'])
    expect(names).not.toContain(name);
});

test('a package without a licence is named', () => {
  const text = writeLicences([
    { name: 'a', version: '1.0.0', licence: 'MIT' },
    { name: 'long', version: '2.0.0', licence: undefined },
  ]);
  expect(text).toBe('a 1.0.0     MIT\nlong 2.0.0  no licence found\n2 packages; no licence found: long.');
});
