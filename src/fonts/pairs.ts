import type { Face, Font } from 'harfbuzzjs';

type HarfBuzz = typeof import('harfbuzzjs');

/** What most words of Latin writing are made of: Latin-1 without the soft hyphen, and signs of typography. */
export const LETTERS: readonly string[] = [
  ...[...between(0x20, 0x7e), ...between(0xa0, 0xac), ...between(0xae, 0xff)],
  ...'–—‘’“”…−',
];

/** Another number for each other way to measure: tables of pairs are kept on disk. */
export const WAY = '2';

/** Where a letter stands in a table of pairs: after all letters, the end of a run, and whatever else may follow. */
const END = LETTERS.length;
const OTHER = END + 1;
const COLUMNS = OTHER + 1;
const PAIRS = LETTERS.length * COLUMNS;
/** What only the shaper tells, as of letters that join. */
const UNKNOWN = -0x8000;

const places = new Map(LETTERS.map((letter, place) => [letter.charCodeAt(0), place]));

/** Width of a run in em, as the shaper has it; undefined where only the shaper tells. */
export type WidthOfPairs = (run: string) => number | undefined;

/**
 * How far a letter takes its line on, by the letter behind it, for every two: kerning is between two. They are shaped
 * in one text in which each stands beside each. In units of the font, of which the last number says how many an em has.
 */
export function measurePairs(face: Face, harfbuzz: HarfBuzz): Buffer {
  const font = new harfbuzz.Font(face);
  const found = shapePairs(besideEach(LETTERS), font, harfbuzz);
  // Of two letters one may have joined with its other neighbour, as in "lfl".
  const lost = LETTERS.flatMap((one) =>
    LETTERS.filter((next) => !found.has(placeOf(one, 0) * COLUMNS + placeOf(next, 0))).map(
      (next) => one + next,
    ),
  );
  for (const [place, advance] of shapePairs(lost.join(' '), font, harfbuzz))
    if (!found.has(place)) found.set(place, advance);
  // Signs alone are of no writing, for which a font may have rules of its own.
  const signs = LETTERS.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  const alone = shapePairs(besideEach(signs), font, harfbuzz);
  const behind = [...signs.map((sign) => placeOf(sign, 0)), END];
  for (const sign of signs)
    for (const next of behind) {
      const place = placeOf(sign, 0) * COLUMNS + next;
      if (found.get(place) !== alone.get(place)) found.delete(place);
    }
  const advances = new Int16Array(PAIRS + 1).fill(UNKNOWN);
  for (const [place, advance] of found) advances[place] = advance;
  advances[PAIRS] = face.upem;
  return Buffer.from(advances.buffer);
}

/** Reads what was measured. */
export function readPairs(measured: Uint8Array): WidthOfPairs {
  const advances = new Int16Array(Uint8Array.from(measured).buffer);
  const em = advances[PAIRS] ?? Number.NaN;
  return (run) => {
    let width = 0;
    let place = placeOf(run, 0);
    for (let at = 0; at < run.length; at++) {
      const next = at + 1 < run.length ? placeOf(run, at + 1) : END;
      // Behind a letter that is none of these stands the size of an em, or nothing.
      const advance = place < END ? advances[place * COLUMNS + next] : UNKNOWN;
      if (advance === undefined || advance === UNKNOWN) return undefined;
      width += advance;
      place = next;
    }
    return width / em;
  };
}

function placeOf(run: string, at: number): number {
  return places.get(run.charCodeAt(at)) ?? OTHER;
}

/** Advances by their places in the table, but for letters that shaping makes other signs of. */
function shapePairs(text: string, font: Font, { Buffer, shape }: HarfBuzz): Map<number, number> {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer, []);
  // Letters that stay signs of their own, by where in the text they stand.
  const own = new Map<number, { readonly advance: number; readonly last: number }>();
  const taken = new Set<number>();
  for (const { cluster, codepoint, xAdvance = UNKNOWN } of buffer.getGlyphInfosAndPositions()) {
    if (!taken.has(cluster) && codepoint === font.nominalGlyph(text.charCodeAt(cluster)))
      own.set(cluster, { advance: xAdvance, last: font.glyphHAdvance(codepoint) });
    else own.delete(cluster);
    taken.add(cluster);
  }
  const found = new Map<number, number>();
  for (const [at, { advance, last }] of own) {
    const row = placeOf(text, at) * COLUMNS;
    found.set(row + END, last);
    if (own.has(at + 1)) found.set(row + placeOf(text, at + 1), advance);
  }
  return found;
}

/** A text in which each letter stands beside each, itself too, once: 0 01 02 03 1 12 13 2 23 3 0. */
function besideEach(letters: readonly string[]): string {
  const pairs = letters.flatMap((one, place) => [
    one,
    ...letters.slice(place + 1).map((other) => one + other),
  ]);
  return [...pairs, letters[0]].join('');
}

function between(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, nth) => String.fromCharCode(first + nth));
}
