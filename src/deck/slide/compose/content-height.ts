import { attribute, type Element, isElementNode } from '../html-tree.ts';
import { balanced } from './columns.ts';
import { type Piece, piecesOf, spaced, stack } from './heights.ts';
import { type Part, readParts } from './parts.ts';
import type { Setting } from './setting.ts';

/** Between columns, px at 1920. */
export const COLUMN_GAP = 72;
/** Above a section or a list that stands beside others: a rule, and the space below it, em. */
const RULE = 0.55;

/** Height of content, px, by the space between its entries and rows, em: words are measured once for all of them. */
export type Heights = (gap: number) => number;

/** Heights of what follows a headline, in so many columns. */
export function heightsOf(rest: readonly Part[], setting: Setting, columns: number): Heights {
  const [authored] = rest.filter(({ kind }) => kind === 'columns');
  const stacked = (pieces: readonly Piece[], gap: number) => stack(spaced(pieces, gap * setting.size));
  const highest = (all: readonly (readonly Piece[])[], gap: number) =>
    Math.max(0, ...all.map((pieces) => stacked(pieces, gap)));
  if (authored) {
    const others = piecesOf(
      rest.filter((part) => part !== authored),
      setting,
    );
    const made = authoredColumns(authored.element, setting);
    return (gap) => stacked(others, gap) + highest(made, gap) + setting.size;
  }
  const words = rest.filter(({ kind }) => kind !== 'picture');
  if (columns > 1 && columns === words.length && words.every(({ kind }) => kind === 'list')) {
    const lists = words.map((list) => piecesOf([list], setting));
    return (gap) => highest(lists, gap) + RULE * setting.size;
  }
  const begin = columns === 1 ? -1 : words.findIndex(({ element }) => element.tagName === 'h3');
  // What stands before the first section runs across all of them.
  const whole = { ...setting, width: setting.width * columns + COLUMN_GAP * (columns - 1) };
  const across = piecesOf(words.slice(0, Math.max(0, begin)), whole);
  const pieces = piecesOf(words.slice(Math.max(0, begin)), setting);
  if (columns === 1) return (gap) => stacked(pieces, gap);
  const above = across.length > 0 ? 40 : 0;
  const [run, rule] = begin < 0 ? ([balanced, 0] as const) : ([sections, RULE * setting.size] as const);
  return (gap) => stacked(across, gap) + above + rule + run(spaced(pieces, gap * setting.size), columns);
}

/** Columns the author made, each with a width of its own. */
function authoredColumns(element: Element, setting: Setting): readonly (readonly Piece[])[] {
  const made = element.childNodes
    .filter(isElementNode)
    .filter((child) => (attribute(child, 'class') ?? '').split(' ').includes('column'));
  const width = (setting.width - COLUMN_GAP * (made.length - 1)) / Math.max(1, made.length);
  return made.map((column) => piecesOf(readAll(column), { ...setting, width }));
}

function readAll(column: Element): readonly Part[] {
  const { headline, rest } = readParts(column);
  return headline ? [{ kind: 'heading', element: headline, words: 0 }, ...rest] : rest;
}

/** The highest of sections: each heading begins one. */
function sections(pieces: readonly Piece[]): number {
  const columns: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.starts) columns.push([piece]);
    else columns.at(-1)?.push(piece);
  }
  return Math.max(...columns.map(stack));
}
