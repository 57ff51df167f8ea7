/** A deck's files as the compiler sees them. Paths count from the deck's folder, with forward slashes. */
export interface DeckFiles {
  /** What to call the deck in messages: its folder or file as the author named it. */
  readonly name: string;
  /** The Markdown, in order of name; line feeds only, no byte order mark. */
  readonly slides: readonly { readonly path: string; readonly text: string }[];
  /** Text of another file of the deck, with line feeds only; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  readonly has: (path: string) => boolean;
  readonly paths: readonly string[];
}
