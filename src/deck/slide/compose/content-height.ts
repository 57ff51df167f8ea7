import { attribute, type Element, isElementNode } from '../html-tree.ts';
import { balanced } from './columns.ts';
import { type Piece, piecesOf, spaced, stack, stacked } from './heights.ts';
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
  const { size } = setting;
  const authored = rest.find(({ kind }) => kind === 'columns');
  if (authored) {
    const others = stacked(
      piecesOf(
        rest.filter((part) => part !== authored),
        setting,
      ),
      size,
    );
    const made = highest(authoredColumns(authored.element, setting), size);
    return (gap) => others(gap) + made(gap) + size;
  }
  const words = rest.filter(({ kind }) => kind !== 'picture');
  if (columns === 1) return stacked(piecesOf(words, setting), size);
  if (columns === words.length && words.every(({ kind }) => kind === 'list')) {
    const lists = highest(
      words.map((list) => piecesOf([list], setting)),
      size,
    );
    return (gap) => lists(gap) + RULE * size;
  }
  const begin = words.findIndex(({ element }) => element.tagName === 'h3');
  // What stands before the first section runs across all of them.
  const whole = { ...setting, width: setting.width * columns + COLUMN_GAP * (columns - 1) };
  const before = piecesOf(words.slice(0, Math.max(0, begin)), whole);
  const pieces = piecesOf(words.slice(Math.max(0, begin)), setting);
  const across = stacked(before, size);
  const above = before.length > 0 ? 40 : 0;
  const [run, rule] = begin < 0 ? ([balanced, 0] as const) : ([sections, RULE * size] as const);
  return (gap) => across(gap) + above + rule + run(spaced(pieces, gap * size), columns);
}

/** The highest of columns side by side. */
function highest(columns: readonly (readonly Piece[])[], size: number): Heights {
  const all = columns.map((pieces) => stacked(pieces, size));
  return (gap) => Math.max(0, ...all.map((height) => height(gap)));
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
  return headline ? [headline, ...rest] : rest;
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
