import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChart } from '../../read-chart.ts';

// What a chart counts is counted again here from the numbers of the file, for every kind of chart there is.

const RUNS = process.env['ORIHON_LONG'] ? 300 : 12;
const MINUS = '\u2212';
const number = (text = '') => Number(text.replace(MINUS, '-').replace(/[^\d.-]/g, ''));

type Row = readonly [n: number, m: number];
interface Kind {
  readonly fence: string;
  /** What its rows are called: years, names or numbers, and how its sentence begins. */
  readonly along: 'year' | 'town' | 'depth';
  /** A long table with the two columns of numbers under each other. */
  readonly isLong?: boolean;
  /** The series that are drawn and told. */
  readonly series: readonly string[];
  /** Whether only labels have a place, or brackets too. */
  readonly only?: 'labels';
}

const KINDS: Readonly<Record<string, Kind>> = {
  line: { fence: 'as: line\ny: n', along: 'year', series: ['n'] },
  lines: { fence: 'as: line\ny: [n, m]', along: 'year', series: ['n', 'm'] },
  area: { fence: 'as: area\ny: n', along: 'year', series: ['n'] },
  'areas on each other': { fence: 'as: area\nstack: true\ny: [n, m]', along: 'year', series: ['n', 'm'] },
  'areas as shares': { fence: 'as: area\nstack: share\ny: [n, m]', along: 'year', series: ['n', 'm'] },
  columns: { fence: 'as: columns\ny: n', along: 'year', series: ['n'] },
  'columns side by side': { fence: 'as: columns\ny: [n, m]', along: 'year', series: ['n', 'm'] },
  'columns on each other': {
    fence: 'as: columns\nstack: true\ny: [n, m]',
    along: 'year',
    series: ['n', 'm'],
  },
  'columns as shares': { fence: 'as: columns\nstack: share\ny: [n, m]', along: 'year', series: ['n', 'm'] },
  'columns of names': { fence: 'as: columns\ny: n', along: 'town', series: ['n'] },
  bars: { fence: 'as: bars\ny: n', along: 'town', series: ['n'], only: 'labels' },
  'dots in rows': { fence: 'as: dots\ny: n', along: 'town', series: ['n'], only: 'labels' },
  dots: { fence: 'as: dots\ny: n', along: 'year', series: ['n'] },
  scatter: { fence: 'as: scatter\nx: depth\ny: n', along: 'depth', series: ['n'] },
  slope: { fence: 'as: slope\ny: [n, m]', along: 'year', series: ['n', 'm'] },
  band: { fence: 'as: band\ny: { low: n, high: m }', along: 'year', series: ['n', 'm'] },
  panels: { fence: 'facet: part\ny: v', along: 'year', isLong: true, series: ['v'] },
};

const nameOf = ({ along }: Kind, nth: number) =>
  along === 'year'
    ? String(2000 + nth)
    : along === 'town'
      ? `Town ${'ABCDEFGHIJKL'[nth]}`
      : String(3 * nth + 1);

function csvOf(kind: Kind, rows: readonly Row[]): string {
  const lines = kind.isLong
    ? ['n', 'm'].flatMap((part, at) =>
        rows.map((row, nth) => `${part},${nameOf(kind, nth)},${row[at]?.toFixed(1)}`),
      )
    : rows.map(([n, m], nth) => `${nameOf(kind, nth)},${n.toFixed(1)},${m.toFixed(1)}`);
  return `${kind.isLong ? `part,${kind.along},v` : `${kind.along},n,m`}\n${lines.join('\n')}\n`;
}

/** Rows of tenths, of which no two of a column are the same, so that each sentence has one highest and one lowest. */
const rowsOf = (name: string) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 4900 }), { minLength: 12, maxLength: 12 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 4900 }), { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 2, max: 12 }),
    )
    .map(([ns, ms, length]): readonly Row[] =>
      ns.slice(0, name === 'slope' ? 2 : length).map((n, nth): Row => {
        const m = ms[nth] ?? 1;
        return name === 'band' ? [n / 10, (n + m) / 10] : [n / 10, m / 10];
      }),
    )
    .filter((rows) => new Set(rows.map(([, m]) => m)).size === rows.length);

/** How far a written number may lie from the counted one: half of its last place. */
function expectNear(written: string | undefined, counted: number, place: number): void {
  expect(Math.abs(number(written) - counted)).toBeLessThanOrEqual(place / 2 + 1e-6);
}

function expectSums(text: string | undefined, values: readonly number[], isDated: boolean): void {
  const [value, change, difference, times, cagr] = (text ?? '').split('|');
  const [from = 1, to = 1] = [values[0], values.at(-1)];
  expectNear(value, to, 0.1);
  expectNear(change, (100 * (to - from)) / from, 1);
  expectNear(difference, to - from, 0.1);
  const ratio = to / from;
  expect(Math.abs(number(times) / ratio - 1)).toBeLessThanOrEqual(0.0501);
  if (isDated) expectNear(cagr, 100 * (Math.exp(Math.log(ratio) / (values.length - 1)) - 1), 0.1);
}

test.each(Object.entries(KINDS))('sums in words of %s are what the file gives', (name, kind) => {
  fc.assert(
    fc.property(rowsOf(name), (rows) => {
      const [first, last] = [nameOf(kind, 0), nameOf(kind, rows.length - 1)];
      const isDated = kind.along === 'year';
      const sums = `{value}|{change}|{difference}|{times}${isDated ? '|{cagr}' : ''}`;
      // Of a band its upper edge is meant, of others the last series, which is not the one that is meant without a word.
      const drawn = kind.isLong ? undefined : kind.series.at(-1);
      const series = drawn === undefined ? '' : `, series: ${drawn}`;
      const bracket = `brackets: [{ from: "${first}", to: "${last}"${series}, label: "${sums}" }]`;
      const fence = `${kind.fence}\nscale: { digits: 1 }\nlabels: [{ at: "${last}"${series}, text: "${sums}|{rank}" }]${kind.only ? '' : `\n${bracket}`}`;
      const { chart, errors } = readChart(fence, csvOf(kind, rows));
      expect(errors).toEqual([]);
      const columns = [rows.map(([n]) => n), rows.map(([, m]) => m)];
      for (const [nth, panel] of (chart?.panels ?? []).entries()) {
        const own = columns[kind.isLong ? nth : drawn === 'm' ? 1 : 0] ?? [];
        if (!kind.only) expectSums(panel.brackets[0]?.text, own, isDated);
        const label = panel.labels.find(({ text }) => text.includes('|'))?.text;
        expectSums(label, own, isDated);
        const ranked =
          kind.isLong || kind.series.length === 1 || name === 'band'
            ? own
            : columns.map((one) => one.at(-1) ?? 0);
        const rank = [...ranked].sort((a, b) => b - a).indexOf(own.at(-1) ?? 0) + 1;
        expect(number(label?.split('|').at(-1))).toBe(rank);
      }
      expect(chart?.panels).toHaveLength(kind.isLong ? 2 : 1);
    }),
    { numRuns: RUNS },
  );
});

/** The sentence of a series, told from its values by itself. */
function told(name: string, values: readonly number[], { along }: Kind, names: readonly string[]): string {
  const at = (value: number) => `${value.toFixed(1)} (${names[values.indexOf(value)]})`;
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const [low = 0, high = 0] = [Math.min(...values), Math.max(...values)];
  const isOrdered = along === 'year';
  const parts = isOrdered ? [at(last), `first ${at(first)}`] : [];
  for (const [words, one] of [
    ['highest', high],
    ['lowest', low],
  ] as const)
    if (!isOrdered || (one !== first && one !== last)) parts.push(`${words} ${at(one)}`);
  return `${name}: ${parts.join('; ')}.`;
}

test.each(Object.entries(KINDS))('the sentence made of %s is true', (name, kind) => {
  fc.assert(
    fc.property(rowsOf(name), (rows) => {
      const { chart, errors } = readChart(`${kind.fence}\nscale: { digits: 1 }`, csvOf(kind, rows));
      expect(errors).toEqual([]);
      const names = rows.map((_, nth) => nameOf(kind, nth));
      const columns = { n: rows.map(([n]) => n), m: rows.map(([, m]) => m) };
      const series = Object.entries(columns).filter(([one]) => kind.isLong || kind.series.includes(one));
      const sentences = series.map(([one, values]) =>
        told(kind.isLong ? `${one}, v` : one, values, kind, names),
      );
      const points = name === 'scatter' ? `${rows.length} points. ` : '';
      expect(chart?.finding).toBe(`${points}${sentences.join(' ')}`);
    }),
    { numRuns: RUNS },
  );
});

test('what rows of names have no place for is said, and words at their values are drawn', () => {
  const csv = 'town,n,m\nBath,4,1\nYork,2,3\n';
  const marks = 'labels: [{ at: York, text: "only {value}" }]\nbrackets: [{ from: Bath, to: York }]';
  const one = readChart(`as: bars\ny: n\naverage: true\ntarget: 3\n${marks}`, csv);
  expect(one.chart?.panels[0]?.labels.map(({ text }) => text)).toEqual(['4', 'only 2']);
  const lost = (notices: readonly string[]) =>
    notices.flatMap((told) => /"(\w+)" does nothing/.exec(told)?.[1] ?? []);
  expect(lost(one.notices)).toEqual(['brackets', 'average', 'target']);
  expect(lost(readChart(`as: bars\ny: [n, m]\n${marks}`, csv).notices)).toEqual(['brackets', 'labels']);
  expect(lost(readChart(`as: columns\ny: n\n${marks}`, csv).notices)).toEqual([]);
});
