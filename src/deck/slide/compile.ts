import { escapeHtml } from '../../base/markup.ts';
import type { RawSlide } from '../split.ts';
import { checkDirectives } from './directives.ts';
import { type Draft, readDraft } from './draft.ts';
import { checkFences } from './fences.ts';
import { checkFootnotes } from './footnotes.ts';
import { writeHtml } from './html-tree.ts';
import { madeFigures, PASSES } from './passes.ts';
import type { Slide, SlideContext } from './slide.ts';
import { polishText } from './typography.ts';

/**
 * Compiles one slide: its text is checked as written, parsed once, led through every pass and written out once.
 * Where it names no id, one is made of its headline that is not among those `taken`.
 */
export function compileSlide(raw: RawSlide, taken: ReadonlySet<string>, context: SlideContext): Slide {
  checkDirectives(raw.content, raw.file, raw.line, context.report);
  checkFences(raw, context.kinds, context.report);
  checkFootnotes(raw, context.report);
  const draft = readDraft(raw, taken, context);
  for (const { run } of PASSES) run(draft);
  return finish(draft);
}

function finish(draft: Draft): Slide {
  const { raw, id, headline, attributes, context, fold, links, pictures, composition } = draft;
  const figures = madeFigures(draft);
  const cites = (inFoot: boolean) =>
    figures.filter(({ namesSources = false }) => namesSources !== inFoot).flatMap((figure) => figure.cites);
  const words = figures.map(({ note = '' }) => polishText(note, context.lang) ?? escapeHtml(note));
  return {
    ...{ id, headline, attributes, figures, fold, links, pictures, composition },
    place: { file: raw.file, line: raw.line, column: 1 },
    below: raw.below,
    notes: [writeHtml(draft.notes).trim(), draft.otherNotes].filter(Boolean).join('\n'),
    cites: [...draft.citations, ...cites(true)],
    citesInNotes: [...draft.citationsInNotes, ...cites(false)],
    foot: [draft.foot, ...words].filter(Boolean).join(' '),
    css: draft.css + figures.map((figure) => figure.css).join(''),
    pages: pagesOf(draft),
  };
}

/** The slide's markup page by page: a figure may need several, and the words around it stand on each. */
function pagesOf({ tree, figures }: Draft): Slide['pages'] {
  // Even places hold markup, odd ones the number of the figure that stands there.
  const parts = writeHtml(tree)
    .trim()
    .split(/<figure-slot n="(\d+)"><\/figure-slot>/);
  return (bibliography) => {
    const pages = figures.map((figure) => figure?.pages(bibliography) ?? []);
    const count = Math.max(1, ...pages.map(({ length }) => length));
    return Array.from({ length: count }, (_, page) =>
      parts.map((part, index) => (index % 2 === 0 ? part : (pages[Number(part)]?.[page] ?? ''))).join(''),
    );
  };
}
