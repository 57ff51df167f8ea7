import type { Kind, Part, Parts } from './parts.ts';

/** How a slide is composed. Each name is a class of the slide, `layout-…`, which an author may also write. */
export const LAYOUTS = [
  ...['title', 'part', 'statement', 'quotation', 'formula', 'picture', 'pictures', 'beside', 'above'],
  ...['columns', 'list', 'table', 'code', 'text'],
] as const;

export type Layout =
  | 'title'
  | 'part'
  | 'statement'
  | 'quotation'
  | 'formula'
  | 'picture'
  | 'pictures'
  | 'beside'
  | 'above'
  | 'columns'
  | 'list'
  | 'table'
  | 'code'
  | 'text';

interface Rule {
  readonly layout: Layout;
  /** What was written, in a reader's words; `docs/look.md` has the same. */
  readonly written: string;
  readonly holds: (parts: Parts) => boolean;
}

/** A sentence that can be read at a glance. */
const GLANCE = 18;

/** The table of rules: the first that holds decides. Slides with a leaf or a figure are composed by their author. */
export const RULES: readonly Rule[] = [
  {
    layout: 'title',
    written: 'a heading of level 1 with a line or two',
    holds: ({ headline, rest }) =>
      headline?.tagName === 'h1' &&
      rest.length > 0 &&
      rest.length <= 4 &&
      only(rest, 'text', 'heading') &&
      isShort(rest, 40),
  },
  {
    layout: 'part',
    written: 'a heading alone',
    holds: ({ headline, rest }) => headline !== undefined && rest.length === 0,
  },
  {
    layout: 'formula',
    written: 'a formula alone',
    holds: ({ rest }) => rest.length === 1 && only(rest, 'formula'),
  },
  {
    layout: 'quotation',
    written: 'a quotation, with or without a name below',
    holds: ({ rest: [first, ...rest] }) =>
      first?.kind === 'quotation' &&
      first.words <= 70 &&
      rest.length <= 1 &&
      only(rest, 'text') &&
      isShort(rest, 20),
  },
  {
    layout: 'picture',
    written: 'a picture alone',
    holds: ({ rest }) => rest.length === 1 && only(rest, 'picture'),
  },
  {
    layout: 'pictures',
    written: 'two to four pictures',
    holds: ({ rest }) => rest.length >= 2 && rest.length <= 4 && only(rest, 'picture'),
  },
  {
    layout: 'beside',
    written: 'one picture and text',
    holds: ({ rest }) =>
      count(rest, 'picture') === 1 && only(rest, 'picture', 'text', 'list', 'heading', 'quotation'),
  },
  {
    layout: 'statement',
    written: `one paragraph of up to ${GLANCE} words`,
    holds: ({ rest }) => rest.length === 1 && only(rest, 'text') && isShort(rest, GLANCE),
  },
  {
    layout: 'columns',
    written: 'two to four headings of level 3 with text under each, or ::: columns, or two or three lists',
    holds: ({ rest }) => sectionsOf(rest) > 0,
  },
  { layout: 'table', written: 'a table', holds: ({ rest }) => has(rest, 'table') && !has(rest, 'columns') },
  { layout: 'code', written: 'code', holds: ({ rest }) => has(rest, 'code') && !has(rest, 'columns') },
  { layout: 'list', written: 'a list', holds: ({ rest }) => count(rest, 'list') === 1 },
  { layout: 'text', written: 'anything else', holds: () => true },
];

/** The layout of a slide's parts; undefined where its author, a leaf or a figure composes it. */
export function layoutOf(parts: Parts): Layout | undefined {
  if (parts.rest.some(({ kind }) => kind === 'leaf' || kind === 'figure' || kind === 'other'))
    return undefined;
  return RULES.find(({ holds }) => holds(parts))?.layout;
}

/**
 * How many columns stand side by side: those the author made, else one for each heading of level 3, else one for
 * each of two or three lists. 0 where nothing wants to.
 */
export function sectionsOf(rest: readonly Part[]): number {
  if (count(rest, 'columns') === 1 && only(rest, 'columns', 'text')) return 1;
  const headings = rest.filter(({ element }) => element.tagName === 'h3');
  const between = (few: number, many: number, n: number) => n >= few && n <= many;
  if (headings.length > 0) {
    const full = rest.every(
      ({ element }, index) => element.tagName !== 'h3' || (rest[index + 1]?.element.tagName ?? 'h3') !== 'h3',
    );
    const starts = rest.findIndex(({ element }) => element.tagName === 'h3');
    const plain = only(rest, 'heading', 'text', 'list', 'quotation', 'code');
    return full && plain && starts <= 1 && between(2, 4, headings.length) ? headings.length : 0;
  }
  const lists = count(rest, 'list');
  return between(2, 3, lists) && only(rest, 'list') ? lists : 0;
}

/** Entries of all lists, of the first level. */
export function countEntries(rest: readonly Part[]): number {
  let sum = 0;
  for (const { entries } of rest) sum += entries.length;
  return sum;
}

export function wordsIn(rest: readonly Part[]): number {
  let sum = 0;
  for (const { words } of rest) sum += words;
  return sum;
}

function only(rest: readonly Part[], ...kinds: readonly Kind[]): boolean {
  return rest.every(({ kind }) => kinds.includes(kind));
}

function has(rest: readonly Part[], kind: Kind): boolean {
  return rest.some((part) => part.kind === kind);
}

function count(rest: readonly Part[], kind: Kind): number {
  let found = 0;
  for (const part of rest) if (part.kind === kind) found++;
  return found;
}

function isShort(rest: readonly Part[], words: number): boolean {
  return wordsIn(rest) <= words;
}
