import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAxis } from '../../../../../src/figures/timeline/layout/axis.ts';
import type { Piece } from '../../../../../src/figures/timeline/layout/scale.ts';
import { parseDate, positionOf } from '../../../../../src/figures/timeline/model/date.ts';

const at = (date: string) => {
  const read = parseDate(date);
  if (!read) throw new Error(date);
  return positionOf(read);
};

/** @param letter width of one, em */
function axisOf(from: string, to: string, width: number, letter = 0.45) {
  const piece: Piece = { from: at(from), to: at(to), x0: 0, x1: width, factor: 1 };
  const breaks = { before: false, after: false };
  const frame = { y: 0, breaks, last: Math.floor(at(to)), within: -200, lang: 'en' };
  const { words, shapes } = placeAxis(piece, frame, (text, _face, size) => text.length * size * letter);
  const x = (date: string) => ((at(date) - piece.from) / (piece.to - piece.from)) * width;
  const middle = ({ x: left, width: wide }: (typeof words)[number]) => left + wide / 2;
  return { words, shapes, x, middle };
}

describe('an axis of days', () => {
  test.each([
    { width: 900, to: '2023-01-15', named: ['11', '12', '13', '14'] },
    { width: 900, to: '2023-01-25', named: ['11', '15', '20', '24'] },
    { width: 900, to: '2023-02-20', named: ['15', '20', '25'] },
  ])('names a day where what happened on it is drawn, to $to', ({ width, to, named }) => {
    const { words, x, middle } = axisOf('2023-01-10', to, width);
    for (const day of named) {
      const word = words.find(({ text }) => text === day);
      expect(word && middle(word), day).toBeCloseTo(x(`2023-01-${day}`), 0);
    }
    expect(words.map(({ text }) => text)).toContain('Jan 2023');
    expect(words.map(({ text }) => text)).not.toContain('2023');
  });
});

test('an axis of days says the year where another begins', () => {
  const { words, x, middle } = axisOf('2022-12-10', '2023-01-20', 1000);
  const january = words.find(({ text }) => text === 'Jan 2023');
  expect(january && middle(january)).toBeCloseTo(x('2023-01-01'), 0);
});

test('a year that has but a sliver at an end of its axis is named all the same', () => {
  const { words, x } = axisOf('2022-12-10', '2035-12-31', 836);
  const [first, second] = words;
  expect(words.map(({ text }) => text)).toEqual(Array.from({ length: 14 }, (_, nth) => String(2022 + nth)));
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(x('2023-01-01'));
  expect(second?.x).toBeGreaterThan(x('2023-01-01'));
  const short = axisOf('1945-09-02', '1960-06-23', 836).words.map(({ text }) => text);
  expect([short[0], short[1], short.at(-1)]).toEqual(['1945', '’46', '’60']);
});

test('an axis that begins between two of its round years says its first one', () => {
  const { words } = axisOf('1844-01-01', '1926-12-31', 1524);
  expect(words.slice(0, 2).map(({ text }) => text)).toEqual(['1844', '1850']);
  expect(words.at(-1)?.text).toBe('1926');
});

test('no tick of another round year stands over a label', () => {
  const { words, shapes, x } = axisOf('1902-01-01', '2023-12-31', 716);
  const last = words.at(-1);
  expect(last?.text).toBe('2023');
  const ticks = shapes.flatMap((shape) => (shape.kind === 'line' && shape.role === 'tick' ? [shape.x1] : []));
  expect(ticks.filter((one) => one >= (last?.x ?? 0) && one < x('2023-12-31') - 1)).toEqual([]);
  expect(ticks.some((one) => Math.abs(one - x('2000-01-01')) < 0.5)).toBe(true);
});

test('of years by chance no labels touch, each stands under its tick, and what is not named does not stand out', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 2000 }),
      fc.integer({ min: 3, max: 900 }),
      fc.integer({ min: 300, max: 1700 }),
      fc.constantFrom('01', '04'),
      (start, long, width, month) => {
        const { words, shapes, x, middle } = axisOf(`${start}-${month}-01`, `${start + long}-09-01`, width);
        // Of two years on one pixel the rounder one is said.
        const first = words[0]?.text;
        expect(first === String(start) || x(`${first}-01-01`) - x(`${start}-${month}-01`) < 1).toBe(true);
        for (const [index, word] of words.entries()) {
          const next = words[index + 1];
          if (next) expect(next.x - word.x - word.width, `${word.text} ${next.text}`).toBeGreaterThan(5.9);
        }
        const ticks = shapes.flatMap((shape) =>
          shape.kind === 'line' && shape.role === 'tick' ? [{ at: shape.x1, high: shape.y2 - shape.y1 }] : [],
        );
        const inside = words.slice(1, -1).filter(({ text }) => /^\d{4}$/.test(text));
        if (long > 40)
          for (const word of inside) expect(middle(word), word.text).toBeCloseTo(x(`${word.text}-01-01`), 0);
        const standing = ticks.filter(({ high }) => high > 10);
        if (long > 40)
          for (const { at } of standing)
            expect(words.some((word) => word.x < at + 1 && word.x + word.width > at - 1)).toBe(true);
      },
    ),
  );
});

test('an axis whose cells hold no whole year says its first one whole, left of what follows', () => {
  const { words, x } = axisOf('1900-01-01', '1917-12-31', 836, 0.52);
  const [first, second] = words;
  expect([first?.text, second?.text, words.at(-1)?.text]).toEqual(['1900', '’01', '’17']);
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(x('1901-01-01'));
});
