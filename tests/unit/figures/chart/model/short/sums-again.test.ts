import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChart } from '../../read-chart.ts';

const RUNS = process.env['ORIHON_LONG'] ? 300 : 25;
const number = (text: string | undefined) =>
  Number((text ?? '').replace('\u2212', '-').replace(/[^\d.-]/g, ''));

test('every sum of a chart and its made sentence are what the file gives, counted again', () => {
  const amount = fc.integer({ min: 1, max: 9000 }).map((tenths) => tenths / 10);
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 12 }), (rows) => {
      const csv = `year,n,m\n${rows.map(([n, m], at) => `${2000 + at},${n},${m}`).join('\n')}\n`;
      const last = 1999 + rows.length;
      const sums = '{value}|{change}|{difference}|{times}|{cagr}';
      const fence = `y: [n, m]\nlabels: [{ at: ${last}, series: n, text: "{rank}" }]\nbrackets: [{ from: 2000, to: ${last}, series: n, label: "${sums}" }]`;
      const { chart, errors } = readChart(fence, csv);
      expect(errors).toEqual([]);
      const [from, to] = [rows[0]?.[0] ?? 0, rows.at(-1)?.[0] ?? 0];
      const other = rows.at(-1)?.[1] ?? 0;
      const [panel] = chart?.panels ?? [];
      const [value, change, difference, times, cagr] = (panel?.brackets[0]?.text ?? '')
        .split('|')
        .map(number);
      expect(value).toBe(to);
      expect(Math.abs((change ?? 0) - (100 * (to - from)) / from)).toBeLessThanOrEqual(0.5001);
      expect(difference).toBeCloseTo(to - from, 6);
      const ratio = to / from;
      expect(Math.abs((times ?? 0) / ratio - 1)).toBeLessThanOrEqual(0.0501);
      const yearly = 100 * (Math.exp(Math.log(ratio) / (rows.length - 1)) - 1);
      expect(Math.abs((cagr ?? 0) - yearly)).toBeLessThanOrEqual(0.0501);
      expect(panel?.labels[0]?.text).toBe(other > to ? '2' : '1');
      const told = /^n: ([\d.,]+) /.exec(chart?.finding ?? '')?.[1];
      expect(number(told)).toBe(to);
    }),
    { numRuns: RUNS },
  );
});
