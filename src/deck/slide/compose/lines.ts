import { linesOfPieces, measurePieces, type Piece } from '../../../fonts/count-lines.ts';
import type { Face, Measure } from '../../../fonts/faces.ts';

/** Pieces already measured, for a size of 1: twice the size in twice the width breaks alike. */
const measured = new WeakMap<Measure, Map<Face, Map<string, readonly Piece[]>>>();

/** How many lines a text takes in a width, px. Its words are measured once for all widths and sizes. */
export function linesIn(text: string, face: Face, size: number, width: number, measure: Measure): number {
  // No broader than asked for, lest more is put on a line than it holds.
  const room = Math.floor((width / size) * 100) / 100;
  return linesOfPieces(piecesOf(text, face, measure), room);
}

function piecesOf(text: string, face: Face, measure: Measure): readonly Piece[] {
  const faces = measured.get(measure) ?? new Map<Face, Map<string, readonly Piece[]>>();
  measured.set(measure, faces);
  const known = faces.get(face) ?? new Map<string, readonly Piece[]>();
  faces.set(face, known);
  const pieces = known.get(text) ?? measurePieces({ text, face, size: 1 }, measure);
  known.set(text, pieces);
  return pieces;
}
