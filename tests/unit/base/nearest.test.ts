import { describe, expect, test } from 'vitest';
import { nearest, suggest } from '../../../src/base/nearest.ts';

const KNOWN = ['timeline', 'title', 'chart', 'map'];

describe('the nearest known name', () => {
  test.each([
    ['timelin', 'timeline', 'a letter left out'],
    ['timelinee', 'timeline', 'a letter too many'],
    ['timeling', 'timeline', 'a wrong letter'],
    ['itmeline', 'timeline', 'two neighbours swapped'],
    ['Chart', 'chart', 'a capital'],
    ['mpa', 'map', 'a swap in a short name, counted as one'],
  ])('of "%s" is "%s": %s', (written, meant) => {
    expect(nearest(written, KNOWN)).toBe(meant);
  });

  test('is the one with the fewest letters off, and of two equals the first', () => {
    expect(nearest('lanes', ['lines', 'lanes-2', 'lane'])).toBe('lines');
    expect(nearest('eras', ['eras-1', 'era'])).toBe('era');
  });

  test.each(['graph', 'ma-pp-e', ''])(
    'of "%s" is none: more than a third of its letters are off',
    (written) => {
      expect(nearest(written, KNOWN)).toBeUndefined();
    },
  );

  test('is never one that shares no letter', () => {
    expect(nearest('a', ['b'])).toBeUndefined();
    expect(nearest('', ['b'])).toBeUndefined();
  });

  test('is none where nothing is known', () => {
    expect(nearest('title', [])).toBeUndefined();
  });
});

describe('a suggestion', () => {
  test('names the nearest', () => {
    expect(suggest('titel', KNOWN)).toBe('Did you mean "title"?');
  });

  test('lists what is known when nothing is near', () => {
    expect(suggest('graph', KNOWN)).toBe('Known here: timeline, title, chart, map.');
  });

  test('lists twelve at most, and says how many there are', () => {
    const many = Array.from({ length: 13 }, (_, index) => `source-${index}`);
    expect(suggest('x', many)).toBe(`Known here: ${many.slice(0, 12).join(', ')}, … (13 in all).`);
    expect(suggest('x', many.slice(0, 12))).toBe(`Known here: ${many.slice(0, 12).join(', ')}.`);
  });

  test('says so where nothing is defined', () => {
    expect(suggest('x', [])).toBe('There is none so far.');
  });
});
