import type { Face, Measure } from './faces.ts';

/** A run of text in one face and size. Several make one paragraph. */
export interface Run {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
}

const CJK = '\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f';
/**
 * What a line is never broken within: a whole date and a name with a hyphen (as the page sets them), a word, one
 * Japanese character with the stops after it.
 */
const PIECES = new RegExp(
  `\\d{1,2} \\p{Lu}\\p{L}{2,} \\d{4}[^ ${CJK}]*` +
    `|[${CJK}][、。）」』・ー]*` +
    `|(?:[^ ${CJK}–-]|[–-](?=[\\d\\p{Lu}]))+[–-]*` +
    `|[–-]+| +`,
  'gu',
);
/** A browser's line may end a little sooner than ours: its own rounding, and rules for brackets we leave out. */
export const SLACK = 0.985;

/** What stands on one line whole. */
export interface Piece {
  readonly length: number;
  /** Whether it is only space, which hangs over a line's end. */
  readonly blank: boolean;
}

/** The pieces of a run, measured once for all widths. */
export function measurePieces({ text, face, size }: Run, measure: Measure): readonly Piece[] {
  return (text.match(PIECES) ?? []).map((piece) => ({
    length: measure(piece, face, size),
    blank: piece.trim() === '',
  }));
}

/**
 * How many lines a paragraph takes in a column of `width`, breaking as a browser does but a little more
 * cautiously, so that a box made for so many lines holds them.
 */
export function countLines(runs: readonly Run[], width: number, measure: Measure): number {
  return linesOfPieces(
    runs.flatMap((run) => measurePieces(run, measure)),
    width,
  );
}

/** The same of pieces that were measured before. */
export function linesOfPieces(pieces: readonly Piece[], width: number): number {
  let lines = 1;
  let at = 0;
  for (const { length, blank } of pieces)
    if (at > 0 && at + length > width * SLACK && !blank) {
      lines++;
      at = length;
    } else if (at > 0 || !blank) at += length;
  return lines;
}
