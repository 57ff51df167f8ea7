import type { Measure } from '../../../../fonts/faces.ts';
import type { Stroke } from '../../live/drawing.ts';
import type { Panel } from '../../model/chart.ts';
import type { Box } from '../box.ts';
import { type PlacedText, sizeOf } from '../label.ts';
import { SETTINGS, TITLE } from '../plot-frame.ts';
import { FILL, shorten } from './end-names.ts';

const KEY = { line: 34, mark: 22, after: 8, between: 28 } as const;

/** Title of a panel, and at its right what has to be known of its scale. */
export function titleTexts({ title, scaleNote }: Panel, box: Box, measure: Measure): readonly PlacedText[] {
  const text = shorten(title, box.width, SETTINGS.title, measure);
  const size = sizeOf(text, SETTINGS.title, measure);
  const placed: PlacedText = {
    text,
    setting: SETTINGS.title,
    told: true,
    grows: 'start up',
    x: box.x,
    y: box.y,
    ...size,
  };
  if (!scaleNote) return text ? [placed] : [];
  const setting = SETTINGS.namePale;
  const note = sizeOf(scaleNote, setting, measure);
  const free = box.width - (text ? size.width + 24 : 0);
  const words = shorten(scaleNote, Math.max(free, 200), setting, measure);
  const own = sizeOf(words, setting, measure);
  const at: PlacedText = {
    text: words,
    setting,
    told: true,
    grows: 'end up',
    x: box.x + box.width - own.width,
    y: box.y,
    ...own,
  };
  return note.width > 0 && text ? [placed, at] : [{ ...at, x: box.x, grows: 'start up' }];
}

/** More grey points than of so many series have one entry: nothing tells them apart. */
const MOST_GREY = 8;

/** Entries of a key: one for each series, but one for all grey points of many. What is stacked stands in their order. */
function entriesOf(series: Panel['series']): Panel['series'] {
  const isGrey = ({ tone = 'mid', as }: Panel['series'][number]) => tone === 'mid' && as === 'dots';
  const grey = series.filter(isGrey);
  const [first] = grey;
  if (!first || grey.length <= MOST_GREY) return series;
  const title = grey.flatMap((one) => one.title ?? []).join(', ');
  return [...series.filter((one) => !isGrey(one)), { ...first, title }];
}

/** A row of names with their colours, where they cannot stand at their series. */
export function keyOf(
  { series }: Panel,
  box: Box,
  measure: Measure,
): { texts: readonly PlacedText[]; strokes: readonly Stroke[]; height: number } {
  const texts: PlacedText[] = [];
  const strokes: Stroke[] = [];
  let [x, line] = [box.x, 0];
  for (const { title = '', tone = 'mid', as, dash, lows, shade = 1 } of entriesOf(series)) {
    const setting = SETTINGS.name;
    const text = shorten(title, box.width - KEY.mark - KEY.after, setting, measure);
    const size = sizeOf(text, setting, measure);
    const width = KEY.mark + KEY.after + size.width;
    if (x > box.x && x + width > box.x + box.width) [x, line] = [box.x, line + 1];
    const y = box.y + TITLE.height + 2 + line * KEY.line;
    const middle = y + size.height / 2;
    const square = [x, middle - 8, x + 16, middle - 8, x + 16, middle + 8, x, middle + 8];
    const fill = (as === 'area' || (lows && as === 'band') ? FILL : 1) * shade;
    const swatch = as === 'line' ? { tone, ...(dash ? { dash } : {}) } : { tone, fill };
    if (as === 'line') strokes.push({ points: [x, middle, x + KEY.mark, middle], width: 4, ...swatch });
    else strokes.push({ points: square, width: 0, ...swatch });
    const corner = { x: x + KEY.mark + KEY.after, y };
    texts.push({ text, setting, told: false, grows: 'start up', swatch, ...corner, ...size });
    x += width + KEY.between;
  }
  return { texts, strokes, height: (line + 1) * KEY.line };
}
