/** What the style sheet calls a face. `weight` is the descriptor of its `@font-face` rule. */
export interface FaceStyle {
  readonly family: string;
  readonly weight: string;
}

/**
 * A family of one cut answers to every weight, so that a heading or a fallback beside bold text is never emboldened
 * by the browser: that would be another drawing on the screen and outlines instead of text in the PDF.
 */
export const STYLES = {
  display: { family: 'Newsreader', weight: '1 1000' },
  text: { family: 'Archivo', weight: '400' },
  strong: { family: 'Archivo', weight: '640' },
  gothic: { family: 'Zen Kaku Gothic New', weight: '1 1000' },
  mincho: { family: 'Zen Old Mincho', weight: '1 1000' },
  math: { family: 'STIX Two Math', weight: '1 1000' },
  emoji: { family: 'Noto Emoji', weight: '1 1000' },
} as const satisfies Readonly<Record<string, FaceStyle>>;
