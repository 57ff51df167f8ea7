import type { Place } from '../../../base/problem.ts';
import type { Located } from '../../../base/yaml/read.ts';
import type { Columns } from './columns.ts';
import type { RawTimeline, RawUndated } from './timeline-schema.ts';

/** A timeline's file: what is in it, and what a fence says of it. */
export interface TimelineFile {
  readonly file: string;
  readonly text: string;
  /** Of a file that is no UTF-8 text. */
  readonly bytes?: Uint8Array | undefined;
  readonly columns?: Columns;
  /** Where the file is named; its own first line where it is left out. */
  readonly place?: Place;
  /** Paths of the deck's files: pictures are looked for among them. */
  readonly paths?: readonly string[];
  /** Of the deck, for words that are added. */
  readonly lang?: string;
}

/** What a file holds before what it leaves out is added. */
export interface WrittenTimeline {
  readonly located: Located<RawTimeline>;
  /** Events whose dates cannot be drawn. */
  readonly undated: readonly RawUndated[];
}
