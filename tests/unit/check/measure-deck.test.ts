import { expect, test } from 'vitest';
import { samplesOf, someOf } from '../../../src/check/measure-deck.ts';

test('of a list of many pages the first are looked at in every size, of all else everything', () => {
  const pages = Array.from({ length: 60 }, (_, page) => (page === 0 ? 'list' : `list-${page + 1}`));
  const few = ['first', 'chapter-99', 'short', 'short-2', 'year-1945'];
  expect(someOf([...few, ...pages])).toEqual([...few, ...pages.slice(0, 12)]);
});

test('of a list of a thousand pages its first and as many of the others are looked at, every other slide too', () => {
  const pages = Array.from({ length: 1000 }, (_, page) => (page === 0 ? 'list' : `list-${page + 1}`));
  const looked = samplesOf(['start', ...pages, 'end']);
  expect(looked.slice(0, 13)).toEqual(['start', ...pages.slice(0, 12)]);
  expect(looked).toHaveLength(2 + 12 + 12);
  expect(looked.at(-1)).toBe('end');
  expect(samplesOf(['start', ...pages.slice(0, 10), 'end'])).toHaveLength(12);
});
