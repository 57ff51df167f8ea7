import { linesOfPieces, measurePieces, type Piece, SLACK } from '../../../fonts/count-lines.ts';
import type { Face, Measure } from '../../../fonts/faces.ts';

/** A text in a face, for a size of 1: twice the size in twice the width breaks alike. */
interface KnownText {
  /** What it is never wider than in one line; endless where its letters alone do not tell. */
  readonly most: number;
  /** What no line breaks within, once that has been measured. */
  pieces: readonly Piece[] | undefined;
}

/** What is known of a face. */
interface Known {
  readonly texts: Map<string, KnownText>;
  /** Widths of letters by their numbers; NaN where one was not asked for yet. */
  readonly letters: Float64Array;
}

const known = new WeakMap<Measure, Map<Face, Known>>();

/** Letters beyond this one may join with their neighbours, or stand on them: each alone says nothing. */
const LAST_LETTER = 0x24f;
/** Letters side by side are at most so much wider than each alone: some pairs are kerned apart. */
const KERNING = 1.04;

/** How many lines a text takes in a width, px. Its words are measured once for all widths and sizes. */
export function linesIn(text: string, face: Face, size: number, width: number, measure: Measure): number {
  // No broader than asked for, lest more is put on a line than it holds.
  const room = Math.floor((width / size) * 100) / 100;
  const { texts, letters } = knownOf(face, measure);
  let found = texts.get(text);
  if (!found) {
    found = { most: mostOf(text, letters, face, measure), pieces: undefined };
    texts.set(text, found);
  }
  if (found.most <= room * SLACK) return 1;
  found.pieces ??= measurePieces({ text, face, size: 1 }, measure);
  return linesOfPieces(found.pieces, room);
}

/** The width of plain letters if each is as wide as it is alone: most texts need no more to be known as one line. */
function mostOf(text: string, letters: Float64Array, face: Face, measure: Measure): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > LAST_LETTER) return Number.POSITIVE_INFINITY;
    if (Number.isNaN(letters[code])) letters[code] = measure(text.charAt(at), face, 1);
    width += letters[code] ?? 0;
  }
  return width * KERNING;
}

function knownOf(face: Face, measure: Measure): Known {
  let faces = known.get(measure);
  if (!faces) {
    faces = new Map();
    known.set(measure, faces);
  }
  let found = faces.get(face);
  if (!found) {
    found = { texts: new Map(), letters: new Float64Array(LAST_LETTER + 1).fill(Number.NaN) };
    faces.set(face, found);
  }
  return found;
}
