import { linesOfPieces, measurePieces, type Piece, SLACK } from '../../../fonts/count-lines.ts';
import type { Face, Measure } from '../../../fonts/faces.ts';

/** What is known of a face, for a size of 1: twice the size in twice the width breaks alike. */
interface Known {
  /** Texts, cut into pieces that were measured. */
  readonly pieces: Map<string, readonly Piece[]>;
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
  const { pieces, letters } = knownOf(face, measure);
  if (isSurelyOneLine(text, letters, room, (letter) => measure(letter, face, 1))) return 1;
  const found = pieces.get(text) ?? measurePieces({ text, face, size: 1 }, measure);
  pieces.set(text, found);
  return linesOfPieces(found, room);
}

/** Whether a text of plain letters fits one line even where each is as wide as it is alone: most need no more. */
function isSurelyOneLine(
  text: string,
  letters: Float64Array,
  room: number,
  widthOf: (letter: string) => number,
): boolean {
  const most = (room * SLACK) / KERNING;
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > LAST_LETTER) return false;
    if (Number.isNaN(letters[code])) letters[code] = widthOf(text.charAt(at));
    width += letters[code] ?? 0;
    if (width > most) return false;
  }
  return true;
}

function knownOf(face: Face, measure: Measure): Known {
  const faces = known.get(measure) ?? new Map<Face, Known>();
  known.set(measure, faces);
  const found = faces.get(face) ?? {
    pieces: new Map(),
    letters: new Float64Array(LAST_LETTER + 1).fill(Number.NaN),
  };
  faces.set(face, found);
  return found;
}
