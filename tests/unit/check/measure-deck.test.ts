import { expect, test } from 'vitest';
import { someOf } from '../../../src/check/measure-deck.ts';

test('of a list of many pages the first are looked at in every size, of all else everything', () => {
  const pages = Array.from({ length: 60 }, (_, page) => (page === 0 ? 'list' : `list-${page + 1}`));
  const few = ['first', 'chapter-99', 'short', 'short-2', 'year-1945'];
  expect(someOf([...few, ...pages])).toEqual([...few, ...pages.slice(0, 40)]);
});
