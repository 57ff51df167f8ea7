import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeChart } from '../../../../../../src/figures/chart/layout/chart.ts';
import { WIDE_FRAME } from '../../../../../../src/figures/chart/layout/plot-frame.ts';
import { parseChart } from '../../../../../../src/figures/chart/model/parse.ts';

const RUNS = process.env['ORIHON_LONG'] ? 300 : 30;
const measure = (text: string, _: string, size: number) => [...text].length * size * 0.5;

function placed(body: string, csv: string) {
  const chart = parseChart(
    { kind: 'chart', body: `file: a.csv\n${body}`, place: { file: '01.md', line: 1, column: 1 }, slide: 'a' },
    { read: () => csv, paths: ['a.csv'], measure, report: () => {}, lang: 'en' },
  )?.charts[0];
  if (!chart) throw new Error('the chart is refused');
  return placeChart(chart, measure, WIDE_FRAME);
}

test.each([2, 3, 4, 5, 6, 7, 12])('%i panels have one scale: the same height each', (count) => {
  const rows = Array.from(
    { length: count * 3 },
    (_, nth) => `p${nth % count},${2000 + Math.floor(nth / count)},${nth}`,
  );
  const { panels } = placed('x: year\ny: n\nfacet: part', `part,year,n\n${rows.join('\n')}\n`);
  const heights = panels.map(({ drawing: { height, padding } }) => height - padding.top - padding.bottom);
  expect(heights).toHaveLength(count);
  expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1);
});

test.each(['', 'series: kind', 'facet: kind'])(
  'bars beside each other have one scale, however long their names are: %j',
  (fence) => {
    const names = Array.from({ length: fence === 'facet: kind' ? 8 : 30 }, (_, nth) =>
      nth < 15 ? `a long name of number ${nth}` : `n${nth}`,
    );
    const rows = names.flatMap((name, nth) =>
      fence === '' ? [`${name},a,${nth + 1}`] : [`${name},a,${nth + 1}`, `${name},b,${nth * 2000}`],
    );
    const { panels } = placed(`x: name\ny: n\n${fence}`, `name,kind,n\n${rows.join('\n')}\n`);
    const widths = panels.map(({ drawing: { width, padding } }) => width - padding.left - padding.right);
    expect(widths.length).toBeGreaterThan(1);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
  },
);

test('shares of a sum do not stand under the unit they had', () => {
  const csv = 'year,part,TWh\n2000,a,3\n2000,b,1\n2001,a,2\n2001,b,2\n';
  const words = (stack: string) =>
    placed(`series: part\ny: TWh\nas: columns\nstack: ${stack}`, csv).texts.map(({ text }) => text);
  expect(words('true')).toContain('TWh');
  expect(words('share')).not.toContain('TWh');
});

test('a point’s name is nearer to its own point than to any other', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
    minLength: 3,
    maxLength: 25,
  });
  fc.assert(
    fc.property(points, (all) => {
      const rows = all.map(([x, y], nth) => `Place${nth},${x},${y}`);
      const { panels, texts } = placed(
        'x: wide\ny: high\nas: scatter',
        `name,wide,high\n${rows.join('\n')}\n`,
      );
      const marks = panels.flatMap(({ marks: own }) => own);
      for (const { text, x, y, width, height } of texts.filter((one) => /^Place\d+$/.test(one.text))) {
        const far = (mark: { readonly x: number; readonly y: number }) =>
          Math.hypot(
            Math.max(x - mark.x, 0, mark.x - x - width),
            Math.max(y - mark.y, 0, mark.y - y - height),
          );
        const least = Math.min(...marks.map(far));
        const own = marks.filter(({ at }) => text === `Place${at}`);
        expect(own.map(far)).toEqual([least]);
      }
    }),
    { numRuns: RUNS },
  );
});

test('a slope has each value at both its ends, in the order of its lines and none on another', () => {
  const amounts = fc.uniqueArray(fc.integer({ min: 100, max: 999 }), { minLength: 4, maxLength: 14 });
  fc.assert(
    fc.property(amounts, (all) => {
      const pairs = all.slice(0, all.length - (all.length % 2));
      const names = pairs.slice(pairs.length / 2).map((_, nth) => `n${nth}`);
      const row = (year: number, values: readonly number[]) => [year, ...values].join(',');
      const csv = [
        `year,${names.join(',')}`,
        row(2000, pairs.slice(0, names.length)),
        row(2020, pairs.slice(names.length)),
      ].join('\n');
      const { texts, panels } = placed(`as: slope\ny: [${names.join(', ')}]`, `${csv}\n`);
      const marks = panels.flatMap((panel) => panel.marks);
      const starts = marks
        .filter(({ at }) => at === 0)
        .sort((a, b) => a.y - b.y)
        .map(({ series }) => String(pairs[series]));
      const left = Math.min(...marks.map(({ x }) => x));
      const values = texts.filter(
        ({ text, setting, x, width }) => starts.includes(text) && setting.tone !== 'ink3' && x + width < left,
      );
      expect(values.sort((a, b) => a.y - b.y).map(({ text }) => text)).toEqual(starts);
      for (const [nth, { y, height }] of values.entries())
        if (nth > 0) expect(y).toBeGreaterThan((values[nth - 1]?.y ?? 0) + height * 0.7);
    }),
    { numRuns: RUNS },
  );
});
