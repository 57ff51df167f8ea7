import type { Press } from '../keyboard/number-entry.ts';

/** Reveal's own record of where a deck stands. */
export interface RevealState {
  readonly indexh: number;
  readonly indexv: number;
  readonly indexf?: number;
}

/** What the window on stage says: where it stands, and since when the talk runs. */
export interface Standing {
  readonly orihon: 'standing';
  readonly nonce: string;
  readonly id: string;
  readonly state: RevealState;
  readonly blank: 'black' | 'white' | 'none';
  /** Whether nothing comes after this step. */
  readonly atEnd: boolean;
  /** Whether the talk needs no network from here on. */
  readonly offline: boolean;
  /** Milliseconds since 1970; null before the talk begins. */
  readonly startedAt: number | null;
}

/**
 * What the speaker's window says: each second that it is there, with the talk's beginning, so that a stage window
 * opened anew learns it; that the clock was set; a key that was pressed in it; the slide that was chosen in it.
 */
export type Saying =
  | { readonly orihon: 'hello'; readonly startedAt: number | null }
  | { readonly orihon: 'clock'; readonly startedAt: number | null }
  | { readonly orihon: 'key'; readonly press: Omit<Press, 'timeStamp'> }
  | { readonly orihon: 'go'; readonly id: string };
/** With what its window is known by. */
export type Word = Saying & { readonly nonce: string };

/** Both windows show the same page, however narrow; this part of its address makes one of them the speaker's. */
export const SPEAKER_ADDRESS = '?speaker';
/** And this one a small slide inside it. */
export const PREVIEW_ADDRESS = '?preview';

/** Where a stage window keeps since when its talk runs. */
export const STARTED = `orihon-started:${location.pathname}`;

/** What the speaker's window says to the small slides inside it: where to stand, and how many steps further. */
export interface Show {
  readonly orihon: 'show';
  readonly state: RevealState;
  readonly steps: number;
}

/** Names of the windows of one talk: what follows the name is known to them alone. */
export const SPEAKER_WINDOW = 'orihon-speaker-';
export const STAGE_WINDOW = 'orihon-stage-';

/** Origin that a word is sent to; a page opened from disk has none to name. */
export const OWN_ORIGIN = location.protocol === 'file:' ? '*' : location.origin;

/** Whether a message comes from a page of the same origin; pages opened from disk have none to compare. */
export function isOwn({ origin }: MessageEvent): boolean {
  return origin === location.origin || (location.protocol === 'file:' && origin === 'null');
}

/** The word a message holds, if it is one of the speaker's window, which knows the nonce. */
export function readWord(event: MessageEvent, nonce: string): Word | undefined {
  return isOwn(event) && isWord(event.data) && event.data.nonce === nonce ? event.data : undefined;
}

/** What a message holds, if it is the stage's standing, which knows the nonce. */
export function readStanding(event: MessageEvent, nonce: string): Standing | undefined {
  return isOwn(event) && isStanding(event.data) && event.data.nonce === nonce ? event.data : undefined;
}

function isWord(said: unknown): said is Word {
  if (typeof said !== 'object' || said === null || !('orihon' in said)) return false;
  if (said.orihon === 'key') return 'press' in said;
  if (said.orihon === 'go') return 'id' in said;
  return said.orihon === 'hello' || said.orihon === 'clock';
}

function isStanding(said: unknown): said is Standing {
  return typeof said === 'object' && said !== null && 'orihon' in said && said.orihon === 'standing';
}
