import type { Measure } from '../../../../fonts/faces.ts';
import type { Stroke } from '../../live/drawing.ts';
import type { PlotAxis } from '../../model/chart.ts';
import { type Box, meet } from '../box.ts';
import { type PlacedText, type Setting, sizeOf } from '../label.ts';
import { SETTINGS } from '../plot-frame.ts';
import { calendarTicks, grainOf, positionTexts } from './calendar.ts';
import { shorten } from './end-names.ts';
import type { alongScale } from './scale.ts';

export const TICK = { length: 8, label: 12, height: 30 } as const;

/** Between two columns that are named, years. */
const STEPS = [2, 5, 10, 20, 25, 50, 100, 200, 500];

/** Marks and words of what runs along; those that would meet are left out, from the second on. */
export function placeTicks(
  axis: PlotAxis,
  along: ReturnType<typeof alongScale>,
  plot: Box,
  measure: Measure,
): { texts: readonly PlacedText[]; strokes: readonly Stroke[] } {
  const texts: PlacedText[] = [];
  const strokes: Stroke[] = [];
  const base = plot.y + plot.height;
  const put = (text: string, px: number, setting: Setting, isInside: boolean) => {
    const size = sizeOf(text, setting, measure);
    const x = Math.min(
      Math.max(plot.x + px - size.width / 2, plot.x - 30),
      plot.x + plot.width + 20 - size.width,
    );
    const placed: PlacedText = {
      text,
      setting,
      told: false,
      grows: 'middle down',
      x,
      y: base + TICK.label,
      ...size,
    };
    if (texts.some((other) => meet(placed, other, 10))) return false;
    texts.push(placed);
    if (isInside)
      strokes.push({ points: [plot.x + px, base, plot.x + px, base + TICK.length], tone: 'line2', width: 2 });
    return true;
  };
  if (axis.scale === 'names') putNames(axis, along, plot, measure, texts);
  else if (axis.scale === 'time') {
    const first = axis.at[0] ?? 0;
    const last = axis.at.at(-1) ?? 0;
    // Columns have a name each where there is room, and so have the two ends of a slope.
    const grain = grainOf(axis.at, axis.unit);
    const own = axis.slots || axis.at.length === 2 ? positionTexts(axis.at, axis.unit, axis.lang) : [];
    const wide = Math.max(0, ...own.map((text) => sizeOf(text, SETTINGS.tick, measure).width)) + 12;
    if (own.length > 0 && (wide <= along.slot || own.length === 2))
      for (const [nth, text] of own.entries()) put(text, along.px[nth] ?? 0, SETTINGS.tick, false);
    else if (axis.slots && grain === 'year') {
      // A round date may stand nearer to the next year's column: those named are columns.
      const every = STEPS.find((step) => step * along.slot >= wide) ?? own.length;
      const years = axis.at.map((at) => new Date(at).getUTCFullYear());
      for (const [nth, text] of own.entries())
        if ((years[nth] ?? 0) % every === 0) put(text, along.px[nth] ?? 0, SETTINGS.tick, false);
    } else {
      const most = Math.max(2, Math.floor(plot.width / 120));
      const ticks = calendarTicks(first, last, most, grain, axis.lang);
      for (const { at, text, large } of ticks)
        put(text, along.of(at), large ? SETTINGS.tickLarge : SETTINGS.tick, true);
      // The last year is worth more than an even distance, where it does not stand close to the year before.
      const [before, end] = [ticks.at(-2)?.at, ticks.at(-1)?.at];
      if (grain === 'year' && before !== undefined && end !== undefined && last - end > (end - before) * 0.55)
        put(positionTexts([last], grain, axis.lang)[0] ?? '', along.of(last), SETTINGS.tickLarge, true);
    }
    if (texts.length < 2 && first !== last)
      for (const [at, nth] of [
        [first, 0],
        [last, axis.at.length - 1],
      ] as const)
        put(positionTexts([at], grain, axis.lang)[0] ?? '', along.px[nth] ?? 0, SETTINGS.tick, true);
  } else {
    for (const { value, text } of axis.domain?.grid ?? []) put(text, along.of(value), SETTINGS.tick, true);
    const size = sizeOf(axis.title, SETTINGS.namePale, measure);
    texts.push({
      text: axis.title,
      setting: SETTINGS.namePale,
      told: true,
      grows: 'end down',
      x: plot.x + plot.width - size.width,
      y: base + TICK.label + TICK.height,
      ...size,
    });
  }
  return { texts, strokes };
}

/** Names under columns, on two lines where they are long; where they still do not fit, as many as do. */
function putNames(
  axis: PlotAxis,
  along: ReturnType<typeof alongScale>,
  plot: Box,
  measure: Measure,
  texts: PlacedText[],
): void {
  const setting = SETTINGS.name;
  const widest = Math.max(...axis.names.map((name) => sizeOf(name, setting, measure).width));
  const every = widest + 8 <= along.slot || along.slot >= 70 ? 1 : Math.ceil(70 / along.slot);
  for (const [nth, name] of axis.names.entries()) {
    if (nth % every !== 0) continue;
    const text = shorten(name, along.slot * every - 8, setting, measure);
    const size = sizeOf(text, setting, measure);
    texts.push({
      text,
      setting,
      told: false,
      grows: 'middle down',
      x: plot.x + (along.px[nth] ?? 0) - size.width / 2,
      y: plot.y + plot.height + TICK.label,
      ...size,
    });
  }
}
