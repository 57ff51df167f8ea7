import { describe, expect, test } from 'vitest';
import { piecesOf, toldApart } from '../../../../../src/figures/timeline/live/ribbons.ts';

const ROWS = [10, 20, 20, 40].map((x, at) => ({ event: 'abcd'.charAt(at), x }));
const seen = (event: string, from: number, to: number) =>
  piecesOf(ROWS, { event, from, to }).map((piece) => (piece ? `${piece.from} ${piece.to}` : ''));

describe('ribbons beside the rows of an article', () => {
  test('a bar runs from its own mark to the mark where it ends', () => {
    expect(seen('a', 10, 20)).toEqual(['mark bottom', 'top bottom', 'top mark', '']);
    expect(seen('c', 20, 40)).toEqual(['', '', 'mark bottom', 'top mark']);
  });

  test('what ends between two dates does so between their marks', () => {
    expect(seen('a', 10, 15)).toEqual(['mark before', '', '', '']);
    expect(seen('b', 20, 30)).toEqual(['', 'mark bottom', 'top before', '']);
  });

  test('what began before its own date comes from above', () => {
    expect(seen('d', 15, 40)).toEqual(['', 'top bottom', 'top bottom', 'top mark']);
    expect(seen('d', 0, 40)).toEqual(['top bottom', 'top bottom', 'top bottom', 'top mark']);
  });

  test('what lies wholly between two dates is there all the same', () => {
    expect(seen('c', 25, 30)).toEqual(['', '', 'after before', '']);
    expect(seen('d', 45, 50)).toEqual(['', '', '', 'after bottom']);
  });

  test('what has no end runs on below the last row', () => {
    expect(seen('d', 40, 99)).toEqual(['', '', '', 'mark bottom']);
  });
});

describe('the words of a row', () => {
  test.each([
    [
      '901 to 914, Aldo, king: the elder',
      '901 to 914: Aldo, king: the elder',
      '901 to 914',
      '',
      'Aldo, king: the elder',
    ],
    ['1902, A treaty', '1902, Britain: A treaty (Signed)', '1902', 'Britain', 'A treaty (Signed)'],
    [
      'spring, after rain, A flood',
      'spring, after rain, The river: A flood',
      'spring, after rain',
      'The river',
      'A flood',
    ],
    ['1902, B: a treaty', '1902, Left: out: B: a treaty', '1902', 'Left: out', 'B: a treaty'],
  ])('%s', (said, spoken, when, lane, title) => {
    expect(toldApart(said, spoken)).toEqual({ when, lane, title });
  });

  test('are left as they are where they say something else', () => {
    expect(toldApart('1902, A treaty', 'A strip of 12 events')).toBeUndefined();
  });
});
