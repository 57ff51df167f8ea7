import type { PlotSeries } from '../../deck/figure-plot.ts';
import { ALONG, type AxisLook, colourOf, VALUES } from './chart-axes.ts';
import type { ChartSeries } from './chart-columns.ts';
import { AXES, type ChartWriting, headXml, numbersXml, valuesXml } from './chart-series.ts';
import { dashXml, fill, units } from './write-xml.ts';

export function areasXml(all: readonly ChartSeries[], writing: ChartWriting): string {
  const grouping = { none: 'standard', sum: 'stacked', share: 'percentStacked' }[writing.plot.stack];
  const written = all.map((one) => {
    const paint = fill({ colour: colourOf(one.series.tone, writing), opacity: 0.55 });
    return seriesXml(one, `<c:spPr>${paint}<a:ln><a:noFill/></a:ln></c:spPr>`, '', writing);
  });
  return `<c:areaChart><c:grouping val="${grouping}"/><c:varyColors val="0"/>${written.join('')}${AXES}</c:areaChart>`;
}

export function linesXml(all: readonly ChartSeries[], writing: ChartWriting): string {
  const written = all.map((one) =>
    seriesXml(
      one,
      `${lineOf(one.series, writing)}${markerOf(one.series, writing)}`,
      '<c:smooth val="0"/>',
      writing,
    ),
  );
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${written.join('')}<c:marker val="1"/>${AXES}</c:lineChart>`;
}

export function scatterXml(all: readonly ChartSeries[], writing: ChartWriting, isDotRow: boolean): string {
  const { columns, at } = writing.sheet;
  const ranks = columns.length - 1;
  const written = all.map((one) => {
    const own = numbersXml(one.column, one.values);
    const other = isDotRow ? ranks : at;
    const along = numbersXml(other, numbersIn(columns[other]?.cells ?? []));
    const [x, y] = isDotRow ? [own, along] : [along, own];
    return (
      `<c:ser>${headXml(one)}${lineOf(one.series, writing)}${markerOf(one.series, writing)}${pointsXml(one, writing)}` +
      `<c:xVal>${x}</c:xVal><c:yVal>${y}</c:yVal><c:smooth val="0"/></c:ser>`
    );
  });
  const axes = isDotRow ? `<c:axId val="${VALUES}"/><c:axId val="${ALONG}"/>` : AXES;
  return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${written.join('')}${axes}</c:scatterChart>`;
}

/** A series of a chart along names. */
function seriesXml(one: ChartSeries, look: string, after: string, writing: ChartWriting): string {
  return `<c:ser>${headXml(one)}${look}${pointsXml(one, writing)}${valuesXml(one, writing)}${after}</c:ser>`;
}

function numbersIn(cells: readonly (number | string | undefined)[]): readonly (number | undefined)[] {
  return cells.map((cell) => (typeof cell === 'number' ? cell : undefined));
}

function lineOf({ as, tone, size, dash }: PlotSeries, look: AxisLook): string {
  if (as === 'dots') return '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>';
  const paint = fill({ colour: colourOf(tone, look), opacity: 1 });
  return `<c:spPr><a:ln w="${units(size)}" cap="${dash ? 'flat' : 'rnd'}">${paint}${dashXml(dash)}<a:round/></a:ln></c:spPr>`;
}

/** Points are shown of dots, and of lines where a value stands alone between gaps. */
function markerOf({ as, tone, size }: PlotSeries, look: AxisLook): string {
  if (as !== 'dots') return '<c:marker><c:symbol val="none"/></c:marker>';
  const paint = fill({ colour: colourOf(tone, look), opacity: 1 });
  return `<c:marker><c:symbol val="circle"/><c:size val="${markerSize(size)}"/><c:spPr>${paint}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>`;
}

/** Points across a dot of a radius on the sheet, as Office counts them: from 2 to 72. */
function markerSize(radius: number): number {
  return Math.min(72, Math.max(2, Math.round(radius)));
}

/** Values in a colour of their own, hollow ones, and those that a line would not show. */
function pointsXml({ series, values }: ChartSeries, look: AxisLook): string {
  const { as, tone, tones, hollow, isJoined, size } = series;
  const alone = (at: number) =>
    as === 'line' && !isJoined && values[at - 1] === undefined && values[at + 1] === undefined;
  return values
    .map((value, at) => {
      const isHollow = hollow.includes(at);
      if (value === undefined || !(tones[at] || isHollow || alone(at))) return '';
      const paint = fill({ colour: colourOf(tones[at] ?? tone, look), opacity: 1 });
      const dot = isHollow
        ? `<a:noFill/><a:ln w="${units(3)}">${paint}</a:ln>`
        : `${paint}<a:ln><a:noFill/></a:ln>`;
      const across = markerSize(as === 'line' ? size + 2 : size);
      return `<c:dPt><c:idx val="${at}"/><c:marker><c:symbol val="circle"/><c:size val="${across}"/><c:spPr>${dot}</c:spPr></c:marker><c:bubble3D val="0"/></c:dPt>`;
    })
    .join('');
}
