import { attributes, escapeHtml } from '../../base/markup.ts';
import { suggest } from '../../base/nearest.ts';
import type { Place } from '../../base/problem.ts';
import type { Figure } from '../figure.ts';
import type { Receipt } from '../receipts/compute.ts';
import { takeReceipts, writeReceipts } from '../receipts/take.ts';
import type { RawSlide } from '../split.ts';
import { readList } from './attribute-lists.ts';
import { type Block, parseBlocks } from './blocks.ts';
import { flatten } from './bounds.ts';
import { type Citation, takeCitations } from './citations.ts';
import type { Composition } from './compose/composition.ts';
import { findFootnotes, missingFootnotes } from './footnotes.ts';
import { markFormulas } from './formulas/mark-formulas.ts';
import { type Fragment, parseHtml } from './html-tree.ts';
import type { Link } from './links.ts';
import { renderMarkdown } from './markdown.ts';
import { maskFences } from './mask-code.ts';
import { readShortCodes } from './short-codes.ts';
import type { Fold, SlideContext } from './slide.ts';
import { placeSlots } from './slots.ts';

/** The fence of a figure, in whose place the tree holds `<figure-slot n="…">`. */
export type FigureFence = Extract<Block, { kind: 'figure' }>;

/** A slide on its way: its trees, and what the passes have found so far. Each pass changes it in place. */
export interface Draft {
  readonly raw: RawSlide;
  readonly context: SlideContext;
  /** Ids of the slides before it. */
  readonly taken: ReadonlySet<string>;
  /** The slide's text, parsed once; written out once when all passes are done. */
  readonly tree: Fragment;
  /** The speaker notes, likewise. */
  readonly notes: Fragment;
  /** Attributes of the slide itself. */
  readonly attributes: Map<string, string>;
  readonly fences: readonly FigureFence[];
  /** Numbers written from cells of the deck's tables, in whose place the trees hold marks. */
  readonly receipts: readonly Receipt[];
  readonly citations: readonly Citation[];
  readonly citationsInNotes: readonly Citation[];
  id: string;
  headline: string;
  /** The figures of the fences, in their order; undefined for one whose fence held an error. */
  figures: readonly (Figure | undefined)[];
  footnotes: readonly string[];
  /** Markup that the foot shows before the sources. */
  foot: string;
  /** Rules for the deck's style sheet. */
  css: string;
  links: readonly Link[];
  /** Paths of the deck's files that it shows. */
  pictures: readonly string[];
  /** And those that its notes show. */
  picturesInNotes: readonly string[];
  fold: Fold | undefined;
  composition: Composition | undefined;
}

/** Says something of the whole slide. */
export function tellSlide({ raw: { file, line }, context }: Draft, what: string, fix: string): void {
  context.report({ severity: 'notice', place: { file, line, column: 1 }, what, fix });
}

/** Reads a slide's Markdown and notes: citations taken out of the text, the rest parsed to a tree, once. */
export function readDraft(raw: RawSlide, taken: ReadonlySet<string>, context: SlideContext): Draft {
  const { file, line } = raw;
  if (raw.isMarkup) return readMarkup(raw, taken, context);
  const body = takeCitations(raw.content, file, line, context.cites);
  const receipts: Receipt[] = [];
  const text = takeReceipts(body.text, { file, line }, receipts, context);
  const blocks = placeSlots(parseBlocks(text, file, line, context.kinds, context.report));
  const fences: FigureFence[] = [];
  const place = { file, line, column: 1 };
  const footnotes = findFootnotes(text);
  const html = blocks
    .map((block) => writeBlock(block, { fences, context, footnotes, receipts, place }))
    .join('');
  const notes = raw.notes
    ? takeCitations(raw.notes.text, file, raw.notes.line, context.cites)
    : { text: '', citations: [] };
  const noted = takeReceipts(notes.text, { file, line: raw.notes?.line ?? line }, receipts, context);
  return {
    ...{ raw, context, taken, fences, receipts },
    tree: parseBounded(html, place, context),
    notes: parseBounded(noted === '' ? '' : renderMarkdown(noted), place, context),
    attributes: new Map(),
    citations: body.citations,
    citationsInNotes: notes.citations,
    ...{ id: '', headline: '', figures: [], footnotes: [], foot: '', css: '' },
    ...{ links: [], pictures: [], picturesInNotes: [], fold: undefined, composition: undefined },
  };
}

/** Reads a slide that is written in HTML: nothing of it is a mark of Markdown's. */
function readMarkup(raw: RawSlide, taken: ReadonlySet<string>, context: SlideContext): Draft {
  const place = { file: raw.file, line: raw.line, column: 1 };
  const tree = parseBounded(raw.content, place, context);
  markFormulas(tree);
  return {
    ...{ raw, context, taken, tree, fences: [], receipts: [], attributes: new Map() },
    ...{ notes: parseHtml(''), citations: [], citationsInNotes: [] },
    ...{ id: '', headline: '', figures: [], footnotes: [], foot: '', css: '' },
    ...{ links: [], pictures: [], picturesInNotes: [], fold: undefined, composition: undefined },
  };
}

function parseBounded(html: string, place: Place, { report }: SlideContext): Fragment {
  const tree = parseHtml(html);
  const lost = flatten(tree);
  if (lost > 0)
    report({
      severity: 'notice',
      place,
      what: `${lost} elements of this slide lie deeper than 200, and are shown as their text`,
      fix: 'Close elements where they end.',
    });
  return tree;
}

/** Divs the theme knows. Any other name becomes a class too, but is worth a second look. */
const DIVS: ReadonlySet<string> = new Set([
  ...['leaf', 'columns', 'column', 'lead'],
  ...['number', 'vertical', 'aside', 'foot'],
]);

/** Classes that Pandoc, Quarto and Reveal give a meaning, here too or for their own pages. */
const PANDOC =
  /^(callout(-\w+)?|fragment|fade-[\w-]+|(non)?incremental|r-\w+(-\w+)?|absolute|panel-\w+|content-(visible|hidden)|cell(-\w+)*|smaller|scrollable|center|notes|refs|unnumbered|unlisted|grow|shrink|highlight-[\w-]+|semi-fade-out|strike)$/;

/** What the writing of a slide's blocks shares. */
interface Writing {
  readonly fences: FigureFence[];
  readonly context: SlideContext;
  readonly footnotes: ReadonlyMap<string, string>;
  readonly receipts: Receipt[];
  /** Where the slide begins. */
  readonly place: Place;
}

function writeBlock(block: Block, writing: Writing): string {
  const { fences, context, footnotes, receipts } = writing;
  if (block.kind === 'markdown')
    return inSteps(readShortCodes(block.text, { ...writing.place, line: block.line }, context.report))
      .map((text) => (text === '' ? '' : renderMarkdown(text + missingFootnotes(text, footnotes))))
      .map((html, step) => (step === 0 ? html : `<div class="fragment">${html}</div>`))
      .join('');
  if (block.kind === 'figure') {
    const body = takeReceipts(block.body, block.place, receipts, context, { code: true });
    fences.push({ ...block, body: writeReceipts(body, receipts) });
    return `<figure-slot n="${fences.length - 1}"></figure-slot>`;
  }
  const inner = block.blocks.map((child) => writeBlock(child, writing)).join('');
  const { classes, id, others } = readList(/^[\w-]+$/.test(block.name) ? `.${block.name}` : block.name);
  if (classes.includes('notes')) return `<aside class="notes">${inner}</aside>`;
  for (const name of classes.filter((one) => !DIVS.has(one) && !PANDOC.test(one)))
    context.report({
      severity: 'notice',
      place: block.place,
      what: `the theme knows no "::: ${name}"`,
      fix: `${suggest(name, [...DIVS])} Any other name is a plain div of that class.`,
    });
  const { title, ...more } = others;
  const isCallout = classes.some((one) => one.startsWith('callout'));
  const head = isCallout && title ? `<p><strong>${escapeHtml(title)}</strong></p>` : '';
  const body = classes.includes('incremental') ? inner.replaceAll('<li>', '<li class="fragment">') : inner;
  const own = { class: classes.join(' ') || undefined, id, ...more, ...(head === '' && title && { title }) };
  return `<div${attributes(own)}>${head}${body}</div>`;
}

/** The parts of a text between Pandoc's pauses (`. . .`), each but the first a step of its own. */
function inSteps(text: string): readonly string[] {
  if (!/^\. \. \.[ \t]*$/m.test(text)) return [text];
  const lines = text.split('\n');
  const masked = maskFences(text).split('\n');
  const parts: string[][] = [[]];
  for (const [index, line] of lines.entries())
    if (/^\. \. \.[ \t]*$/.test(masked[index] ?? '')) parts.push([]);
    else parts.at(-1)?.push(line);
  return parts.map((part) => part.join('\n'));
}
