import type { Face, Measure } from '../../../fonts/faces.ts';
import { allElements, type Element, isElementNode, isTextNode, textOf } from '../html-tree.ts';
import { codeHeight } from './code-height.ts';
import type { Entry } from './entries.ts';
import { linesIn } from './lines.ts';
import type { Part } from './parts.ts';
import type { Setting } from './setting.ts';
import { tableHeight } from './table-height.ts';

/** `src/page/compose.css` has the same numbers. */
export const LINE = 1.36;
/** Between blocks, em. */
export const BLOCK_GAP = 0.7;
const ABOVE_TABLE = 1.2;
export const INDENT = 1.1;
/** Letters a line holds at most, about, in em of the text's face. */
export const LONGEST_LINE = 33;
const HEADING = { size: 1.25, most: 54, line: 1.15, above: 0.9, below: 0.63 };

/** A piece that no column breaks: its height with the space above it, px. */
export interface Piece {
  readonly height: number;
  readonly above: number;
  /** How many times the space between entries and rows comes to its height. */
  readonly rows?: number;
  /** Whether that space stands above it, as between entries. */
  readonly entry?: boolean;
  /** Whether a column has to begin here. */
  readonly starts: boolean;
}

/** The height of pieces below one another. */
export function stack(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { height, above }, index) => sum + height + (index > 0 ? above : 0), 0);
}

/**
 * The height of pieces below one another, by the space between entries and rows, em: added up once for all of them.
 * @param size of text, px
 */
export function stacked(pieces: readonly Piece[], size: number): (gap: number) => number {
  let fixed = 0;
  let gaps = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    fixed += piece.height;
    gaps += piece.rows ?? 0;
    if (piece.entry) gaps++;
    else if (at > 0) fixed += piece.above;
  }
  return (gap) => fixed + gaps * gap * size;
}

/** Pieces with a space between entries and rows, px. */
export function spaced(pieces: readonly Piece[], gap: number): readonly Piece[] {
  return pieces.map((piece) => ({
    height: piece.height + (piece.rows ?? 0) * gap,
    above: piece.entry ? gap : piece.above,
    starts: piece.starts,
  }));
}

/** Pieces of the parts of a slide. Whatever is measured is a little more than what a browser needs. */
export function piecesOf(parts: readonly Part[], setting: Setting): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const part of parts) addPieces(pieces, part, setting);
  return pieces;
}

function addPieces(pieces: Piece[], part: Part, setting: Setting): void {
  const { kind, element } = part;
  const above = BLOCK_GAP * setting.size;
  if (kind === 'heading') pieces.push(headingPiece(part, setting));
  else if (kind === 'list')
    for (const [index, entry] of part.entries.entries())
      pieces.push({ height: entryHeight(entry, setting, 1), above, entry: index > 0, starts: false });
  else if (kind === 'code') pieces.push({ height: codeHeight(element, setting), above, starts: false });
  else if (kind === 'table')
    pieces.push({ ...tableHeight(element, setting), above: ABOVE_TABLE * setting.size, starts: false });
  else
    for (const lines of paragraphs(part))
      for (const [line, text] of lines.entries()) addLines(pieces, text, setting, line === 0 ? above : 0);
}

function headingPiece({ text, element }: Part, { size, width, measure }: Setting): Piece {
  const face = { face: 'display' as const, size: Math.min(HEADING.most, size * HEADING.size) };
  return {
    height: linesOf(text, width, face, measure) * face.size * HEADING.line + HEADING.below * size,
    above: HEADING.above * size,
    starts: element.tagName === 'h3',
  };
}

function entryHeight({ own, inner }: Entry, setting: Setting, depth: number): number {
  const { size, measure } = setting;
  const width = setting.width - INDENT * size * depth;
  const face = { face: 'text' as const, size };
  let lines = 0;
  for (const text of own) lines += linesOf(text, width, face, measure);
  let below = 0;
  for (const one of inner) below += entryHeight(one, setting, depth + 1) + 0.35 * size;
  return lines * size * LINE + below + Math.max(0, own.length - 1) * BLOCK_GAP * size;
}

/** The paragraphs of an element, each with the lines that its author broke it in. */
function paragraphs(part: Part): readonly (readonly string[])[] {
  const { element } = part;
  const inner =
    element.tagName === 'p'
      ? []
      : allElements(element).filter(({ tagName }) => tagName === 'p' || tagName === 'li');
  return inner.length > 0
    ? inner.map((one) => brokenLines(one) ?? [textOf(one)])
    : [brokenLines(element) ?? [part.text]];
}

/** The lines of a paragraph that its author broke; undefined of any other. */
function brokenLines(element: Element): readonly string[] | undefined {
  if (!element.childNodes.some((node) => isElementNode(node) && node.tagName === 'br')) return undefined;
  const lines = [''];
  for (const node of element.childNodes) {
    const text = isTextNode(node) ? node.value : isElementNode(node) ? ` ${textOf(node)} ` : '';
    if (isElementNode(node) && node.tagName === 'br') lines.push('');
    else lines.push(`${lines.pop() ?? ''}${text}`);
  }
  return lines.map((line) => line.replace(/\s+/g, ' ').trim());
}

/** The lines of a paragraph, which a column may break; not one from the next. */
function addLines(pieces: Piece[], text: string, { size, width, measure }: Setting, above: number): void {
  const lines = linesOf(text, width, { face: 'text', size }, measure);
  const height = size * LINE;
  if (lines < 4) pieces.push({ height: lines * height, above, starts: false });
  else
    for (let at = 0; at < lines - 2; at++)
      pieces.push({
        height: at === 0 || at === lines - 3 ? 2 * height : height,
        above: at === 0 ? above : 0,
        starts: false,
      });
}

export function linesOf(
  text: string,
  width: number,
  { face, size }: { readonly face: Face; readonly size: number },
  measure: Measure,
): number {
  const room = face === 'text' ? Math.min(width, LONGEST_LINE * size) : width;
  return linesIn(text, face, size, room, measure);
}
