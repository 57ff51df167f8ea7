import { strFromU8, unzipSync } from 'fflate';
import type { FigureTable } from '../../deck/figure.ts';
import type { FigurePlot } from '../../deck/figure-plot.ts';

/**
 * Holds a finished chart against what the page draws: each value in the chart's own copy, and in its workbook where
 * the chart says that it lies.
 * @param xml its part
 * @param workbook undefined where the file has none
 */
export function* chartFaults(
  plot: FigurePlot,
  xml: string,
  workbook: Uint8Array | undefined,
): Generator<string> {
  if (!workbook) {
    yield `the chart "${plot.title}" has no workbook`;
    return;
  }
  const cells = readCells(workbook);
  const wanted = plot.series.flatMap(({ values, lows }) => (lows ? [lows, values] : [values]));
  // Kinds stand together in the part; their numbers tell the order.
  const rank = (one: string) => Number(/<c:idx val="(\d+)"/.exec(one)?.[1]);
  const series = (xml.match(/<c:ser>.*?<\/c:ser>/gs) ?? []).sort((one, other) => rank(one) - rank(other));
  if (series.length !== wanted.length)
    yield `the chart "${plot.title}" has ${series.length} series of ${wanted.length}`;
  // Of dots in rows the values run to the right.
  const isAcross = plot.across && plot.series.some(({ as }) => as === 'dots');
  const tag = isAcross ? 'xVal' : '(?:val|yVal)';
  for (const [nth, values] of wanted.entries()) {
    const [, range = '', cache = ''] =
      new RegExp(`<c:${tag}><c:numRef><c:f>([^<]*)</c:f>(.*?)</c:numRef>`, 's').exec(series[nth] ?? '') ?? [];
    const cached = new Map(
      [...cache.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, value]) => [
        Number(at),
        value,
      ]),
    );
    const column = /!\$([A-Z]+)\$2:/.exec(range)?.[1] ?? '';
    const differs = values.findIndex(
      (value, at) => !isSame(value, cached.get(at)) || !isSame(value, cells.get(`${column}${at + 2}`)),
    );
    if (differs >= 0)
      yield `"${plot.series[nth]?.title ?? plot.title}" has another value at ${plot.names[differs]} than its table`;
  }
}

function isSame(value: number | undefined, written: string | undefined): boolean {
  return value === undefined ? written === undefined : written !== undefined && Number(written) === value;
}

/**
 * Holds the sheets behind the chart's own against all that its figure shows.
 * @param workbook undefined where the file has none
 */
export function* tableFaults(
  tables: readonly FigureTable[],
  workbook: Uint8Array | undefined,
): Generator<string> {
  const parts = workbook ? unzipSync(workbook) : {};
  for (const [nth, { title, head, rows }] of tables.entries()) {
    const cells = cellsIn(parts[`xl/worksheets/sheet${nth + 2}.xml`]);
    const lost = [head, ...rows].flatMap((row, at) =>
      row.filter((wanted, column) => !isSameText(wanted, cells.get(`${column} ${at + 1}`) ?? '')),
    );
    if (lost.length > 0) yield `${lost.length} cells of "${title}" are not in its workbook: ${lost[0]}`;
  }
}

function isSameText(wanted: string, written: string): boolean {
  return wanted === written || (wanted !== '' && written !== '' && Number(wanted) === Number(written));
}

/** Cells of a sheet by their column, from 0, and their row: `1 2`. */
function cellsIn(sheet: Uint8Array | undefined): ReadonlyMap<string, string> {
  const found = strFromU8(sheet ?? new Uint8Array()).matchAll(
    /<c r="([A-Z]+)(\d+)"[^>]*>(?:<v>|<is><t[^>]*>)([^<]*)</g,
  );
  return new Map(
    [...found].map(([, column = '', row = '', text = '']) => [`${numberOf(column)} ${row}`, plain(text)]),
  );
}

/** 0 for `A`, 26 for `AA`. */
function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Text as it was before it was written into a part. */
export function plain(xml: string): string {
  return xml.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
  );
}

export function cellsOf(tables: readonly FigureTable[]): number {
  return tables.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0), 0);
}

/** Numbers of a workbook's sheet by the names of their cells: `B2`. */
function readCells(workbook: Uint8Array): ReadonlyMap<string, string> {
  const sheet = unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array();
  const found = strFromU8(sheet).matchAll(/<c r="([A-Z]+\d+)"><v>([^<]*)<\/v>/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

export function valuesIn({ series }: FigurePlot): number {
  return series.reduce(
    (sum, { values, lows = [] }) => sum + [...values, ...lows].filter((value) => value !== undefined).length,
    0,
  );
}
