import type { Face, Measure } from '../../../fonts/faces.ts';
import type { TimelineEvent } from '../model/model.ts';

/** What a timeline is drawn of: geometry in px of the sheet, without a word about how it is written down. */
export interface PlacedTimeline {
  /** In painting order. */
  readonly shapes: readonly Shape[];
  /** Texts that belong to no event: lanes, eras, years, key. */
  readonly words: readonly Word[];
  /** The events in view, in order of time. */
  readonly events: readonly PlacedEvent[];
  /** What is drawn as strips. */
  readonly strips: readonly Strip[];
}

/** Events of one lane that lie too near each other to be drawn one by one: a strip as dark as they are many. */
export interface Strip {
  readonly lane: string;
  readonly leaf: 'left' | 'right';
  /** In order of time. */
  readonly events: readonly [TimelineEvent, ...TimelineEvent[]];
  readonly x0: number;
  readonly x1: number;
  /** How many events stand in each few px from `x0` on. */
  readonly counts: readonly number[];
}

/** `past` stands left of the paper's fold, `acc` (the accent) right of it. */
export type Tone = 'past' | 'acc';

export type Shape =
  | {
      readonly kind: 'rect';
      readonly role: ShapeRole;
      readonly tone: Tone;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'line';
      readonly role: ShapeRole;
      readonly tone: Tone;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly kind: 'circle';
      readonly role: ShapeRole;
      readonly tone: Tone;
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
    }
  | { readonly kind: 'path'; readonly role: ShapeRole; readonly tone: Tone; readonly d: string }
  /** The mark of an event: one group for each. */
  | { readonly kind: 'mark'; readonly event: string; readonly shapes: readonly Shape[] }
  /** What gives way to the card of an event. */
  | { readonly kind: 'key'; readonly shapes: readonly Shape[] };

export type ShapeRole =
  | 'band'
  | 'rule'
  | 'lane-rule'
  | 'era-rule'
  | 'bar'
  | 'slot'
  | 'hatch'
  | 'crowd'
  | 'hatch-edge'
  | 'dotted'
  | 'stem'
  | 'flag'
  | 'tie'
  | 'rim'
  | 'soft'
  | 'point'
  | 'outline'
  | 'bracket'
  | 'about'
  | 'range'
  | `fade-${1 | 2 | 3 | 4 | 5}`
  | 'dot'
  | 'ring'
  | 'axis'
  | 'tick'
  | 'break'
  | 'unit'
  | 'nav'
  | 'nav-era';

/** A line of text: `x` is its left end, `y` its middle. */
export interface Word {
  readonly role: WordRole;
  readonly tone: Tone;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lang?: string;
}

export interface PlacedEvent {
  readonly id: string;
  /** Where its date stands on the axis, as far as that is in view; px. */
  readonly x: number;
  /** Its label: the name, and perhaps the second name. Empty where it found no room or another event has it. */
  readonly label: readonly Word[];
}

export type WordRole =
  | 'lane'
  | 'must'
  | 'minor'
  | 'quiet'
  | 'second'
  | 'inside'
  | 'inside-second'
  | 'count'
  | 'years'
  | 'era'
  | 'era-now'
  | 'unit'
  | 'year'
  | 'key'
  | 'nav'
  | 'nav-now';

/** How each role is set; the style sheet says the same. */
export const SETTING: Readonly<
  Record<WordRole, { readonly face: Face; readonly size: number; readonly digits?: 'tabular' }>
> = {
  lane: { face: 'strong', size: 24 },
  must: { face: 'strong', size: 26, digits: 'tabular' },
  minor: { face: 'text', size: 24, digits: 'tabular' },
  quiet: { face: 'text', size: 24, digits: 'tabular' },
  second: { face: 'gothic', size: 24 },
  inside: { face: 'strong', size: 24, digits: 'tabular' },
  'inside-second': { face: 'gothic', size: 24 },
  count: { face: 'strong', size: 24, digits: 'tabular' },
  years: { face: 'text', size: 24, digits: 'tabular' },
  era: { face: 'text', size: 24 },
  'era-now': { face: 'strong', size: 24 },
  unit: { face: 'text', size: 24 },
  year: { face: 'text', size: 24, digits: 'tabular' },
  key: { face: 'text', size: 24 },
  nav: { face: 'text', size: 24, digits: 'tabular' },
  'nav-now': { face: 'strong', size: 24, digits: 'tabular' },
};

/** Width of a text in its role, px. */
export function widthOf(text: string, role: WordRole, measure: Measure): number {
  const { face, size, digits } = SETTING[role];
  return measure(text, face, size, digits);
}

/** A text with one of its ends, or its middle, at `x`. */
export function setWord(
  {
    role,
    text,
    x,
    y,
    tone = 'past',
    anchor = 'start',
    lang,
  }: {
    readonly role: WordRole;
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly tone?: Tone;
    readonly anchor?: 'start' | 'middle' | 'end';
    readonly lang?: string;
  },
  measure: Measure,
): Word {
  const width = widthOf(text, role, measure);
  const shift = { start: 0, middle: width / 2, end: width }[anchor];
  return { role, tone, text, x: x - shift, y, width, ...(lang !== undefined && { lang }) };
}
