import { type Face, STACKS } from './faces.ts';

/** The code points each face holds a glyph for. */
export type Cmaps = Readonly<Record<Face, ReadonlySet<number>>>;

/**
 * Characters that need no glyph: controls and line ends, and those Unicode says are not drawn (soft hyphen, joiners,
 * zero-width space, variation selectors, byte order mark).
 */
const undrawn = /^[\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;

export function needsGlyph(character: string): boolean {
  return !undrawn.test(character);
}

const joiner = /^[\u180b-\u180d\u180f\u200c\u200d]$/u;

/** Not drawn, but a font knows by it which form its neighbours take: ශ්‍රී is one sign, ශ්රී are three. */
export function isJoiner(character: string): boolean {
  return joiner.test(character);
}

/** The face that sets a code point where `face` is asked for; undefined where none of its stack holds it. */
export function faceOf(codePoint: number, face: Face, cmaps: Cmaps): Face | undefined {
  return STACKS[face].find((candidate) => cmaps[candidate].has(codePoint));
}

/** A picture of several characters (a flag, a family), or a character that is asked for as a picture. */
const SEQUENCE =
  /\p{RI}{2}|\p{Emoji}(?:\uFE0F\u20E3?|\p{EMod}|[\u{E0020}-\u{E007F}])*(?:\u200D\p{Emoji}(?:\uFE0F|\p{EMod})*)*/gu;

/** The code points of a text by the face that sets them; those that no face covers are in none. */
export function splitByFace(text: string, face: Face, cmaps: Cmaps): ReadonlyMap<Face, ReadonlySet<number>> {
  const split = new Map<Face, Set<number>>();
  const add = (set: Face, codePoint: number) => {
    const known = split.get(set);
    if (known) known.add(codePoint);
    else split.set(set, new Set([codePoint]));
  };
  // What joins the characters of a picture has no glyph, but the font knows the picture by it.
  const plain = text.replace(SEQUENCE, (sequence) => {
    if ([...sequence].length === 1) return sequence;
    for (const character of sequence) add('emoji', character.codePointAt(0) ?? 0);
    return '';
  });
  let last: Face | undefined;
  for (const character of plain) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (last && isJoiner(character)) add(last, codePoint);
    const set = faceOf(codePoint, face, cmaps);
    if (!set || !needsGlyph(character)) continue;
    last = set;
    for (const drawn of [codePoint, ...partsOf(character)]) if (cmaps[set].has(drawn)) add(set, drawn);
  }
  return split;
}

/** Writings that a browser draws as they are written: letter and accent as one, if the font has that one. */
const DRAWN_WHOLE =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{ASCII}]/u;
/** Vowels that are drawn in two parts, and that Unicode itself does not take apart. */
const TWO_PARTS: ReadonlyMap<string, string> = new Map([
  ['\u0e33', '\u0e4d\u0e32'],
  ['\u0eb3', '\u0ecd\u0eb2'],
  ...[...'\u17be\u17bf\u17c0\u17c4\u17c5'].map((vowel): [string, string] => [vowel, '\u17c1']),
]);

/**
 * What a browser makes of a letter before it draws it: a font without one of the parts of a vowel is passed over
 * for the whole syllable, and one of the machine is taken.
 */
function partsOf(character: string): readonly number[] {
  if (DRAWN_WHOLE.test(character)) return [];
  const parts = TWO_PARTS.get(character) ?? character.normalize('NFD');
  return [...parts].flatMap((part) => (part === character ? [] : (part.codePointAt(0) ?? [])));
}

/** Each character of a text once, in the order first met. Most of a page is ASCII that was met before. */
export function charactersOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const met = new Uint8Array(0x80);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (met[unit] === 1) continue;
    met[unit] = 1;
    const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
    found.add(character);
    at += character.length - 1;
  }
  return found;
}

/** The characters of a text that no face of the stack covers, each once, in the order first met. */
export function uncovered(text: string, face: Face, cmaps: Cmaps): readonly string[] {
  return [...charactersOf(text)].filter(
    (character) => !faceOf(character.codePointAt(0) ?? 0, face, cmaps) && needsGlyph(character),
  );
}

/** `'→' (U+2192)`, as messages name a character. */
export function nameCharacter(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `'${character}' (U+${hex})`;
}

const HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The faces as a text needs them: where the Japanese faces lack some of its Chinese characters, and it is not Japanese,
 * they set none of them. A line of two drawings, one character thinner than the next, reads worse than the machine's.
 */
export function evenKanji(cmaps: Cmaps, letters: ReadonlySet<string>): Cmaps {
  const text = [...letters].join('');
  const han = [...letters].filter((letter) => HAN.test(letter));
  if (KANA.test(text) || han.every((letter) => faceOf(letter.codePointAt(0) ?? 0, 'text', cmaps)))
    return cmaps;
  const others = (face: ReadonlySet<number>) =>
    new Set([...face].filter((codePoint) => !HAN.test(String.fromCodePoint(codePoint))));
  return { ...cmaps, gothic: others(cmaps.gothic), mincho: others(cmaps.mincho) };
}
