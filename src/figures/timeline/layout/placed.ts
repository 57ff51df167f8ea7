import type { Face, Measure } from '../../../fonts/faces.ts';
import type { TimelineEvent } from '../model/model.ts';
import { CLOSER_ONLY } from './closer-only.ts';

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
  /** In order of time. */
  readonly events: readonly [TimelineEvent, ...TimelineEvent[]];
  readonly x0: number;
  readonly x1: number;
  /** How many events stand in each few px from `x0` on. */
  readonly counts: readonly number[];
}

/** What stands right of the paper's fold is the accent's (`tones.ts`); all else is of the past. */
export type Tone = 'acc';

export type Shape =
  | {
      readonly kind: 'rect';
      readonly role: ShapeRole;
      readonly tone?: Tone;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: 'line';
      readonly role: ShapeRole;
      readonly tone?: Tone;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly kind: 'circle';
      readonly role: ShapeRole;
      readonly tone?: Tone;
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
    }
  | { readonly kind: 'path'; readonly role: ShapeRole; readonly tone?: Tone; readonly d: string }
  /** The mark of an event: one group for each. */
  | { readonly kind: 'mark'; readonly event: string; readonly shapes: readonly Shape[] }
  /** What gives way to the card of an event. */
  | { readonly kind: 'key'; readonly shapes: readonly Shape[] };

type Drawn<Kind extends Shape['kind']> = Extract<Shape, { readonly kind: Kind }>;

export function line(role: ShapeRole, x1: number, y1: number, x2: number, y2: number): Drawn<'line'> {
  return { kind: 'line', role, x1, y1, x2, y2 };
}

export function rect(role: ShapeRole, x: number, y: number, width: number, height: number): Drawn<'rect'> {
  return { kind: 'rect', role, x, y, width, height };
}

export function circle(role: ShapeRole, cx: number, cy: number, r: number): Drawn<'circle'> {
  return { kind: 'circle', role, cx, cy, r };
}

export function path(role: ShapeRole, d: string): Drawn<'path'> {
  return { kind: 'path', role, d };
}

export function markOf(event: string, shapes: readonly Shape[]): Shape {
  return { kind: 'mark', event, shapes };
}

export type ShapeRole =
  | 'band'
  | 'rule'
  | 'lane-rule'
  | 'era-rule'
  | 'bar'
  | 'slot'
  | 'notch'
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
  readonly tone?: Tone;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lang?: string;
}

export interface PlacedEvent {
  readonly id: string;
  readonly event: TimelineEvent;
  /** On an overview, from which it unfolds. */
  readonly at?: OnLane;
  /** Its label: the name, and perhaps the second name. Empty where it found no room or another event has it. */
  readonly label: readonly Word[];
}

/** Where an event stands in its lane. */
export interface OnLane {
  /** Where its date stands on the axis, as far as that is in view; px. */
  readonly x: number;
  /** On which of its lane's tracks it is drawn, from 0. */
  readonly track: number;
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

interface Setting {
  readonly face: Face;
  readonly digits?: 'tabular';
}

const TEXT: Setting = { face: 'text' };
const FIGURES: Setting = { ...TEXT, digits: 'tabular' };
const STRONG: Setting = { face: 'strong' };
const STRONG_FIGURES: Setting = { ...STRONG, digits: 'tabular' };
const SECOND: Setting = { face: 'gothic' };

/** How roles are set, the others in figures of one width; the style sheet says the same. */
const SETTINGS: Readonly<Partial<Record<WordRole, Setting>>> = {
  lane: STRONG,
  must: STRONG_FIGURES,
  second: SECOND,
  inside: STRONG_FIGURES,
  'inside-second': SECOND,
  'nav-now': STRONG_FIGURES,
  ...(CLOSER_ONLY
    ? undefined
    : { count: STRONG_FIGURES, era: TEXT, 'era-now': STRONG, unit: TEXT, key: TEXT }),
};

/** Height of a role's letters, px. */
export function sizeOf(role: WordRole): number {
  return role === 'must' ? 26 : 24;
}

/** Width of a text in its role, px. */
export function widthOf(text: string, role: WordRole, measure: Measure): number {
  const { face, digits } = SETTINGS[role] ?? FIGURES;
  return measure(text, face, sizeOf(role), digits);
}

/** A text with one of its ends, or its middle, at `x`. */
export function setWord(
  { anchor = 'start', ...word }: Omit<Word, 'width'> & { readonly anchor?: 'start' | 'middle' | 'end' },
  measure: Measure,
): Word {
  const width = widthOf(word.text, word.role, measure);
  return { ...word, x: word.x - width * { start: 0, middle: 0.5, end: 1 }[anchor], width };
}
