import { strFromU8, unzipSync } from 'fflate';
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
