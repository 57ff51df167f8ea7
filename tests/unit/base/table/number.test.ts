import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGap, likelyDecimal, readNumbers } from '../../../../src/base/table/number.ts';

/** Numbers with their marks, `gap` and `word`. */
function read(cells: readonly string[], hints = {}) {
  return readNumbers(cells, hints).cells.map((cell) =>
    cell.kind === 'number' ? (cell.mark ? `${cell.value} ${cell.mark}` : cell.value) : cell.kind,
  );
}

describe('a column of numbers', () => {
  test.each([
    [
      ['1,234.5', '12'],
      [1234.5, 12],
    ],
    [
      ['1 234,5', '13 200'],
      [1234.5, 13200],
    ],
    [
      ['1.234,5', '62,3'],
      [1234.5, 62.3],
    ],
    [
      ['1.234', '1.5'],
      [1.234, 1.5],
    ],
    [
      ['1,234', '12,345,678'],
      [1234, 12345678],
    ],
    [
      ['12,34,567', '5.5'],
      [1234567, 5.5],
    ],
    [["1'234.5"], [1234.5]],
    [
      ['12%', '3.5 %'],
      [12, 3.5],
    ],
    [
      ['$3.4', '-$1,200', '$-2'],
      [3.4, -1200, -2],
    ],
    [
      ['4 €', '5 EUR'],
      [4, 5],
    ],
    [
      ['−3', '–4', '(5)', '+6', '△7', '(1,234)'],
      [-3, -4, -5, 6, -7, -1234],
    ],
    [
      ['2.507e-06', '3.1e3'],
      [0.000002507, 3100],
    ],
    [
      ['５．９', '[6.1]'],
      [5.9, '6.1 [ ]'],
    ],
    [
      ['3.4e-5', '.5', '5.'],
      [0.000034, 0.5, 5],
    ],
    [
      ['3.4M', '5k', '2 million'],
      [3400000, 5000, 2000000],
    ],
    [['１２'], [12]],
    [
      ['5*', '6 (p)', '7 b', '4.1²', '<0.1'],
      ['5 *', '6 (p)', '7 b', '4.1 ²', '0.1 <'],
    ],
    [['', 'NA', 'N/A', '..', '…', '-', 'null', '#N/A', ':'], Array(9).fill('gap')],
    [['abc', '15l2', '1.2.3', '12:30', '2020-01-01', '1,2,3'], Array(6).fill('word')],
  ])('reads %j', (cells, expected) => {
    expect(read(cells)).toEqual(expected);
  });

  test('says what all of it is written with', () => {
    expect(readNumbers(['12%', '3%']).unit).toEqual({ before: '', after: '%' });
    expect(readNumbers(['$3', '$4', '']).unit).toEqual({ before: '$', after: '' });
  });

  test('decides a sign by the other cells, and says where nothing decides', () => {
    expect(readNumbers(['1.234', '2.345'])).toMatchObject({ decimal: '.', ambiguous: 0 });
    expect(readNumbers(['1.234', '2,5'])).toMatchObject({ decimal: ',', ambiguous: undefined });
    expect(readNumbers(['1.234'], { likely: ',' })).toMatchObject({ decimal: ',', ambiguous: undefined });
    expect(readNumbers(['1.234'], { guess: ',' })).toMatchObject({ decimal: ',', ambiguous: 0 });
    expect(readNumbers(['5', '1.234'], { decimal: ',' })).toMatchObject({ ambiguous: undefined });
    expect(read(['1.234'], { decimal: ',' })).toEqual([1234]);
    expect(likelyDecimal([['1.234'], ['x', '2,5']])).toBe(',');
    expect(likelyDecimal([['1.234'], ['12']])).toBeUndefined();
  });

  test('finds cells that are written the other way', () => {
    expect(readNumbers(['1.5', '2.5', '1.234,5'])).toMatchObject({ decimal: '.', contrary: [2] });
  });

  test('reads any number as Intl writes it in English, German, French, Swiss and Indian style', () => {
    const number = fc
      .double({ min: -1e9, max: 1e9, noNaN: true })
      .map((value) => Math.round(value * 100) / 100);
    fc.assert(
      fc.property(number, fc.constantFrom('en', 'de', 'fr', 'de-CH', 'en-IN'), (value, lang) => {
        const write = (one: number) => new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(one);
        const decimal = lang === 'de' || lang === 'fr' ? ',' : '.';
        expect(read([write(value)], { decimal })).toEqual([value === 0 ? 0 : value]);
      }),
    );
  });
});

test('a gap is an empty cell or a sign for one', () => {
  expect(['', ' ', 'NaN', '—', 'n.a.'].every(isGap)).toBe(true);
  expect(['0', 'no', 'Namibia'].some(isGap)).toBe(false);
});

test('decimals before a power of ten are no thousands', () => {
  expect(readNumbers(['2.507e-06']).ambiguous).toBeUndefined();
  expect(readNumbers(['2.507']).ambiguous).toBe(0);
});

test('a column of plain numbers reads as it does beside a cell that is none', () => {
  const cell = fc.oneof(
    fc.integer({ min: -2_000_000, max: 2_000_000 }).map(String),
    fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.stringMatching(/^\d{1,4}$/))
      .map((parts) => parts.join('.')),
    fc.constantFrom('', '-0', '-0.0', '007', '0.125'),
  );
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1 }),
      fc.constantFrom({}, { decimal: ',' }, { decimal: '.' }, { likely: ',' }, { guess: ',' }),
      (cells, hints) => {
        const { count, ...plain } = readNumbers(cells, hints);
        const signed = readNumbers([...cells, 'n/a'], hints);
        expect(plain).toEqual({
          ...plain,
          ...{ cells: signed.cells.slice(0, -1), decimal: signed.decimal, unit: signed.unit },
          ...{ ambiguous: signed.ambiguous, contrary: signed.contrary },
        });
        expect(count).toEqual({ ...signed.count, gaps: signed.count.gaps - 1 });
      },
    ),
  );
});
