import type { Face, Measure } from '../../../fonts/faces.ts';
import { allElements, type Element, isElementNode, isTextNode, textOf } from '../html-tree.ts';
import { codeHeight } from './code-height.ts';
import { linesIn } from './lines.ts';
import { entriesOf, type Part, textIn } from './parts.ts';
import type { Setting } from './setting.ts';
import { tableHeight } from './table-height.ts';

/** `src/page/compose.css` has the same numbers. */
export const LINE = 1.36;
/** Between blocks, em. */
export const BLOCK_GAP = 0.7;
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
  for (const { element, kind } of parts) pieces.push(...piecesOfElement(element, kind, setting));
  return pieces;
}

function piecesOfElement(element: Element, kind: Part['kind'], setting: Setting): readonly Piece[] {
  const { size } = setting;
  const above = BLOCK_GAP * size;
  switch (kind) {
    case 'heading': {
      const face = { face: 'display' as const, size: Math.min(HEADING.most, size * HEADING.size) };
      const height =
        linesOf(textIn(element), setting.width, face, setting.measure) * face.size * HEADING.line;
      return [
        {
          height: height + HEADING.below * size,
          above: HEADING.above * size,
          starts: element.tagName === 'h3',
        },
      ];
    }
    case 'list':
      return entriesOf(element).map((entry, index) => ({
        height: entryHeight(entry, setting, 1),
        above,
        entry: index > 0,
        starts: false,
      }));
    case 'code':
      return [{ height: codeHeight(element, setting), above, starts: false }];
    case 'table':
      return [{ ...tableHeight(element, setting), above, starts: false }];
    default:
      return paragraphs(element).flatMap((lines) =>
        lines.flatMap((text, line) => linePieces(text, setting, line === 0 ? above : 0)),
      );
  }
}

/** What stands in an entry of a list: paragraphs of its own, and entries of lists within. */
interface Entry {
  readonly own: readonly string[];
  readonly inner: readonly Element[];
}

/** Entries already read. */
const entries = new WeakMap<Element, Entry>();

function readEntry(entry: Element): Entry {
  const found = entries.get(entry);
  if (found) return found;
  const own: string[] = [];
  const inner: Element[] = [];
  for (const node of entry.childNodes) {
    if (!isElementNode(node)) continue;
    if (node.tagName === 'p') own.push(textOf(node));
    else if (isList(node)) inner.push(...entriesOf(node));
  }
  if (own.length === 0) own.push(inner.length === 0 ? textIn(entry) : ownText(entry));
  const made = { own, inner };
  entries.set(entry, made);
  return made;
}

function entryHeight(entry: Element, setting: Setting, depth: number): number {
  const { size, measure } = setting;
  const width = setting.width - INDENT * size * depth;
  const { own, inner } = readEntry(entry);
  const face = { face: 'text' as const, size };
  let lines = 0;
  for (const text of own) lines += linesOf(text, width, face, measure);
  let below = 0;
  for (const one of inner) below += entryHeight(one, setting, depth + 1) + 0.35 * size;
  return lines * size * LINE + below + Math.max(0, own.length - 1) * BLOCK_GAP * size;
}

function ownText(entry: Element): string {
  const own = entry.childNodes.map((node) => {
    if (isTextNode(node)) return node.value;
    return isElementNode(node) && !isList(node) ? textOf(node) : '';
  });
  return own.join('').replace(/\s+/g, ' ').trim();
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

/** The paragraphs of an element, each with the lines that its author broke it in. */
function paragraphs(element: Element): readonly (readonly string[])[] {
  if (element.tagName === 'p') return [brokenLines(element)];
  const inner = [...allElements(element)].filter(({ tagName }) => /^(p|li)$/.test(tagName));
  return inner.length > 0 ? inner.map(brokenLines) : [brokenLines(element)];
}

function brokenLines(element: Element): readonly string[] {
  if (!element.childNodes.some((node) => isElementNode(node) && node.tagName === 'br'))
    return [textIn(element)];
  const lines = [''];
  for (const node of element.childNodes) {
    const text = isTextNode(node) ? node.value : isElementNode(node) ? ` ${textOf(node)} ` : '';
    if (isElementNode(node) && node.tagName === 'br') lines.push('');
    else lines.push(`${lines.pop() ?? ''}${text}`);
  }
  return lines.map((line) => line.replace(/\s+/g, ' ').trim());
}

/** The lines of a paragraph, which a column may break; not one from the next. */
function linePieces(text: string, { size, width, measure }: Setting, above: number): readonly Piece[] {
  const lines = linesOf(text, width, { face: 'text', size }, measure);
  const height = size * LINE;
  if (lines < 4) return [{ height: lines * height, above, starts: false }];
  return Array.from({ length: lines - 2 }, (_, index) => ({
    height: index === 0 || index === lines - 3 ? 2 * height : height,
    above: index === 0 ? above : 0,
    starts: false,
  }));
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
