import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChart } from '../../read-chart.ts';

const RUNS = process.env['ORIHON_LONG'] ? 300 : 25;
const amount = fc.integer({ min: -9000, max: 9000 }).map((tenths) => tenths / 10);
const rows = fc.uniqueArray(fc.tuple(amount, amount), {
  minLength: 2,
  maxLength: 12,
  // Of two that are equally high the sentence names one: here no two are.
  selector: ([n]) => n,
});
/** A value as a sentence of whole tenths writes it. */
const written = (value: number) => value.toFixed(1).replace('-', '\u2212');

/** The sentence of a series, told from its values by itself: sorted, where the program runs through them. */
function told(name: string, values: readonly number[], names: readonly string[]): string {
  const byValue = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const last = values.length - 1;
  const at = (nth: number) => `${written(values[nth] ?? 0)} (${names[nth]})`;
  const isEnd = (nth: number | undefined) => nth === 0 || nth === last;
  const [low, high] = [byValue[0]?.at, byValue.at(-1)?.at];
  const parts = [at(last), `first ${at(0)}`];
  if (!isEnd(high)) parts.push(`highest ${at(high ?? 0)}`);
  if (!isEnd(low)) parts.push(`lowest ${at(low ?? 0)}`);
  return `${name}: ${parts.join('; ')}.`;
}

test('what is made of the data is true: title, sentence, and what is read aloud of each value', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('line', 'columns', 'dots'), (all, as) => {
      const years = all.map((_, at) => String(2000 + at));
      const csv = `year,n\n${all.map(([n], at) => `${years[at]},${n.toFixed(1)}`).join('\n')}\n`;
      const { chart, errors } = readChart(`as: ${as}\nscale: { digits: 1 }`, csv);
      expect(errors).toEqual([]);
      expect(chart?.title).toBe('n / year');
      const values = all.map(([n]) => n);
      expect(chart?.finding).toBe(told('n', values, years));
      expect(chart?.walks[0]?.points.map(({ text }) => text)).toEqual(
        values.map((value, at) => `${years[at]}, ${written(value)}`),
      );
    }),
    { numRuns: RUNS },
  );
});

test('the sentence of several series tells of each, read aloud with its name', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(amount, amount), {
        minLength: 3,
        maxLength: 9,
        selector: ([n, m]) => n * 7919 + m,
      }),
      (all) => {
        const [ns, ms] = [all.map(([n]) => n), all.map(([, m]) => m)];
        fc.pre(new Set(ns).size === ns.length && new Set(ms).size === ms.length);
        const names = all.map((_, at) => `2001-${String(at + 1).padStart(2, '0')}`);
        const csv = `month,part,v\n${all.flatMap(([n, m], at) => [`${names[at]},A,${n.toFixed(1)}`, `${names[at]},B,${m.toFixed(1)}`]).join('\n')}\n`;
        const { chart } = readChart('series: part\nscale: { digits: 1 }', csv);
        expect(chart?.finding).toBe(`${told('A', ns, names)} ${told('B', ms, names)}`);
        expect(chart?.walks[1]?.points.map(({ text }) => text)).toEqual(
          ms.map((value, at) => `${names[at]}, ${written(value)}, B`),
        );
      },
    ),
    { numRuns: RUNS },
  );
});

test('names have no last one: their sentence tells the highest and the lowest', () => {
  const { chart } = readChart('scale: { digits: 1, unit: "{} %" }', 'town,n\nBath,2.5\nYork,-9.5\nHull,5\n');
  expect(chart?.finding).toBe('n: highest 5.0 % (Hull); lowest \u22129.5 % (York).');
});
