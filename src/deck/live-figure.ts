/*
 * What a kind of figure may do in the browser, beyond its markup. An element that wants code says so with
 * `data-live="<the kind's folder>"`, and the folder holds what there is of:
 *
 *   live/slides.ts     exports `onSlides`: fetched when a slide with such an element is near
 *   live/article.ts    exports `inArticle`: fetched where the deck is read as an article
 *   live/addresses.ts  exports `addresses`: fetched when an address names no slide
 *   live/keys.ts       exports `KEYS`: its letters, in the page's first script
 *   live/focus-keys.ts exports `FOCUS_KEYS`: what the list of keys says of keys that it has the focus for
 *
 * The page finds these files by their names and knows no kind.
 */

/** What the page offers to the figures on its slides. */
export interface Stage {
  readonly current: () => HTMLElement;
  /** Goes to a slide: a jump, which Backspace takes back. */
  readonly goTo: (slide: HTMLElement) => void;
  /** Id of the slide on which an event is shown largest. */
  readonly slideOf: (event: string) => string | undefined;
  /** Shows what a name stands for, in the best way that is not better than `from`; whether there was any. */
  readonly open: (name: string, how: { readonly focus: boolean; readonly from?: Rank }) => Promise<boolean>;
  /** Gives the slide the address of something on it; with undefined its own comes back. */
  readonly holdAddress: (name: string | undefined) => void;
  /** Parts of slides that lie in files of their own and are not filled yet, as text. */
  readonly laterParts: () => Promise<readonly { readonly slide: HTMLElement; readonly text: string }[]>;
  readonly fillLater: (slide: HTMLElement) => Promise<void>;
}

/** What a kind does on slides. Every function is given slides that hold an element of the kind. */
export interface OnSlides {
  /** The slide is in view, or one of its steps came or went. Called again and again. */
  readonly show: (slide: HTMLElement) => unknown;
  /** The slide in view gives way to another that has this kind, too. */
  readonly move?: (from: HTMLElement, to: HTMLElement) => void;
  /** Closes what is open and gives up what is chosen, for Esc or as the slide is left; whether there was any. */
  readonly leave?: (slide: HTMLElement) => boolean;
  /** One of the kind's letters was pressed. */
  readonly press?: (slide: HTMLElement, key: string) => void;
  /** Makes slides ready for paper, as far as it takes time. Slides with `data-steps-done` show no further step. */
  readonly prepare?: (slides: readonly HTMLElement[]) => unknown;
  /** Draws all for paper, at once: printing waits for nothing. */
  readonly print?: () => void;
  /** What hands made of a slide that is about to be written anew; undefined where they made nothing. */
  readonly remember?: (slide: HTMLElement) => Memory | undefined;
}

/** Puts back on a slide what hands had made of it. */
export interface Memory {
  /** Before the slide is seen: without motion where there was some already. */
  readonly place?: (slide: HTMLElement) => void;
  /** Once it is in view, written anew or not. */
  readonly show?: (slide: HTMLElement) => void;
}

export type MakeOnSlides = (stage: Stage) => OnSlides;

/** How exactly a name is met: by the thing itself, by its row in an index, or by what it is a part of. */
export type Rank = (typeof RANKS)[number];
export const RANKS = ['itself', 'row', 'part'] as const;

/** The names that a kind gives a meaning to. */
export interface Addresses {
  /** Shows what a name stands for, by one way alone; whether it could. */
  readonly open: (name: string, rank: Rank, how: { readonly focus: boolean }) => Promise<boolean>;
  /** All of them, for suggestions. */
  readonly names: () => Promise<readonly string[]>;
  /** Gives up what is shown; whether there was any. */
  readonly leave?: () => boolean;
}

export type MakeAddresses = (stage: Stage) => Addresses;

/** What a kind made of its figures in the article, in one step: all of the page is there. */
export interface InArticle {
  /** Scales figures to the room they have, which has changed. */
  readonly fit?: () => void;
  /** Settled when all is drawn. */
  readonly drawn?: Promise<unknown>;
  /** Unfolds one of its elements with `data-event`, as the one chosen; with undefined, none. */
  readonly unfold?: (element: HTMLElement | undefined) => void;
}

/** A letter that acts on the slides that have the kind, and what the list of keys says of it. */
export interface FigureKey {
  readonly key: string;
  readonly says: string;
}

/** Keys that act while a figure has the focus, as the list of keys names them in a deck that has such a figure. */
export interface FocusKey {
  readonly shown: string;
  readonly says: string;
}
