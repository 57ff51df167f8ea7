import type { FigurePlot, PlotSeries } from '../../deck/figure-plot.ts';
import { ALONG, type AxisLook, colourOf, VALUES } from './chart-axes.ts';
import type { ChartColumns, ChartSeries } from './chart-columns.ts';
import { rangeOf } from './workbook.ts';
import { escapeXml, fill, points } from './write-xml.ts';

/** What the writing of a chart's series shares. */
export interface ChartWriting extends AxisLook {
  readonly plot: FigurePlot;
  readonly sheet: ChartColumns;
}

export const AXES = `<c:axId val="${ALONG}"/><c:axId val="${VALUES}"/>`;

export function headXml({ column, title }: ChartSeries): string {
  const cache = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(title)}</c:v></c:pt></c:strCache>`;
  return `<c:idx val="${column}"/><c:order val="${column}"/><c:tx><c:strRef><c:f>${rangeOf(column)}</c:f>${cache}</c:strRef></c:tx>`;
}

/** Its names and values, each with where it lies in the workbook. */
export function valuesXml({ column, values }: ChartSeries, { plot: { names }, sheet }: ChartWriting): string {
  const cells = names.map((name, at) => `<c:pt idx="${at}"><c:v>${escapeXml(name)}</c:v></c:pt>`);
  return (
    `<c:cat><c:strRef><c:f>${rangeOf(sheet.at, names.length)}</c:f><c:strCache><c:ptCount val="${names.length}"/>${cells.join('')}` +
    `</c:strCache></c:strRef></c:cat><c:val>${numbersXml(column, values)}</c:val>`
  );
}

/** Numbers of a column; a gap has no point at all. */
export function numbersXml(column: number, values: readonly (number | undefined)[]): string {
  const cells = values.map((value, at) =>
    value === undefined ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`,
  );
  return (
    `<c:numRef><c:f>${rangeOf(column, values.length)}</c:f><c:numCache><c:formatCode>General</c:formatCode>` +
    `<c:ptCount val="${values.length}"/>${cells.join('')}</c:numCache></c:numRef>`
  );
}

const NOTHING =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** Whether values stand at its ends as the page has them; at lines the page finds them a free place. */
export function hasLabels({ as }: PlotSeries): boolean {
  return as === 'columns' || as === 'bars';
}

/** What is written at single values, in the page's words. */
export function labelsXml({ series }: ChartSeries, { plot, ...look }: ChartWriting): string {
  const { labels } = series;
  if (!plot.isPlain || labels.length === 0 || !hasLabels(series)) return '';
  const colour = fill({ colour: colourOf('ink', look), opacity: 1 });
  const set = `sz="${points(24)}"`;
  const one = ({ at, text }: (typeof labels)[number]) =>
    `<c:dLbl><c:idx val="${at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr ${set}/></a:pPr>` +
    `<a:r><a:rPr lang="en" ${set}>${colour}<a:latin typeface="+mn-lt"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></c:rich></c:tx>` +
    `<c:dLblPos val="outEnd"/>${NOTHING.replace('showVal val="0"', 'showVal val="1"')}</c:dLbl>`;
  return `<c:dLbls>${labels.map(one).join('')}${NOTHING}</c:dLbls>`;
}
