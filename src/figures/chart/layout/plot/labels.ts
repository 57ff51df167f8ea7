import type { Measure } from '../../../../fonts/faces.ts';
import type { Stroke } from '../../live/drawing.ts';
import type { Panel, PlotAxis } from '../../model/chart.ts';
import type { Box } from '../box.ts';
import { placeBracket } from '../bracket.ts';
import { asObstacle, type Obstacle, type PlacedText, placeLabel, type Wish } from '../label.ts';
import type { Dropped, PlacedMark } from '../placed.ts';
import { SETTINGS } from '../plot-frame.ts';
import type { PlottedSeries } from './series.ts';

const REACH = 60;

/** What the labels of a panel share: each one settled is in the way of the next. */
export interface Labelling {
  readonly bounds: Box;
  readonly obstacles: Obstacle[];
  readonly measure: Measure;
  readonly texts: PlacedText[];
  readonly dropped: Dropped[];
  readonly over: Stroke[];
}

function settle({ obstacles, texts }: Labelling, placed: PlacedText): void {
  texts.push(placed);
  obstacles.push(asObstacle(placed));
}

/** An average or a target: right across, its words at the left end above or below. */
export function fillReferences(
  { references }: Panel,
  plot: Box,
  level: (value: number) => number,
  labelling: Labelling,
): void {
  for (const { value, text, place } of references) {
    const y = level(value);
    labelling.over.push({
      points: [plot.x, y, plot.x + plot.width, y],
      tone: 'ink',
      width: 2,
      dash: [10, 6],
    });
    const wish: Wish = {
      text,
      setting: SETTINGS.strong,
      told: true,
      mark: { left: plot.x + 4, right: plot.x + plot.width - 4, top: y, bottom: y },
      sides: ['above', 'below'],
      aligns: ['start', 'end', 'middle'],
      reach: 40,
    };
    const placed = placeLabel(wish, labelling.bounds, labelling.obstacles, labelling.measure);
    if (placed) settle(labelling, placed);
    else labelling.dropped.push({ text, place });
  }
}

export function fillLabels(
  { labels, series: all }: Panel,
  series: readonly PlottedSeries[],
  shown: readonly number[],
  labelling: Labelling,
): void {
  for (const { series: nth, at, text, emphasis, side, place, isAsked = false } of labels) {
    const mark = series[nth]?.marks.find((one) => shown[one.at] === at);
    if (!mark) continue;
    const below = mark.box !== undefined && (all[nth]?.values[at] ?? 0) < 0;
    const size = mark.box
      ? { left: mark.box.x, right: mark.box.x + mark.box.width, top: mark.y, bottom: mark.y }
      : { left: mark.x - 4, right: mark.x + 4, top: mark.y - 4, bottom: mark.y + 4 };
    const wish: Wish = {
      text,
      setting: SETTINGS[emphasis],
      told: false,
      mark: size,
      sides: side ? [side] : mark.box ? [below ? 'below' : 'above'] : ['above', 'below', 'left', 'right'],
      aligns: ['middle', 'end', 'start'],
      reach: mark.box && !isAsked ? 4 : REACH,
    };
    const placed = placeLabel(wish, labelling.bounds, labelling.obstacles, labelling.measure);
    // What is left out of what nobody asked for stands in the table.
    if (placed) settle(labelling, placed);
    else if (isAsked) labelling.dropped.push({ text, place });
  }
}

/** What changed between two places, above all that stands between them. */
export function fillBrackets(
  { brackets }: Panel,
  series: readonly PlottedSeries[],
  shown: readonly number[],
  labelling: Labelling,
): void {
  const near = (position: number) =>
    shown.reduce(
      (best, one, at) => (Math.abs(one - position) < Math.abs((shown[best] ?? 0) - position) ? at : best),
      0,
    );
  for (const bracket of brackets) {
    const ends = { from: near(bracket.from), to: near(bracket.to) };
    const marks = series.flatMap((one) => one.marks);
    const own = series[bracket.series ?? 0]?.marks ?? [];
    const placed = placeBracket(
      { ...bracket, ...ends },
      {
        values: [],
        marks: own.some(({ at }) => at === ends.from) ? [...own, ...marks] : marks,
        from: 0,
        ...{ bounds: labelling.bounds, obstacles: labelling.obstacles, measure: labelling.measure },
      },
    );
    if (placed) {
      labelling.over.push(placed.stroke);
      settle(labelling, placed.text);
      const [x = 0, y = 0] = placed.stroke.points;
      labelling.obstacles.push({
        x,
        y: y - 8,
        width: (placed.stroke.points.at(-2) ?? x) - x,
        height: 10,
        clearance: 4,
      });
    } else labelling.dropped.push({ text: bracket.text, place: bracket.place });
  }
}

/** Names of scattered points, those at the edges of the cloud first, where there is room beside them. */
export function fillPointNames(
  { series: all }: Panel,
  axis: PlotAxis,
  series: readonly PlottedSeries[],
  shown: readonly number[],
  labelling: Labelling,
): void {
  const marks = series.flatMap(({ marks: own }, nth) => own.map((mark) => ({ mark, nth })));
  if (marks.length > 400 || all.length === 0) return;
  const middle = {
    x: marks.reduce((sum, { mark }) => sum + mark.x, 0) / marks.length,
    y: marks.reduce((sum, { mark }) => sum + mark.y, 0) / marks.length,
  };
  const far = ({ mark }: { mark: PlacedMark }) => Math.hypot(mark.x - middle.x, mark.y - middle.y);
  const ranked = [...marks].sort((a, b) => far(b) - far(a));
  for (const { mark } of ranked.slice(0, 40)) {
    const text = (axis.names[shown[mark.at] ?? 0] ?? '').replace(/, [^,]*$/, '');
    if (!/\p{L}/u.test(text)) continue;
    const wish: Wish = {
      text,
      setting: SETTINGS.name,
      told: false,
      mark: { left: mark.x - 6, right: mark.x + 6, top: mark.y - 6, bottom: mark.y + 6 },
      sides: [],
      aligns: ['middle'],
      reach: 4,
    };
    const own = SIDES.map((side) =>
      placeLabel({ ...wish, sides: [side] }, labelling.bounds, labelling.obstacles, labelling.measure),
    ).find((placed) => placed && isNearest(placed, mark, marks));
    if (own) settle(labelling, own);
  }
}

const SIDES = ['right', 'left', 'above', 'below'] as const;

/** Whether a name is clearly nearer to its own point than to any other, px: else it would name that one. */
function isNearest(name: Box, own: PlacedMark, all: readonly { readonly mark: PlacedMark }[]): boolean {
  const far = ({ x, y }: PlacedMark) =>
    Math.hypot(
      Math.max(name.x - x, 0, x - name.x - name.width),
      Math.max(name.y - y, 0, y - name.y - name.height),
    );
  const least = far(own) * 1.5;
  return all.every(({ mark }) => mark === own || far(mark) >= least);
}
