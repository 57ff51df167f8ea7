import type { Measure } from '../../../../fonts/faces.ts';
import type { TimelineEvent } from '../../model/model.ts';
import { CLOSER_ONLY } from '../closer-only.ts';
import { isHeavy, type LaneBar, type LaneMarks } from '../marks.ts';
import { setWord, type Word } from '../placed.ts';
import type { View } from '../view.ts';
import { nameOf, type Second, secondOf, sinceOf } from './label-names.ts';

/** From a bar's end to a text in it, and between two texts. */
const PAD = 14;
const GAP = 14;

/** Texts set inside a bar, to be moved to the bar's height once that is known. */
export interface Inside {
  readonly event: TimelineEvent;
  readonly words: readonly Word[];
}

/** The heavy bars of a lane that have room for their event's full title inside, and how it stands there. */
export function labelsInside({ bars }: LaneMarks, view: View, measure: Measure): readonly Inside[] {
  const heavy = bars.filter(isHeavy);
  // What is not filled has no ground for a text.
  const filled = heavy.filter(({ event }) => event.bar?.shape === 'heavy');
  const isAlone = (bar: LaneBar): boolean =>
    heavy.every((other) => other === bar || other.x1 <= bar.x0 + 3 || other.x0 >= bar.x1 - 3);
  return filled.filter(isAlone).flatMap((bar) => {
    const words = wordsIn(bar, view, measure);
    return words ? [{ event: bar.event, words }] : [];
  });
}

/**
 * Where a bar began before the view its title says since when; else its second name comes first, for a label
 * outside would have it too. A bar that ends in view has its short name and its years, unless all its names fit.
 */
function wordsIn(bar: LaneBar, view: View, measure: Measure): readonly Word[] | undefined {
  const { event } = bar;
  const second = secondOf(event);
  const open = event.bar?.to === undefined;
  const since = open && (CLOSER_ONLY || view.kind === 'era') ? sinceOf(event, view.lang) : undefined;
  const early = bar.sureFrom < bar.x0;
  const wishes: readonly (readonly [string | undefined, boolean])[] = [
    [since, true],
    [early ? since : undefined, false],
    [event.title, true],
    [since, false],
    [open || !second ? event.title : undefined, false],
    [CLOSER_ONLY || view.kind === 'era' ? nameOf(event, event.bar, view) : undefined, false],
  ];
  for (const [title, whole] of wishes) {
    if (title === undefined || (whole && !second)) continue;
    const words = setIn(bar, title, whole ? second : undefined, view, measure);
    if (words) return words;
  }
  return undefined;
}

/** A title and perhaps a second name in a bar; undefined if they do not fit, or a notch would cut them. */
function setIn(
  { x0: start, x1, sureFrom, sureTo, openFrom, slots, notches }: LaneBar,
  title: string,
  second: Second | undefined,
  view: View,
  measure: Measure,
): readonly Word[] | undefined {
  const x0 = Math.max(sureFrom, start + (openFrom ? PAD : 0));
  const foldX = CLOSER_ONLY ? undefined : view.foldX;
  const crosses = foldX !== undefined && x0 < foldX && sureTo > view.leaves.right.from;
  const room = Math.min(slots[0] ?? x1, crosses ? foldX : sureTo) - PAD;
  const from = x0 + PAD;
  const name = setWord({ role: 'inside', text: title, x: from, y: 0 }, measure);
  const end = name.x + name.width;
  if (end > room || notches.some((x) => x > from - 4 && x < end + 4)) return undefined;
  if (!second) return [name];
  const x = crosses ? view.leaves.right.from + PAD : end + GAP;
  const word = setWord({ role: 'inside-second', text: second.text, lang: second.lang, x, y: 0 }, measure);
  return x + word.width <= (crosses ? Math.min(sureTo, view.leaves.right.to) - PAD : room)
    ? [name, word]
    : undefined;
}
