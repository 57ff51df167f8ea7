import type { Measure } from '../../../fonts/faces.ts';
import { SECOND_GAP } from './lane-rows.ts';
import { labelY, type PlacedLabel, type PlacedLane } from './lanes.ts';
import { setWord, type Tone, type Word } from './placed.ts';
import { toneAt, type View } from './view.ts';

/** A label as it is set: its name and, where there was room, its second name. */
export function wordsOf(
  { label, spot }: PlacedLabel,
  lane: PlacedLane,
  view: View,
  measure: Measure,
): readonly Word[] {
  if (!spot) return [];
  const tone: Tone = toneAt(view, label.from);
  const y = labelY(lane, spot);
  const name = setWord({ role: label.role, text: label.text, x: spot.x, y, tone }, measure);
  if (!label.second || !spot.full) return [name];
  const x = name.x + name.width + SECOND_GAP;
  return [
    name,
    setWord({ role: 'second', text: label.second.text, lang: label.second.lang, x, y, tone }, measure),
  ];
}

/** Whether the stem of an event stands above its bar: with its label, else where no label stands over it. */
export function isAbove(x: number, event: string, lane: PlacedLane, view: View, measure: Measure): boolean {
  const { labels, rows } = lane;
  const own = labels.find(
    ({ label, spot }) =>
      spot &&
      (label.events.length > 0
        ? label.events.some(({ id }) => id === event)
        : Math.abs((label.from + label.to) / 2 - x) < 1),
  );
  if (own?.spot) return own.spot.side !== 'below';
  const covered = labels.some((placed) => {
    if (placed.spot?.side !== 'above') return false;
    const words = wordsOf(placed, lane, view, measure);
    const [first, last] = [words[0], words.at(-1)];
    return first !== undefined && last !== undefined && first.x < x && x < last.x + last.width;
  });
  return !covered || rows.below === 0;
}
