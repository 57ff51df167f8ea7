import { escapeHtml } from '../../base/markup.ts';
import { openTable } from '../../base/table/open.ts';
import { isTableFile } from '../../base/table/read.ts';
import type { Table } from '../../base/table/table.ts';
import { checkTyped } from '../receipts/typed.ts';
import type { RawSlide } from '../split.ts';
import { checkFenceNames } from './check-fence-names.ts';
import { readCited } from './citations.ts';
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
  if (!raw.isMarkup) {
    checkFences(raw, context.kinds, context.report);
    checkFenceNames(raw, context.kinds, context.report);
    checkFootnotes(raw, context.report);
  }
  const opened = new Set<string>();
  const draft = readDraft(raw, taken, noteOpened(context, opened));
  for (const { run } of PASSES) run(draft);
  checkNumbers(raw, opened, context);
  return finish(draft);
}

/** The same context, which notes the tables that the slide's figures and receipts open. */
function noteOpened(context: SlideContext, opened: Set<string>): SlideContext {
  const note = (path: string) => {
    if (isTableFile(path)) opened.add(path);
  };
  return {
    ...context,
    read: (path) => {
      note(path);
      return context.read(path);
    },
    ...(context.readBytes && {
      readBytes: (path) => {
        note(path);
        return context.readBytes?.(path);
      },
    }),
  };
}

/** Numbers typed by hand, beside the tables that the slide shows. */
function checkNumbers(
  { file, line, content, notes }: RawSlide,
  opened: ReadonlySet<string>,
  context: SlideContext,
) {
  const place = { file, line, column: 1 };
  let known: readonly Table[] | undefined;
  const tables = () => {
    known ??= [...opened].flatMap((path) => openTable(path, context, place, () => undefined) ?? []);
    return known;
  };
  const { lang } = context;
  checkTyped({ file, line, text: content, lang }, tables, context.report);
  if (notes) checkTyped({ file, line: notes.line, text: notes.text, lang }, tables, context.report);
}

function finish(draft: Draft): Slide {
  const { raw, id, headline, attributes, context, fold, links, pictures, picturesInNotes, composition } =
    draft;
  const figures = madeFigures(draft);
  const cites = (inFoot: boolean) =>
    figures
      .filter(({ namesSources = false }) => namesSources !== inFoot)
      .flatMap((figure) => figure.cites.map((cite) => ({ ...cite, ...readCited(cite.id) })));
  const polish = (text: string) => polishText(text, context.lang) ?? escapeHtml(text);
  const words = figures.flatMap(({ note = '', key = '' }) => [
    key && `<span class="key" aria-hidden="true">${polish(key)}</span>`,
    polish(note),
  ]);
  return {
    ...{ id, headline, attributes, figures, fold, links, pictures, picturesInNotes, composition },
    place: { file: raw.file, line: raw.line, column: 1 },
    below: raw.below,
    notes: writeHtml(draft.notes).trim(),
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
