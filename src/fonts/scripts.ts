/** A writing, the package of Fontsource that has a face for it, and the words a message names it by. */
export interface Script {
  readonly name: string;
  readonly package: string;
}

const script = (property: string, name: string, family: string): readonly [RegExp, Script] => [
  new RegExp(`^\\p{Script_Extensions=${property}}$`, 'u'),
  { name: `${name} letters`, package: `@fontsource/${family}` },
];

const EMOJI: Script = { name: 'emoji', package: '@fontsource/noto-emoji' };
const SIGNS: Script = { name: 'signs', package: '@fontsource/noto-sans-symbols-2' };

/** Writings that decks are written in, the common ones first. */
const SCRIPTS: readonly (readonly [RegExp, Script])[] = [
  script('Latin', 'Latin', 'noto-sans'),
  script('Cyrillic', 'Cyrillic', 'noto-sans'),
  script('Greek', 'Greek', 'noto-sans'),
  script('Hangul', 'Korean', 'noto-sans-kr'),
  script('Hiragana', 'Japanese', 'noto-sans-jp'),
  script('Katakana', 'Japanese', 'noto-sans-jp'),
  script('Han', 'Chinese', 'noto-sans-sc'),
  script('Bopomofo', 'Chinese', 'noto-sans-tc'),
  script('Arabic', 'Arabic', 'noto-sans-arabic'),
  script('Hebrew', 'Hebrew', 'noto-sans-hebrew'),
  script('Devanagari', 'Devanagari', 'noto-sans-devanagari'),
  script('Bengali', 'Bengali', 'noto-sans-bengali'),
  script('Tamil', 'Tamil', 'noto-sans-tamil'),
  script('Telugu', 'Telugu', 'noto-sans-telugu'),
  script('Kannada', 'Kannada', 'noto-sans-kannada'),
  script('Malayalam', 'Malayalam', 'noto-sans-malayalam'),
  script('Gujarati', 'Gujarati', 'noto-sans-gujarati'),
  script('Gurmukhi', 'Gurmukhi', 'noto-sans-gurmukhi'),
  script('Oriya', 'Odia', 'noto-sans-oriya'),
  script('Sinhala', 'Sinhala', 'noto-sans-sinhala'),
  script('Thai', 'Thai', 'noto-sans-thai'),
  script('Lao', 'Lao', 'noto-sans-lao'),
  script('Khmer', 'Khmer', 'noto-sans-khmer'),
  script('Myanmar', 'Burmese', 'noto-sans-myanmar'),
  script('Tibetan', 'Tibetan', 'noto-serif-tibetan'),
  script('Georgian', 'Georgian', 'noto-sans-georgian'),
  script('Armenian', 'Armenian', 'noto-sans-armenian'),
  script('Ethiopic', 'Ethiopic', 'noto-sans-ethiopic'),
  script('Mongolian', 'Mongolian', 'noto-sans-mongolian'),
];

const PICTOGRAPH = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})$/u;

/** The writing a character belongs to; signs of no writing are "signs". */
export function scriptOf(character: string): Script {
  if (PICTOGRAPH.test(character) && !/^[\p{L}\p{N}]$/u.test(character)) return EMOJI;
  return SCRIPTS.find(([pattern]) => pattern.test(character))?.[1] ?? SIGNS;
}
