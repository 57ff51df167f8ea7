import { escapeHtml } from '../../base/markup.ts';
import { suggest } from '../../base/nearest.ts';
import type { Place } from '../../base/problem.ts';
import type { Figure, FigureContext, MakeFigure } from '../figure.ts';
import type { Bibliography } from '../sources/sources.ts';
import type { RawSlide } from '../split.ts';
import { paintBackground } from './background.ts';
import { type Block, parseBlocks } from './blocks.ts';
import { checkAlternatives } from './check-alt-text.ts';
import { checkWhen } from './check-when.ts';
import { type Citation, takeCitations } from './citations.ts';
import { colourCode } from './code.ts';
import { type Attributes, applyDirectives, checkDirectives } from './directives.ts';
import { checkFences } from './fences.ts';
import {
  checkFootnoteRoom,
  checkFootnotes,
  findFootnotes,
  missingFootnotes,
  takeFootnotes,
} from './footnotes.ts';
import { attribute, elements, type Fragment, parseHtml, removeNode, textOf, writeHtml } from './html-tree.ts';
import { slug, unused } from './ids.ts';
import { findLinks, type Link, linkPictures } from './links.ts';
import { renderMarkdown } from './markdown.ts';
import { takeOtherNotes } from './other-notes.ts';
import { keepSafe, liftStyles } from './safety.ts';
import { polish, polishText } from './typography.ts';

/** A slide compiled but for the numbers of its sources and its own number, which the whole deck decides. */
export interface Slide {
  readonly id: string;
  readonly place: Place;
  /** Text of its first heading; empty where it has none. */
  readonly headline: string;
  readonly attributes: Attributes;
  /** Where its sheet is folded; undefined for a plain sheet. */
  readonly fold: 'a' | 'b' | undefined;
  readonly below: boolean;
  /** Markup of the notes; empty where there are none. */
  readonly notes: string;
  /** Sources its text and figures rest on, printed in its foot; and those its notes add. */
  readonly cites: readonly Citation[];
  readonly citesInNotes: readonly Citation[];
  readonly figures: readonly Figure[];
  /** Markup of each page of the slide, without section, foot and notes. More than one where a figure needs more. */
  readonly pages: (bibliography: Bibliography) => readonly string[];
  /** What the foot says before the sources. */
  readonly foot: string;
  readonly css: string;
  readonly links: readonly Link[];
  readonly pictures: readonly Link[];
}

export interface SlideContext extends Omit<FigureContext, 'report'> {
  readonly kinds: ReadonlyMap<string, MakeFigure>;
  readonly report: FigureContext['report'];
  /** Whether the deck's author vouches for programs and frames in it. */
  readonly trust: boolean;
}

/** Divs the theme knows. Any other name becomes a class too, but is worth a second look. */
const DIVS: ReadonlySet<string> = new Set([
  'leaf',
  'columns',
  'column',
  'lead',
  'number',
  'vertical',
  'aside',
  'foot',
]);

/** Compiles one slide. Where it names no id, one is made of its headline that is not among those `taken`. */
export function compileSlide(raw: RawSlide, taken: ReadonlySet<string>, context: SlideContext): Slide {
  const { file, line } = raw;
  const place = { file, line, column: 1 };
  checkDirectives(raw.content, file, line, context.report);
  checkFences(raw, context.kinds, context.report);
  checkFootnotes(raw, context.report);
  const body = takeCitations(raw.content, file, line);
  const blocks = parseBlocks(body.text, file, line, new Set(context.kinds.keys()), context.report);
  const slots: Extract<Block, { kind: 'figure' }>[] = [];
  const write = { slots, context, footnotes: findFootnotes(body.text) };
  const tree = parseHtml(blocks.map((block) => writeBlock(block, write)).join(''));
  const attributes = applyDirectives(tree);
  const notes = compileNotes(raw, context);
  for (const [name, value] of notes.attributes) attributes.set(name, value);
  if (!context.trust) keepSafe(tree, attributes, raw, context.report);
  polish(tree, context.lang);
  const otherNotes = takeOtherNotes(tree, attributes);
  const footnotes = takeFootnotes(tree);
  const headline = headlineOf(tree);
  const id = attributes.get('id') ?? unused(slug(headline) || 'slide', taken);
  const foot = [...footnotes, takeFoot(tree)].filter(Boolean).join(' ');
  const css = liftStyles(tree, attributes, id) + colourCode(tree, id);
  const made = slots.map((slot) => makeFigure(slot, id, context));
  const figures = made.filter((figure) => figure !== undefined);
  checkWhen(raw, tree, figures, context.report);
  checkAlternatives(raw, tree, context.report);
  const pictures = linkPictures(raw, tree, attributes);
  const ground = paintBackground(attributes, id);
  const html = writeHtml(tree).trim();
  const fold = foldOf(attributes, figures, tree);
  checkFootnoteRoom(footnotes, fold, place, context);

  return {
    id,
    place,
    headline,
    attributes,
    below: raw.below,
    notes: [notes.html, otherNotes].filter(Boolean).join('\n'),
    cites: [
      ...body.citations,
      ...figures.filter((figure) => !figure.namesSources).flatMap(({ cites }) => cites),
    ],
    citesInNotes: [
      ...notes.citations,
      ...figures.filter((figure) => figure.namesSources).flatMap(({ cites }) => cites),
    ],
    figures,
    foot: [foot, ...figures.map(({ note = '' }) => polishText(note, context.lang) ?? escapeHtml(note))]
      .filter(Boolean)
      .join(' '),
    css: css + ground + figures.map((figure) => figure.css).join(''),
    links: findLinks(raw, tree),
    pictures,
    fold,
    pages: (bibliography) => {
      const figurePages = made.map((figure) => figure?.pages(bibliography) ?? []);
      const count = Math.max(1, ...figurePages.map((pages) => pages.length));
      return Array.from({ length: count }, (_, page) =>
        fillSlots(
          html,
          figurePages.map((pages) => pages[page] ?? ''),
        ),
      );
    },
  };
}

/** What the writing of a slide's blocks shares. */
interface Write {
  readonly slots: Extract<Block, { kind: 'figure' }>[];
  readonly context: SlideContext;
  readonly footnotes: ReadonlyMap<string, string>;
}

function writeBlock(block: Block, write: Write): string {
  const { slots, context, footnotes } = write;
  if (block.kind === 'markdown') return renderMarkdown(block.text + missingFootnotes(block.text, footnotes));
  if (block.kind === 'figure') {
    slots.push(block);
    return `<figure-slot n="${slots.length - 1}"></figure-slot>`;
  }
  if (!DIVS.has(block.name))
    context.report({
      severity: 'notice',
      place: block.place,
      what: `the theme knows no "::: ${block.name}"`,
      fix: `${suggest(block.name, [...DIVS])} Any other name is a plain div of that class.`,
    });
  const inner = block.blocks.map((child) => writeBlock(child, write)).join('');
  return `<div class="${escapeHtml(block.name)}">${inner}</div>`;
}

function makeFigure(
  slot: Extract<Block, { kind: 'figure' }>,
  slide: string,
  context: SlideContext,
): Figure | undefined {
  const make = context.kinds.get(slot.name);
  return make?.({ kind: slot.name, body: slot.body, place: slot.place, slide }, context);
}

function fillSlots(html: string, pages: readonly string[]): string {
  return html.replace(/<figure-slot n="(\d+)"><\/figure-slot>/g, (_, n: string) => pages[Number(n)] ?? '');
}

function compileNotes(
  raw: RawSlide,
  context: SlideContext,
): { html: string; citations: readonly Citation[]; attributes: Attributes } {
  if (!raw.notes) return { html: '', citations: [], attributes: new Map() };
  const { text, citations } = takeCitations(raw.notes.text, raw.file, raw.notes.line);
  const tree = parseHtml(renderMarkdown(text));
  const attributes = applyDirectives(tree);
  const { file, notes } = raw;
  if (!context.trust)
    keepSafe(
      tree,
      new Map(),
      { file, content: ' '.repeat(notes.column - 1) + notes.text, line: notes.line },
      context.report,
    );
  polish(tree, context.lang);
  return { html: writeHtml(tree).trim(), citations, attributes };
}

function takeFoot(tree: Fragment): string {
  for (const element of elements(tree)) {
    if (attribute(element, 'class') !== 'foot') continue;
    removeNode(element);
    return [...elements(element)]
      .filter(({ tagName }) => tagName === 'p')
      .map((p) => writeHtml(p))
      .join(' ');
  }
  return '';
}

function headlineOf(tree: Fragment): string {
  for (const element of elements(tree)) if (/^h[1-6]$/.test(element.tagName)) return textOf(element);
  return '';
}

/** What the author says, else what a figure asks for; else fold A where something stands on the leaf. */
function foldOf(attributes: Attributes, figures: readonly Figure[], tree: Fragment): 'a' | 'b' | undefined {
  const own = attributes.get('data-fold');
  const fold = own ?? figures.find((figure) => figure.fold)?.fold ?? (hasLeaf(tree) ? 'a' : 'none');
  return fold === 'a' || fold === 'b' ? fold : undefined;
}

function hasLeaf(tree: Fragment): boolean {
  return [...elements(tree)].some((element) => attribute(element, 'class') === 'leaf');
}
