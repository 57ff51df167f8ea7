import type { Measure } from '../../../../fonts/faces.ts';
import type { Stroke } from '../../live/drawing.ts';
import type { Panel, PlotAxis, ValueLabel } from '../../model/chart.ts';
import { type PlacedText, sizeOf } from '../label.ts';
import { SETTINGS } from '../plot-frame.ts';
import { spread } from './end-names.ts';
import type { PlottedSeries } from './series.ts';

/** Room between a value and the start of its line: a short leader stands there, as the two may not be level. */
const LEADER = 30;
const GAP = 6;

/** The values that a slope has at its left end; of any other chart none. */
export function startValues({ labels, series }: Panel, { at }: PlotAxis): readonly ValueLabel[] {
  const starts = at.length === 2 && series.length > 1 ? labels.filter((label) => label.at === 0) : [];
  return starts.length > 1 && starts.every(({ side }) => side === undefined) ? starts : [];
}

/** Room that they need left of the plot. */
export function roomForValues(values: readonly ValueLabel[], measure: Measure): number {
  if (values.length === 0) return 0;
  return (
    Math.ceil(Math.max(...values.map(({ text }) => sizeOf(text, SETTINGS.plain, measure).width))) + LEADER
  );
}

/** Sets them left of a plot in the order in which the lines begin, each as near its own as the others let it. */
export function placeStartValues(
  values: readonly ValueLabel[],
  series: readonly PlottedSeries[],
  { right, top, bottom }: { readonly right: number; readonly top: number; readonly bottom: number },
  measure: Measure,
): { readonly texts: readonly PlacedText[]; readonly strokes: readonly Stroke[] } {
  const sorted = values
    .flatMap((label) => {
      const mark = series[label.series]?.marks[0];
      return mark ? [{ text: label.text, y: mark.y }] : [];
    })
    .sort((a, b) => a.y - b.y);
  const ys = spread(
    sorted.map(({ y }) => y),
    top,
    bottom,
  );
  const texts: PlacedText[] = [];
  const strokes: Stroke[] = [];
  for (const [nth, { text, y: start }] of sorted.entries()) {
    const y = ys[nth] ?? start;
    const size = sizeOf(text, SETTINGS.plain, measure);
    const x = right - LEADER - size.width;
    texts.push({
      text,
      setting: SETTINGS.plain,
      told: false,
      grows: 'end level',
      x,
      y: y - size.height / 2,
      ...size,
    });
    strokes.push({
      points: [right - LEADER + GAP, y, right - GAP - 4, start, right - GAP, start],
      tone: 'line2',
      width: 1.5,
    });
  }
  return { texts, strokes };
}
