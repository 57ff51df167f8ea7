import type { Measure } from '../../../../fonts/faces.ts';
import type { Stroke, Tone } from '../../live/drawing.ts';
import { type PlacedText, type Setting, sizeOf } from '../label.ts';
import { SETTINGS } from '../plot-frame.ts';

/** A name that is to stand beside the end of its series. */
export interface EndName {
  readonly text: string;
  /** Where its series ends, px of the sheet. */
  readonly x: number;
  readonly y: number;
  readonly tone: Tone;
  readonly dash: readonly [number, number] | undefined;
  readonly highlighted: boolean;
  readonly pale: boolean;
  /** A square instead of a piece of line, as thick as this share of its colour. */
  readonly filled: number | undefined;
}

const MARK = 22;
const AFTER_MARK = 8;
const ELBOW = 22;
/** Distance of lines of names: their height without the air above. */
export const PITCH = 28;
/** Names take at most this share of the width. */
const WIDEST = 0.3;

/** Cut of a name that is too long for its room. */
export function shorten(text: string, width: number, setting: Setting, measure: Measure): string {
  if (sizeOf(text, setting, measure).width <= width) return text;
  let end = text.length;
  while (end > 1 && sizeOf(`${text.slice(0, end).trim()}…`, setting, measure).width > width) end--;
  return `${text.slice(0, end).trim()}…`;
}

/** Room that names need beside a plot in a box so wide. */
export function roomForNames(names: readonly string[], width: number, measure: Measure): number {
  const widest = Math.max(0, ...names.map((name) => sizeOf(name, SETTINGS.nameStrong, measure).width));
  return names.length === 0
    ? 0
    : Math.min(Math.ceil(widest), Math.floor(width * WIDEST)) + ELBOW + MARK + AFTER_MARK + 2;
}

/**
 * Sets names right of a plot in the order in which the series end, each as near its end as the others let it. Where
 * more are wanted than there is room for, the highlighted ones and then those that are farthest from another stay.
 */
export function placeEndNames(
  wanted: readonly EndName[],
  {
    left,
    top,
    bottom,
    width,
  }: { readonly left: number; readonly top: number; readonly bottom: number; readonly width: number },
  measure: Measure,
): {
  readonly texts: readonly PlacedText[];
  readonly strokes: readonly Stroke[];
  readonly left: readonly EndName[];
} {
  const most = Math.max(1, Math.floor((bottom - top) / PITCH) + 1);
  const kept = keep(wanted, most);
  const sorted = [...kept].sort((a, b) => a.y - b.y);
  const ys = spread(
    sorted.map(({ y }) => y),
    top,
    bottom,
  );
  const texts: PlacedText[] = [];
  const strokes: Stroke[] = [];
  for (const [nth, name] of sorted.entries()) {
    const y = ys[nth] ?? name.y;
    const setting = name.highlighted ? SETTINGS.nameStrong : name.pale ? SETTINGS.namePale : SETTINGS.name;
    const x = left + ELBOW + MARK + AFTER_MARK;
    const text = shorten(name.text, width - ELBOW - MARK - AFTER_MARK, setting, measure);
    const size = sizeOf(text, setting, measure);
    texts.push({ text, setting, told: false, grows: 'start level', x, y: y - size.height / 2, ...size });
    const from = Math.min(name.x + 6, left);
    strokes.push({
      points: [from, name.y, left + 4, name.y, left + ELBOW - 6, y],
      tone: 'line2',
      width: 1.5,
    });
    const mark = left + ELBOW - 4;
    if (name.filled !== undefined)
      strokes.push({
        points: [mark + 4, y - 8, mark + MARK, y - 8, mark + MARK, y + 8, mark + 4, y + 8],
        tone: name.tone,
        width: 0,
        fill: name.filled,
      });
    else
      strokes.push({
        points: [mark, y, mark + MARK, y],
        tone: name.tone,
        width: 4,
        ...(name.dash ? { dash: name.dash } : {}),
      });
  }
  return { texts, strokes, left: wanted.filter((name) => !kept.includes(name)) };
}

/** How thick areas are filled. */
export const FILL = 0.55;

function keep(wanted: readonly EndName[], most: number): readonly EndName[] {
  if (wanted.length <= most) return wanted;
  const sorted = [...wanted].sort((a, b) => a.y - b.y);
  const aloneness = (name: EndName) => {
    const at = sorted.indexOf(name);
    return Math.min(
      name.y - (sorted[at - 1]?.y ?? Number.NEGATIVE_INFINITY),
      (sorted[at + 1]?.y ?? Number.POSITIVE_INFINITY) - name.y,
    );
  };
  return [...wanted]
    .sort((a, b) => Number(b.highlighted) - Number(a.highlighted) || aloneness(b) - aloneness(a))
    .slice(0, most);
}

/** Moves points on a line apart to `PITCH`, each as little as can be, between two ends. */
export function spread(wanted: readonly number[], top: number, bottom: number): readonly number[] {
  interface Block {
    readonly start: number;
    readonly count: number;
    readonly sum: number;
  }
  const topOf = ({ count, sum }: Block) =>
    Math.min(Math.max(sum / count - ((count - 1) * PITCH) / 2, top), bottom - (count - 1) * PITCH);
  const blocks: Block[] = [];
  for (const [nth, y] of wanted.entries()) {
    let block: Block = { start: nth, count: 1, sum: y };
    for (
      let last = blocks.at(-1);
      last && topOf(last) + last.count * PITCH > topOf(block);
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { start: last.start, count: last.count + block.count, sum: last.sum + block.sum };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) =>
    Array.from({ length: block.count }, (_, nth) => topOf(block) + nth * PITCH),
  );
}
