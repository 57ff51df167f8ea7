import { strFromU8, unzipSync } from 'fflate';
import { elements, isTextNode, parseHtml, removeNode } from '../../deck/slide/html-tree.ts';
import type { ExportFault } from '../../report/export-report.ts';
import type { Site } from '../../site/site.ts';
import type { SlideSheet } from '../pptx/piece.ts';
import { tellTable } from '../pptx/slide-xml.ts';
import { cellsOf, chartFaults, plain, tableFaults, valuesIn } from './charts.ts';
import { groundFaults } from './grounds.ts';

/** What was found in a finished file of slides, by opening it again. */
export interface SlidesProof {
  readonly titles: number;
  readonly words: number;
  readonly shapes: number;
  readonly tables: number;
  readonly pictures: number;
  readonly charts: number;
  /** Values that the charts draw. */
  readonly values: number;
  /** Cells of all that charts show, under each of their definitions. */
  readonly cells: number;
  readonly faults: readonly ExportFault[];
}

/** Holds a finished file of slides against the deck: words, notes, relations and ids. */
export function proveSlides(
  bytes: Uint8Array,
  {
    site,
    sheets,
    notes,
  }: { readonly site: Site; readonly sheets: readonly SlideSheet[]; readonly notes: readonly string[] },
): SlidesProof {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, part]));
  const read = (path: string) => strFromU8(parts.get(path) ?? new Uint8Array());
  const faults: ExportFault[] = [...relationFaults(parts, read)];
  const slides = site.pages.map((_, index) => read(`ppt/slides/slide${index + 1}.xml`));
  for (const [index, { id, html }] of site.pages.entries()) {
    const xml = slides[index] ?? '';
    const lost = wordsOf(html).filter((word) => !textIn(xml).includes(word));
    if (lost.length > 0)
      faults.push({
        slide: id,
        what: `these words are missing: ${[...new Set(lost)].slice(0, 8).join(' ')}`,
      });
    for (const what of groundFaults(html, xml)) faults.push({ slide: id, what });
    const noted = textIn(read(`ppt/notesSlides/notesSlide${index + 1}.xml`));
    if (notes[index] && squeeze(notes[index]) !== noted)
      faults.push({ slide: id, what: 'its notes are not as written' });
    const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, one]) => one);
    if (new Set(ids).size !== ids.length) faults.push({ slide: id, what: 'two shapes have one id' });
  }
  const charts = sheets.flatMap(({ groups }, slide) =>
    groups.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'chart' ? [{ ...piece, slide }] : [])),
    ),
  );
  for (const [nth, { plot, tables, slide }] of charts.entries()) {
    const workbook = parts.get(`ppt/embeddings/chart${nth + 1}.xlsx`);
    const xml = read(`ppt/charts/chart${nth + 1}.xml`);
    for (const what of [...chartFaults(plot, xml, workbook), ...tableFaults(tables, workbook)])
      faults.push({ slide: site.pages[slide]?.id ?? '', what });
  }
  const pictured = sheets.map(({ groups }) => groups.flatMap(({ tables = [] }) => tables));
  for (const [index, tables] of pictured.entries())
    for (const table of tables)
      if (!plain(slides[index] ?? '').includes(tellTable(table)))
        faults.push({ slide: site.pages[index]?.id ?? '', what: `"${table.title}" is not told in words` });
  const all = slides.join('');
  const count = (pattern: RegExp) => all.match(pattern)?.length ?? 0;
  return {
    titles: count(/<p:ph type="title"\/>/g),
    words: slides.reduce((sum, xml) => sum + (textOfXml(xml).match(/\S+/g)?.length ?? 0), 0),
    shapes: count(/<p:sp>/g),
    tables: count(/<a:tbl>/g),
    pictures: count(/<p:pic>/g),
    charts: charts.length,
    values: charts.reduce((sum, { plot }) => sum + valuesIn(plot), 0),
    cells: cellsOf([...charts.flatMap(({ tables }) => tables), ...pictured.flat()]),
    faults,
  };
}

/** Every relation leads to a part that is there. */
function* relationFaults(
  parts: ReadonlyMap<string, unknown>,
  read: (path: string) => string,
): Generator<ExportFault> {
  for (const path of parts.keys()) {
    if (!path.endsWith('.rels')) continue;
    for (const [, target = '', mode] of read(path).matchAll(/Target="([^"]*)"( TargetMode="External")?/g))
      if (!mode && !parts.has(target.slice(1))) yield { what: `${path} names ${target}, which is not there` };
  }
}

/** Words a slide shows, without what is only for listeners, notes, drawings and their names. */
function wordsOf(html: string): readonly string[] {
  const tree = parseHtml(html);
  for (const element of [...elements(tree)]) {
    // Of several definitions only one is to be seen.
    const isOther = element.attrs.some(({ name }) => name === 'data-when');
    const classes = element.attrs.find(({ name }) => name === 'class')?.value ?? '';
    if (
      isOther ||
      /(^|\s)(notes|spoken|chart-tools|chart-table)(\s|$)/.test(classes) ||
      /^(math|figure|script|style|title|desc)$/.test(element.tagName)
    )
      removeNode(element);
  }
  // Each stretch by itself: what stands side by side without a space need not be one word.
  const texts = [...elements(tree)].flatMap(({ childNodes }) => childNodes.filter(isTextNode));
  return texts.flatMap(({ value }) => value.split(/\s+/).map(squeeze)).filter(Boolean);
}

function textOfXml(xml: string): string {
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>|<\/a:p>/g)].map(([, text]) => text ?? ' ').join('');
}

function textIn(xml: string): string {
  return squeeze(plain(textOfXml(xml)));
}

/** Text without any white space: where lines break is no matter of words. */
function squeeze(text: string): string {
  return text.replace(/[\s\u00ad]+/g, '');
}
