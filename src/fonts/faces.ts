/**
 * The faces of the theme, by role; `math` sets formulas and signs, `emoji` little pictures. All are static instances: Chromium embeds variable fonts in a PDF as
 * Type 3 outlines, static ones as TrueType.
 */
export type Face = 'display' | 'text' | 'strong' | 'gothic' | 'mincho' | 'math' | 'emoji';

/**
 * Width of a line of text set in a face at a size, in the unit of `size`. Kerned as the browser kerns; characters
 * that the face lacks are measured in `gothic` (after `display`: `mincho`), as the page's font stack sets them.
 * `digits` is `tabular` where the style sheet says `font-variant-numeric: tabular-nums`. Letter-spacing is not in
 * it: add it once for each character.
 */
export type Measure = (text: string, face: Face, size: number, digits?: 'tabular') => number;

/** Faces that a deck may bring a file of its own for. */
export const OWN_FACES = ['display', 'text', 'strong'] as const;

/** A deck's own cuts, by face, and those that only what is written in it asks for. */
export interface OwnCuts extends Readonly<Partial<Record<(typeof OWN_FACES)[number], Cut>>> {
  readonly more?: MoreCuts | undefined;
}

export type MoreCuts = Readonly<Partial<Record<Face, readonly Cut[]>>>;

export const FACES: readonly Face[] = ['display', 'text', 'strong', 'gothic', 'mincho', 'math', 'emoji'];

/**
 * Where each face's characters are looked for, in order: the page's `font-family` lists, by role.
 */
export const STACKS: Readonly<Record<Face, readonly Face[]>> = {
  display: ['display', 'mincho', 'emoji', 'math'],
  text: ['text', 'gothic', 'emoji', 'math'],
  strong: ['strong', 'gothic', 'emoji', 'math'],
  gothic: ['gothic', 'emoji', 'math'],
  mincho: ['mincho', 'emoji', 'math'],
  math: ['math', 'text', 'gothic', 'emoji'],
  emoji: ['emoji'],
};

export { type FaceStyle, STYLES } from './styles.ts';

/** One font file as published, and the place on its axes where it is frozen. */
export interface Cut {
  /** First part of the names of files made from it. */
  readonly name: string;
  /** Module path, to be resolved as an import is, or the file itself where a deck brings it. */
  readonly source: string | Uint8Array;
  /** Position on each variable axis; none for a font that is static already. */
  readonly axes: Readonly<Record<string, number>>;
  /** Whether kanji and kana in it are passed over, since a face of the theme has them in their Japanese form. */
  readonly withoutKanji?: boolean;
  /** Whether a word is as wide as its letters, two by two: it has no rules for more of them. A test proves it. */
  readonly byPairs?: boolean;
}

const newsreader = '@fontsource-variable/newsreader/files/newsreader';
const archivo = '@fontsource-variable/archivo/files/archivo';
const display = { wght: 400, opsz: 72 };
const text = { wght: 400, wdth: 86 };
const strong = { wght: 640, wdth: 86 };

/**
 * The files a face is made of, in the order a character is looked for in them. The Latin faces are published in
 * slices (macrons stand in the second) that hold glyphs by different numbers and cannot be joined by subsetting.
 */
export const CUTS: Readonly<Record<Face, readonly Cut[]>> = {
  display: [
    { name: 'newsreader', source: `${newsreader}-latin-opsz-normal.woff2`, axes: display, byPairs: true },
    { name: 'newsreader-ext', source: `${newsreader}-latin-ext-opsz-normal.woff2`, axes: display },
  ],
  text: [
    { name: 'archivo-400', source: `${archivo}-latin-wdth-normal.woff2`, axes: text, byPairs: true },
    { name: 'archivo-400-ext', source: `${archivo}-latin-ext-wdth-normal.woff2`, axes: text },
  ],
  strong: [
    { name: 'archivo-640', source: `${archivo}-latin-wdth-normal.woff2`, axes: strong, byPairs: true },
    { name: 'archivo-640-ext', source: `${archivo}-latin-ext-wdth-normal.woff2`, axes: strong },
  ],
  gothic: [
    {
      name: 'zen-kaku-gothic-new',
      source: '@fontsource/zen-kaku-gothic-new/files/zen-kaku-gothic-new-japanese-400-normal.woff2',
      axes: {},
    },
  ],
  mincho: [
    {
      name: 'zen-old-mincho',
      source: '@fontsource/zen-old-mincho/files/zen-old-mincho-japanese-400-normal.woff2',
      axes: {},
    },
  ],
  math: [],
  emoji: [],
};

/** Faces that few decks need, and none opens without need. */
export const SIGN_CUTS = {
  math: [
    {
      name: 'stix-two-math',
      source: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
      axes: {},
    },
  ],
  // The whole file: the slices it is published in hold no sequences.
  emoji: [
    {
      name: 'noto-emoji',
      source: '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff2',
      axes: {},
    },
  ],
} as const satisfies MoreCuts;

const sans = '@fontsource-variable/noto-sans/files/noto-sans';
const serif = '@fontsource-variable/noto-serif/files/noto-serif';

/** A slice of Noto in each of the theme's faces, as narrow as those are. */
function noto(slice: string): Required<Pick<MoreCuts, 'display' | 'text' | 'strong'>> {
  const cut = (name: string, family: string, axes: Cut['axes']): readonly Cut[] => [
    { name: `${name}-${slice}`, source: `${family}-${slice}-wdth-normal.woff2`, axes },
  ];
  return {
    display: cut('noto-serif-400', serif, { wght: 400, wdth: 95 }),
    text: cut('noto-sans-400', sans, { wght: 400, wdth: 88 }),
    strong: cut('noto-sans-640', sans, { wght: 640, wdth: 88 }),
  };
}

/** Letters that the first slices lack, and the cuts that the program has for them. */
export const SLICES: readonly { readonly letters: RegExp; readonly cuts: MoreCuts }[] = [
  {
    letters: /[\u0300-\u0309\u0323\u0329\u0102\u0103\u0110\u0111\u01a0-\u01b0\u1ea0-\u1ef9\u20ab]/u,
    cuts: {
      display: [
        { name: 'newsreader-vi', source: `${newsreader}-vietnamese-opsz-normal.woff2`, axes: display },
      ],
      text: [{ name: 'archivo-400-vi', source: `${archivo}-vietnamese-wdth-normal.woff2`, axes: text }],
      strong: [{ name: 'archivo-640-vi', source: `${archivo}-vietnamese-wdth-normal.woff2`, axes: strong }],
    },
  },
  { letters: /[\u0400-\u045f\u0490-\u0491\u04b0-\u04b1\u2116]/u, cuts: noto('cyrillic') },
  { letters: /[\u0460-\u052f\u1c80-\u1c8a\u20b4\u2de0-\u2dff\ua640-\ua69f]/u, cuts: noto('cyrillic-ext') },
  { letters: /[\u0370-\u03ff]/u, cuts: noto('greek') },
  { letters: /[\u1f00-\u1fff]/u, cuts: noto('greek-ext') },
];

/**
 * The cuts of a face in a deck with fonts of its own: its own file comes first. Letters that neither `strong` nor
 * `display` holds are looked for in the deck's `text`, so that one file is enough for another script.
 */
export function cutsOf(face: Face, own: OwnCuts): readonly Cut[] {
  const more = own.more?.[face] ?? [];
  if (face !== 'display' && face !== 'text' && face !== 'strong') return [...CUTS[face], ...more];
  const [first, last] = own[face] ? [own[face], undefined] : [undefined, own.text];
  return [first, ...CUTS[face], last, ...more].filter((cut) => cut !== undefined);
}
