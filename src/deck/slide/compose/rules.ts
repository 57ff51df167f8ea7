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
  readonly holds: (parts: Parts, kinds: ReadonlySet<Kind>) => boolean;
}

/** A sentence that can be read at a glance. */
const GLANCE = 18;

/** The table of rules: the first that holds decides. Slides with a leaf or a figure are composed by their author. */
export const RULES: readonly Rule[] = [
  {
    layout: 'title',
    written: 'a heading of level 1 with a line or two',
    holds: ({ headline, rest }, kinds) =>
      headline?.element.tagName === 'h1' &&
      rest.length > 0 &&
      rest.length <= 4 &&
      only(kinds, 'text', 'heading') &&
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
    holds: ({ rest }, kinds) => rest.length === 1 && only(kinds, 'formula'),
  },
  {
    layout: 'quotation',
    written: 'a quotation, with or without a name below',
    holds: ({ rest: [first, ...rest] }) =>
      first?.kind === 'quotation' &&
      first.words <= 70 &&
      rest.length <= 1 &&
      rest.every(({ kind }) => kind === 'text') &&
      isShort(rest, 20),
  },
  {
    layout: 'picture',
    written: 'a picture alone',
    holds: ({ rest }, kinds) => rest.length === 1 && only(kinds, 'picture'),
  },
  {
    layout: 'pictures',
    written: 'two to four pictures',
    holds: ({ rest }, kinds) => rest.length >= 2 && rest.length <= 4 && only(kinds, 'picture'),
  },
  {
    layout: 'beside',
    written: 'one picture and text',
    holds: ({ rest }, kinds) =>
      count(rest, 'picture') === 1 && only(kinds, 'picture', 'text', 'list', 'heading', 'quotation'),
  },
  {
    layout: 'statement',
    written: `one paragraph of up to ${GLANCE} words`,
    holds: ({ rest }, kinds) => rest.length === 1 && only(kinds, 'text') && isShort(rest, GLANCE),
  },
  {
    layout: 'columns',
    written: 'two to four headings of level 3 with text under each, or ::: columns, or two or three lists',
    holds: ({ rest }) => sectionsOf(rest) > 0,
  },
  { layout: 'table', written: 'a table', holds: (_, kinds) => kinds.has('table') && !kinds.has('columns') },
  { layout: 'code', written: 'code', holds: (_, kinds) => kinds.has('code') && !kinds.has('columns') },
  { layout: 'list', written: 'a list', holds: ({ rest }) => count(rest, 'list') === 1 },
  { layout: 'text', written: 'anything else', holds: () => true },
];

/** The layout of a slide's parts; undefined where its author, a leaf or a figure composes it. */
export function layoutOf(parts: Parts): Layout | undefined {
  const kinds = kindsOf(parts.rest);
  if (kinds.has('leaf') || kinds.has('figure') || kinds.has('other')) return undefined;
  return RULES.find(({ holds }) => holds(parts, kinds))?.layout;
}

/**
 * How many columns stand side by side: those the author made, else one for each heading of level 3, else one for
 * each of two or three lists. 0 where nothing wants to.
 */
export function sectionsOf(rest: readonly Part[]): number {
  const kinds = kindsOf(rest);
  if (count(rest, 'columns') === 1 && only(kinds, 'columns', 'text')) return 1;
  const headings = rest.filter(({ element }) => element.tagName === 'h3');
  const between = (few: number, many: number, n: number) => n >= few && n <= many;
  if (headings.length > 0) {
    const full = rest.every(
      ({ element }, index) => element.tagName !== 'h3' || (rest[index + 1]?.element.tagName ?? 'h3') !== 'h3',
    );
    const starts = rest.findIndex(({ element }) => element.tagName === 'h3');
    const plain = only(kinds, 'heading', 'text', 'list', 'quotation', 'code');
    return full && plain && starts <= 1 && between(2, 4, headings.length) ? headings.length : 0;
  }
  const lists = count(rest, 'list');
  return between(2, 3, lists) && only(kinds, 'list') ? lists : 0;
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

function kindsOf(rest: readonly Part[]): ReadonlySet<Kind> {
  const kinds = new Set<Kind>();
  for (const { kind } of rest) kinds.add(kind);
  return kinds;
}

function only(kinds: ReadonlySet<Kind>, ...allowed: readonly Kind[]): boolean {
  for (const kind of kinds) if (!allowed.includes(kind)) return false;
  return true;
}

function count(rest: readonly Part[], kind: Kind): number {
  let found = 0;
  for (const part of rest) if (part.kind === kind) found++;
  return found;
}

function isShort(rest: readonly Part[], words: number): boolean {
  return wordsIn(rest) <= words;
}
