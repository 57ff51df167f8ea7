/** A deck's files as the compiler sees them. Paths count from the deck's folder, with forward slashes. */
export interface DeckFiles {
  /** What to call the deck in messages: its folder or file as the author named it. */
  readonly name: string;
  /** The Markdown, in order of name; line feeds only, no byte order mark. */
  readonly slides: readonly { readonly path: string; readonly text: string }[];
  /** Files that these take slides from by name; none where left out. */
  readonly included?: readonly { readonly path: string; readonly text: string }[];
  /** Text of another file of the deck, with line feeds only; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** Bytes of a file that may be no UTF-8 text (a workbook, an old CSV); left out where `read` is all there is. */
  readonly readBytes?: (path: string) => Uint8Array | undefined;
  /** Markdown of the folder that is no slides, as a licence; none where left out. */
  readonly beside?: readonly string[];
  readonly has: (path: string) => boolean;
  readonly paths: readonly string[];
  /** Files of settings that other programs share between decks, first those that give way; none where left out. */
  readonly settings?: readonly { readonly path: string; readonly text: string }[] | undefined;
}

/** Every file of slides, those too that others take slides from. */
export function slideFiles({ slides, included = [] }: DeckFiles): DeckFiles['slides'] {
  return [...slides, ...included];
}
