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

/** The face that sets a code point where `face` is asked for; undefined where none of its stack holds it. */
export function faceOf(codePoint: number, face: Face, cmaps: Cmaps): Face | undefined {
  return STACKS[face].find((candidate) => cmaps[candidate].has(codePoint));
}

/** The code points of a text by the face that sets them; those that no face covers are in none. */
export function splitByFace(text: string, face: Face, cmaps: Cmaps): ReadonlyMap<Face, ReadonlySet<number>> {
  const split = new Map<Face, Set<number>>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const set = faceOf(codePoint, face, cmaps);
    if (!set || !needsGlyph(character)) continue;
    const known = split.get(set);
    if (known) known.add(codePoint);
    else split.set(set, new Set([codePoint]));
  }
  return split;
}

/** The characters of a text that no face of the stack covers, each once, in the order first met. */
export function uncovered(text: string, face: Face, cmaps: Cmaps): readonly string[] {
  const bare = [...text].filter(
    (character) => needsGlyph(character) && !faceOf(character.codePointAt(0) ?? 0, face, cmaps),
  );
  return [...new Set(bare)];
}

/** `'→' (U+2192)`, as messages name a character. */
export function nameCharacter(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `'${character}' (U+${hex})`;
}
