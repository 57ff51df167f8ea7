import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, fillIn } from '../../../../../src/figures/chart/model/sums.ts';

const RUNS = process.env['ORIHON_LONG'] ? 3000 : 200;

function change(own: Partial<Change>): Change {
  return {
    ...{
      from: 10,
      to: 12,
      years: 5,
      rank: undefined,
      isPercent: false,
      lang: 'en',
      points: '{value} points',
    },
    say: (value) => `${value.toFixed(6).replace('-', '\u2212')} t`,
    ...own,
  };
}

/** The number in a text, with its sign. */
const numberIn = (text: string | { readonly what: string }) =>
  typeof text === 'string' ? Number(text.replace('\u2212', '-').replace(/[^-\d.]/g, '')) : Number.NaN;

describe('what a chart counts itself', () => {
  test('equals the same sums done by logarithms and one value at a time', () => {
    const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 200 }), (from, to, years) => {
        const of = (words: string) => numberIn(fillIn(words, change({ from, to, years })));
        const percent = (100 * (to - from)) / from;
        expect(Math.abs(of('{change}') - percent)).toBeLessThanOrEqual(0.5000001 + Math.abs(percent) * 1e-12);
        const growth = 100 * Math.expm1((Math.log(to) - Math.log(from)) / years);
        expect(Math.abs(of('{cagr}') - growth)).toBeLessThanOrEqual(0.0500001 + Math.abs(growth) * 1e-9);
        const times = to / from;
        expect(Math.abs(of('{times}') - times)).toBeLessThanOrEqual(times * 0.0500001);
        expect(of('{difference}')).toBeCloseTo(to - from, 5);
      }),
      { numRuns: RUNS },
    );
  });

  test('calls a difference of shares points, and refuses per cent of them', () => {
    const shares = change({ from: 6.6, to: 4.1, isPercent: true });
    expect(fillIn('{difference}', shares)).toBe('\u22122.5 points');
    expect(fillIn('{change}', shares)).toMatchObject({ fix: expect.stringContaining('{difference}') });
  });

  test.each([
    ['{times}', { from: -2 }],
    ['{cagr}', { to: 0 }],
    ['{change}', { from: 0 }],
    ['{cagr}', { years: undefined }],
    ['{rank}', {}],
    ['{sum}', {}],
  ])('says what %s cannot be told of', (words, own) => {
    expect(fillIn(words, change(own))).toMatchObject({ what: expect.any(String), fix: expect.any(String) });
  });
});
