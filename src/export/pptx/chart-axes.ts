import type { FigurePlot } from '../../deck/figure-plot.ts';
import type { Along } from './chart-columns.ts';
import { gridStep, numberFormat } from './number-format.ts';
import { escapeXml, fill, points, units } from './write-xml.ts';

export const ALONG = 111;
export const VALUES = 222;

/** How axes look: labels as large as the page's, in its colours. */
export interface AxisLook {
  readonly colours: Readonly<Record<string, string>>;
  /** Length of what runs along, px. */
  readonly length: number;
}

const TEXT = 24;

/**
 * Which axes an office program labels itself. It has names for names, but none for years and months, and its lines
 * begin at the scale's lower end; where the page's stand elsewhere, the page's words and lines are kept.
 */
export function ownAxes(plot: FigurePlot): { readonly along: boolean; readonly values: boolean } {
  const { isPlain, at, alongEnds, scale, across } = plot;
  const step = scale.log ? undefined : gridStep(scale.grid);
  const first = ((scale.grid[0]?.value ?? 0) - scale.min) / (step ?? 1);
  const isAtLines = step !== undefined && Math.abs(first - Math.round(first)) < 1e-6;
  return {
    along: isPlain && (at === undefined || alongEnds !== undefined),
    values: isPlain && (isAtLines || across),
  };
}

/** The axes of a chart; where the page's own words stand around it, they are not to be seen. */
export function axesXml(plot: FigurePlot, along: Along, look: AxisLook): string {
  const isDotRow = plot.across && plot.series.some(({ as }) => as === 'dots');
  if (isDotRow) {
    const ranks = { min: -0.5, max: plot.names.length - 0.5 };
    return valueAxis(plot, look, 'b', VALUES, ALONG) + numberAxis(ranks, 'General', 'l', true, plot, look);
  }
  const first =
    along.kind === 'names' ? namesAxis(plot, look) : numberAxis(along, along.format, 'b', false, plot, look);
  return first + valueAxis(plot, look, plot.across ? 't' : 'l', VALUES, ALONG);
}

function namesAxis(plot: FigurePlot, look: AxisLook): string {
  const { across } = plot;
  return (
    `<c:catAx><c:axId val="${ALONG}"/>${scaling({ isReversed: across })}<c:delete val="0"/><c:axPos val="${across ? 'l' : 'b'}"/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/>${labels(ownAxes(plot).along, look)}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/>` +
    `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

function numberAxis(
  { step, ...ends }: { readonly min: number; readonly max: number; readonly step?: number | undefined },
  format: string,
  place: 'b' | 'l',
  isReversed: boolean,
  plot: FigurePlot,
  look: AxisLook,
): string {
  return (
    `<c:valAx><c:axId val="${ALONG}"/>${scaling({ ...ends, isReversed })}<c:delete val="0"/><c:axPos val="${place}"/>` +
    `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${labels(ownAxes(plot).along, look)}` +
    `<c:crossAx val="${VALUES}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>${step ? `<c:majorUnit val="${step}"/>` : ''}</c:valAx>`
  );
}

function valueAxis(
  plot: FigurePlot,
  look: AxisLook,
  place: 'b' | 'l' | 't',
  id: number,
  other: number,
): string {
  const { min, max, log, grid } = plot.scale;
  // Office counts shares from 0 to 1.
  const share = plot.stack === 'share' ? 100 : 1;
  const step = log ? undefined : gridStep(grid);
  const rule = `<a:ln w="${units(1.5)}">${fill({ colour: colourOf('line', look), opacity: 1 })}</a:ln>`;
  const isOwn = ownAxes(plot).values;
  const lines = isOwn && step ? `<c:majorGridlines><c:spPr>${rule}</c:spPr></c:majorGridlines>` : '';
  const format = share === 1 ? numberFormat(grid) : '0%';
  const isBetween = plot.series.some(({ as }) => as === 'columns' || as === 'bars') || !plot.at;
  return (
    `<c:valAx><c:axId val="${id}"/>${scaling({ min: min / share, max: max / share, log, isReversed: false })}<c:delete val="0"/>` +
    `<c:axPos val="${place}"/>${lines}<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>${labels(isOwn && grid.length > 0, look)}` +
    `<c:crossAx val="${other}"/><c:crosses val="autoZero"/><c:crossBetween val="${isBetween ? 'between' : 'midCat'}"/>` +
    `${step ? `<c:majorUnit val="${step / share}"/>` : ''}</c:valAx>`
  );
}

function scaling({
  min,
  max,
  log = false,
  isReversed,
}: {
  readonly min?: number;
  readonly max?: number;
  readonly log?: boolean;
  readonly isReversed: boolean;
}): string {
  return (
    `<c:scaling>${log ? '<c:logBase val="10"/>' : ''}<c:orientation val="${isReversed ? 'maxMin' : 'minMax'}"/>` +
    `${max === undefined ? '' : `<c:max val="${max}"/>`}${min === undefined ? '' : `<c:min val="${min}"/>`}</c:scaling>`
  );
}

function labels(areSeen: boolean, look: AxisLook): string {
  return (
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${areSeen ? 'low' : 'none'}"/>` +
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml('ink3', look)}`
  );
}

/** How words in a chart are set. */
export function textXml(tone: string, look: AxisLook): string {
  return (
    `<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${points(TEXT)}">` +
    `${fill({ colour: colourOf(tone, look), opacity: 1 })}<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="en"/></a:p></c:txPr>`
  );
}

export function colourOf(tone: string, { colours }: Pick<AxisLook, 'colours'>): string {
  return colours[tone] ?? '34373E';
}
