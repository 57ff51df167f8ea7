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

/** How long something was in force. Without `to` it is still so at the timeline's end. */
export interface Bar {
  readonly weight: 'heavy' | 'light';
  readonly from: PartialDate;
  readonly to: PartialDate | undefined;
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
  readonly lane: string;
  readonly date: PartialDate;
  readonly title: string;
  /** The name beside the mark, without its year. */
  readonly label: string;
  readonly second: SecondName | undefined;
  readonly parties: readonly string[];
  readonly partiesNote: string | undefined;
  readonly kind: string;
  readonly instrument: string | undefined;
  readonly place: string | undefined;
  readonly summary: string;
  /** 1 must be named on the overview, 2 is named where there is room, 3 only in its era. */
  readonly significance: 1 | 2 | 3;
  /** `signed` is a filled dot, `declared` a ring. */
  readonly mark: 'signed' | 'declared';
  readonly bar: Bar | undefined;
  readonly signed: PartialDate | undefined;
  readonly inForce: PartialDate | undefined;
  readonly ended: PartialDate | undefined;
  readonly milestones: readonly Milestone[];
  readonly sources: readonly { readonly id: string; readonly place: Place }[];
  /** Where the author wrote it. */
  readonly written: Place;
}

/** Events of one lane that share a label on the overview. */
export interface Group {
  readonly label: string;
  readonly events: readonly string[];
}

/** What the marks mean, in the author's words. */
export interface Legend {
  readonly heavy: string | undefined;
  readonly light: string | undefined;
  readonly signed: string | undefined;
  readonly declared: string | undefined;
}

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
}
