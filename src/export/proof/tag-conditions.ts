import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import type { Tag } from '../pdf/tag-tree.ts';
import type { Condition, Finding } from './condition.ts';

/** Structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP ' +
    'Warichu WT WP Figure Formula Form'
  ).split(' '),
);

const TABLE: ReadonlyMap<string, readonly string[]> = new Map([
  ['Table', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']],
  ['THead', ['TR']],
  ['TBody', ['TR']],
  ['TFoot', ['TR']],
  ['TR', ['TH', 'TD']],
]);
const LIST: ReadonlyMap<string, readonly string[]> = new Map([
  ['L', ['L', 'LI', 'Caption']],
  ['LI', ['Lbl', 'LBody']],
]);
const CONTENTS: ReadonlyMap<string, readonly string[]> = new Map([['TOC', ['TOC', 'TOCI', 'Caption']]]);
const NOTHING: ReadonlyMap<string, readonly string[]> = new Map();
/** What small letters beside a word hold, in order. */
const SEQUENCES: ReadonlyMap<string, readonly string[]> = new Map([
  ['Ruby', ['RB RT', 'RB RP RT RP']],
  ['Warichu', ['WP WT WP']],
]);
/** What may stand only in the one that is named. */
const WITHIN: ReadonlyMap<string, readonly string[]> = new Map([
  ['TR', ['Table', 'THead', 'TBody', 'TFoot']],
  ['TH', ['TR']],
  ['TD', ['TR']],
  ['LI', ['L']],
  ['LBody', ['LI']],
  ['TOCI', ['TOC']],
  ['RB', ['Ruby']],
  ['RT', ['Ruby']],
  ['RP', ['Ruby']],
  ['WT', ['Warichu']],
  ['WP', ['Warichu']],
]);

const OF_TABLES: ReadonlySet<string> = new Set(['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot']);
const OF_LISTS: ReadonlySet<string> = new Set(['L', 'LI', 'LBody']);
const OF_CONTENTS: ReadonlySet<string> = new Set(['TOC', 'TOCI']);
const OF_RUBY: ReadonlySet<string> = new Set(['Ruby', 'RB', 'RT', 'RP']);
const OF_WARICHU: ReadonlySet<string> = new Set(['Warichu', 'WT', 'WP']);

/** What must hold of a file's tags. */
export const TAG_CONDITIONS: readonly Condition[] = [
  one('02-001', ({ kind }) => (STANDARD.has(kind) ? undefined : `the tag ${kind} is no standard one`)),
  one('09-004', (tag) => misplaced(tag, TABLE, OF_TABLES)),
  one('09-005', (tag) => misplaced(tag, LIST, OF_LISTS)),
  one('09-006', (tag) => misplaced(tag, CONTENTS, OF_CONTENTS)),
  one('09-007', (tag) => misplaced(tag, NOTHING, OF_RUBY) ?? outOfOrder(tag, 'Ruby')),
  one('09-008', (tag) => misplaced(tag, NOTHING, OF_WARICHU) ?? outOfOrder(tag, 'Warichu')),
  one('13-004', ({ kind, dict }) =>
    kind === 'Figure' && words(dict, 'Alt') === '' && words(dict, 'ActualText') === ''
      ? 'a figure has no alternative text'
      : undefined,
  ),
  { number: '14-002', standard: 'PDF/UA', find: ({ tags }) => firstHeading(tags) },
  { number: '14-003', standard: 'PDF/UA', find: ({ tags }) => skippedLevels(tags) },
  one('14-006', (tag) =>
    childrenOf(tag).filter(({ kind }) => kind === 'H').length > 1
      ? `${tag.kind} holds two headings without level`
      : undefined,
  ),
  one('14-007', ({ kind }) => (kind === 'H' ? 'a heading has no level' : undefined)),
  one('15-003', (tag) =>
    tag.kind === 'TH' && !hasScope(tag.dict)
      ? 'a head of a table says not whether of a row or a column'
      : undefined,
  ),
  one('17-002', ({ kind, dict }) =>
    kind === 'Formula' && words(dict, 'Alt') === '' ? 'a formula has no alternative text' : undefined,
  ),
  one('19-003', ({ kind, dict }) =>
    kind === 'Note' && !dict.has(PDFName.of('ID')) ? 'a note has no id' : undefined,
  ),
  { number: '19-004', standard: 'PDF/UA', find: ({ tags }) => repeatedIds(tags) },
];

/** A condition of single tags. */
function one(number: string, fault: (tag: Tag) => string | undefined): Condition {
  return {
    number,
    standard: 'PDF/UA',
    *find({ tags }) {
      for (const tag of tags) {
        const what = fault(tag);
        if (what !== undefined) yield { page: tag.page, what };
      }
    },
  };
}

function misplaced(
  tag: Tag,
  grammar: ReadonlyMap<string, readonly string[]>,
  concerned: ReadonlySet<string>,
): string | undefined {
  if (!concerned.has(tag.kind)) return undefined;
  const allowed = grammar.get(tag.kind);
  const stray = allowed && childrenOf(tag).find(({ kind }) => !allowed.includes(kind));
  if (stray) return `${tag.kind} holds ${stray.kind}`;
  if (allowed && tag.content.length > 0) return `${tag.kind} holds text of its own`;
  const wanted = WITHIN.get(tag.kind);
  if (!wanted) return undefined;
  const above = parentOf(tag);
  if (!wanted.includes(above?.kind ?? '')) return `${tag.kind} stands in ${above?.kind ?? 'nothing'}`;
  return undefined;
}

function outOfOrder(tag: Tag, kind: string): string | undefined {
  if (tag.kind !== kind) return undefined;
  const held = childrenOf(tag)
    .map((child) => child.kind)
    .join(' ');
  return SEQUENCES.get(kind)?.includes(held) ? undefined : `${kind} holds ${held || 'nothing'}`;
}

function childrenOf(tag: Tag): readonly Tag[] {
  return tag.below.flatMap((child) =>
    child.kind === 'NonStruct' && child.content.length === 0 ? childrenOf(child) : [child],
  );
}

function parentOf(tag: Tag): Tag | undefined {
  let above = tag.above;
  while (above?.kind === 'NonStruct') above = above.above;
  return above;
}

const LEVELS: readonly string[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

function levelOf({ kind }: Tag): number {
  return LEVELS.indexOf(kind) + 1;
}

function* firstHeading(tags: readonly Tag[]): Generator<Finding> {
  const first = tags.find((tag) => levelOf(tag) > 0);
  if (first && levelOf(first) !== 1) yield { page: first.page, what: `the first heading is ${first.kind}` };
}

function* skippedLevels(tags: readonly Tag[]): Generator<Finding> {
  let before = 0;
  for (const tag of tags) {
    const level = levelOf(tag);
    if (level === 0) continue;
    if (before > 0 && level > before + 1) yield { page: tag.page, what: `H${level} follows H${before}` };
    before = level;
  }
}

function* repeatedIds(tags: readonly Tag[]): Generator<Finding> {
  const seen = new Set<string>();
  for (const { kind, dict, page } of tags) {
    if (kind !== 'Note') continue;
    const id = words(dict, 'ID');
    if (seen.has(id)) yield { page, what: `two notes have the id ${id}` };
    seen.add(id);
  }
}

function hasScope(dict: PDFDict): boolean {
  const written = dict.lookup(PDFName.of('A'));
  const all =
    written instanceof PDFArray ? written.asArray().map((ref) => dict.context.lookup(ref)) : [written];
  return all.some(
    (set) => set instanceof PDFDict && (set.has(PDFName.of('Scope')) || set.has(PDFName.of('Headers'))),
  );
}

/** Text of an entry; empty where there is none. */
export function words(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
