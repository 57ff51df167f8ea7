import type { Place } from '../../../base/problem.ts';
import type { PartialDate } from './date.ts';

/** A row of the timeline. */
export interface Lane {
  readonly id: string;
  readonly name: string;
}

/** A stretch of time with a name, from its first moment up to the next one's. Its id is its slide's. */
export interface Era {
  readonly id: string;
  readonly name: string;
  /** The years as the author writes them: "1848–71". */
  readonly years: string;
  /** In years, half-open. */
  readonly start: number;
  readonly end: number;
  /** Where the author wrote it. */
  readonly written: Place;
}

/** Where the scale changes: right of it a year is `scale` times as long as left of the first fold. */
export interface Fold {
  /** In years. */
  readonly at: number;
  readonly scale: number;
}

/** From one date to another. */
export interface Period {
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** A tint through all lanes; the mark of its event, where it has one. */
export interface Band extends Period {
  readonly id: string;
  readonly name: string;
  readonly event: string | undefined;
}

/** A period drawn in one lane that is not an event. */
export interface Span extends Period {
  readonly id: string;
  readonly lane: string;
  readonly name: string;
  readonly style: 'hatch' | 'dotted';
}

export const MARK_SHAPES = ['dot', 'ring', 'square', 'diamond', 'tick'] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

export const BAR_SHAPES = ['heavy', 'light', 'outline', 'hatched', 'dashed'] as const;
export type BarShape = (typeof BAR_SHAPES)[number];

/** How long something lasted. Without `to` it still does at the timeline's end. */
export interface Bar {
  /** How thick it is drawn: all shapes but `light` are heavy. */
  readonly weight: 'heavy' | 'light';
  readonly shape: BarShape;
  /** The author's word for bars of its kind, where there is one. */
  readonly kind: string | undefined;
  /** Where it is drawn to begin: the timeline's first date where its beginning is not known. */
  readonly from: PartialDate;
  readonly to: PartialDate | undefined;
  /** Its beginning is not known: it comes from before. */
  readonly fromUnknown: boolean;
}

/** A picture of the deck, or of another host: that stays a link. */
export interface Picture {
  readonly file: string;
  /** What is to be seen; its event's title where nothing is said of it. */
  readonly alt: string;
  readonly described: boolean;
  readonly credit: string | undefined;
  readonly place: Place;
}

/** A picture, film or page elsewhere. Nothing of it is fetched. */
export interface Link {
  readonly address: string;
  readonly words: string | undefined;
}

/** A thing that a card says under a name of the author's. */
export interface Fact {
  readonly name: string;
  readonly says: string;
}

/** A further date of an event. `tick` draws it on the event's bar: a renewal cuts the bar, a tick notches it. */
export interface Milestone {
  readonly date: PartialDate;
  readonly label: string;
  readonly tick: 'renewal' | 'tick' | undefined;
}

/** A name in another language. */
export interface SecondName {
  readonly lang: string;
  readonly title: string;
  readonly label: string | undefined;
}

export interface TimelineEvent {
  readonly id: string;
  /** Whether its id is made of its title: it gives way to any that an author chose. */
  readonly made: boolean;
  readonly lane: string;
  /** Where its mark stands. */
  readonly date: PartialDate;
  /** Where it ended, if it is told as a range: `1914/1918`. */
  readonly end: PartialDate | undefined;
  /** The end that is not known or has not come: `../1918`, `1914/..`. */
  readonly open: 'from' | 'to' | undefined;
  /** What is said instead of its dates, in the author's words. */
  readonly when: string | undefined;
  readonly title: string;
  /** The name beside the mark, without its year. */
  readonly label: string;
  readonly second: SecondName | undefined;
  readonly parties: readonly string[];
  readonly partiesNote: string | undefined;
  readonly kind: string | undefined;
  readonly facts: readonly Fact[];
  readonly image: Picture | undefined;
  readonly links: readonly Link[];
  readonly instrument: string | undefined;
  readonly place: string | undefined;
  readonly summary: string;
  /** 1 must be named on the overview, 2 is named where there is room, 3 only in its era. */
  readonly significance: 1 | 2 | 3;
  readonly mark: MarkShape;
  /** The author's word for marks of its kind, where there is one. */
  readonly markKind: string | undefined;
  readonly bar: Bar | undefined;
  readonly signed: PartialDate | undefined;
  readonly inForce: PartialDate | undefined;
  readonly ended: PartialDate | undefined;
  readonly milestones: readonly Milestone[];
  readonly sources: readonly { readonly id: string; readonly locator?: string; readonly place: Place }[];
  /** Where the author wrote it. */
  readonly written: Place;
}

/** Events of one lane that share a label on the overview. */
export interface Group {
  readonly label: string;
  readonly events: readonly string[];
}

/** A kind of mark or bar, in the author's words. */
export interface Kind<Shape> {
  readonly shape: Shape;
  readonly words: string;
}

/** What marks and bars mean, in the order of the key. Empty where the author says nothing of them. */
export interface Legend {
  readonly bars: readonly Kind<BarShape>[];
  readonly marks: readonly Kind<MarkShape>[];
  /** What else the key says: "Dates before 1582 are Julian". */
  readonly note: string | undefined;
}

/** An event whose date cannot be drawn: listed in the index with the words the author wrote. */
export type Undated = Omit<TimelineEvent, 'date' | 'end' | 'open' | 'when'> & { readonly when: string };

export interface Timeline {
  readonly title: string;
  /** First and last moment, in years. */
  readonly start: number;
  readonly end: number;
  readonly lanes: readonly Lane[];
  readonly eras: readonly Era[];
  readonly folds: readonly Fold[];
  readonly bands: readonly Band[];
  readonly spans: readonly Span[];
  readonly groups: readonly Group[];
  readonly legend: Legend;
  /** In order of time; on one date as written. */
  readonly events: readonly TimelineEvent[];
  readonly undated: readonly Undated[];
}
