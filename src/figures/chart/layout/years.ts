import type { Measure } from '../../../fonts/faces.ts';
import type { Stroke } from '../live/drawing.ts';
import type { Panel, YearAxis } from '../model/chart.ts';
import type { Box } from './box.ts';
import { meet } from './box.ts';
import { type PlacedText, sizeOf } from './label.ts';
import { placePanel } from './panel.ts';
import type { Dropped, PlacedChart } from './placed.ts';
import { linear, SETTINGS, TITLE } from './plot-frame.ts';

/** Room between a panel and the title of the next. */
const BETWEEN = 48;
/** Marks of the years under the last panel, and the top of their labels below its base. */
const TICK = { length: 9, label: 12, height: 30 } as const;
/** Years keep at least this apart. */
const BETWEEN_TICKS = 10;
/** Part of a year's slot that its column fills; columns stand at the left of their slots, flush with the titles. */
const FILL = 0.7;

/** Stacks the panels over one axis of years: the same year has the same x in each. */
export function placeYears(
  panels: readonly Panel[],
  axis: YearAxis,
  frame: Box,
  measure: Measure,
): PlacedChart {
  const slots = axis.to - axis.from + 1;
  const domain = [axis.from - FILL / 2, axis.from - FILL / 2 + slots] as const;
  const x = linear(domain, [frame.x, frame.x + frame.width]);
  const accents = new Set(
    panels.flatMap(({ labels }) => labels.flatMap(({ at, emphasis }) => (emphasis === 'accent' ? [at] : []))),
  );

  let top = frame.y;
  const placed = plotHeights(panels, frame).map((height, index) => {
    const panel = panels[index];
    if (!panel) return undefined;
    const plot: Box = { x: frame.x, y: top + TITLE.height + TITLE.gap, width: frame.width, height };
    const last = index === panels.length - 1;
    const base = plot.y + plot.height;
    const ticks = last ? axis.ticks.map(({ at }) => tickStroke(x(at), base)) : [];
    const made = placePanel(panel, {
      axis,
      domain,
      x,
      plot,
      top,
      column: (frame.width / slots) * FILL,
      ticks,
      measure,
    });
    top = base + BETWEEN;
    return made;
  });
  const whole = placed.filter((panel) => panel !== undefined);
  const years = placeTicks(axis, accents, x, { frame, y: top - BETWEEN + TICK.label, measure });
  return {
    box: frame,
    panels: whole.map(({ panel }) => panel),
    texts: [...whole.flatMap(({ texts }) => texts), ...years.texts],
    dropped: [...whole.flatMap(({ dropped }) => dropped), ...years.dropped],
  };
}

/** What titles and years leave, dealt by weight. */
function plotHeights(panels: readonly Panel[], { height }: Box): readonly number[] {
  const fixed =
    panels.length * (TITLE.height + TITLE.gap) + (panels.length - 1) * BETWEEN + TICK.label + TICK.height;
  const weights = panels.reduce((sum, { weight }) => sum + weight, 0);
  return panels.map(({ weight }) => Math.round(((height - fixed) * weight) / weights));
}

function tickStroke(x: number, base: number): Stroke {
  return { points: [x, base, x, base + TICK.length], tone: 'ink', width: 2 };
}

/** Labels of the years. Where two are too near, the accent, then the first and the last, then the earlier one stay. */
function placeTicks(
  { ticks, from, prefix }: YearAxis,
  accents: ReadonlySet<number>,
  x: (at: number) => number,
  { frame, y, measure }: { readonly frame: Box; readonly y: number; readonly measure: Measure },
): { texts: readonly PlacedText[]; dropped: readonly Dropped[] } {
  const texts: PlacedText[] = [];
  const dropped: Dropped[] = [];
  const ends = [ticks[0]?.at, ticks.at(-1)?.at];
  const rank = (at: number) => (accents.has(at) ? 0 : ends.includes(at) ? 1 : 2);
  for (const { at, place } of [...ticks].sort((a, b) => rank(a.at) - rank(b.at) || a.at - b.at)) {
    const setting = accents.has(at) ? SETTINGS.tickAccent : SETTINGS.tick;
    const text = at === from || at === ends[0] ? `${prefix}${at}` : String(at);
    const size = sizeOf(text, setting, measure);
    const left = Math.min(Math.max(x(at) - size.width / 2, frame.x), frame.x + frame.width - size.width);
    const align = left === frame.x ? 'start' : left < x(at) - size.width / 2 ? 'end' : 'middle';
    const placed: PlacedText = { text, setting, told: false, grows: `${align} down`, x: left, y, ...size };
    if (texts.some((other) => meet(placed, other, BETWEEN_TICKS))) dropped.push({ text, place });
    else texts.push(placed);
  }
  return { texts: texts.sort((a, b) => a.x - b.x), dropped };
}
