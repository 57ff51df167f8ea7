import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormatRows } from 'd3-dsv';
import { AFRelationship, type PDFDocument } from 'pdf-lib';
import { spreadsheetCell } from '../../base/spreadsheet-cell.ts';
import type { Source } from '../../deck/sources/sources.ts';
import { mimeOf } from '../../site/mime.ts';
import type { Site } from '../../site/site.ts';

/** A file that travels in a PDF. */
export interface Attachment {
  readonly name: string;
  readonly kind: string;
  readonly description: string;
  /** What it is to the pages: what they were drawn from, or a thing of its own. */
  readonly relation: 'Data' | 'Source' | 'Supplement';
  readonly bytes: Uint8Array;
}

/**
 * The tables that charts draw and the events that timelines show, as CSV, and the cited works as CSL-JSON. Nothing
 * that no slide shows is among them.
 */
export function attachmentsOf({ deck }: Pick<Site, 'deck'>): readonly Attachment[] {
  const encode = (text: string) => new TextEncoder().encode(text);
  const tables = deck.slides.flatMap(({ figures, headline }) =>
    figures.flatMap((figure) =>
      (figure.tables?.() ?? []).map(({ name, title, head, rows }) => ({
        ...{ name: `${name}.csv`, kind: 'text/csv', relation: 'Data' as const },
        description: [title, headline].filter(Boolean).join(', on the slide: '),
        bytes: encode(`${csvFormatRows([head, ...rows].map((row) => row.map(spreadsheetCell)))}\n`),
      })),
    ),
  );
  const works = worksShown(deck);
  if (works.length === 0) return tables;
  return [
    ...tables,
    {
      ...{ name: 'sources.json', kind: 'application/json', relation: 'Supplement' },
      description: 'The works the slides cite, as CSL-JSON',
      bytes: encode(`${JSON.stringify(works, null, 1)}\n`),
    },
  ];
}

/** Works that slides or their figures cite; those of notes, and what is noted of a work, only where a slide lists them. */
function worksShown({ slides, bibliography }: Site['deck']): readonly Source[] {
  const works = bibliography.groups.flatMap(({ entries }) => entries.map(({ source }) => source));
  if (slides.some(({ figures }) => figures.some(({ listsWorks }) => listsWorks))) return works;
  const shown = slides.flatMap(({ cites, figures }) => [
    ...cites,
    ...figures.flatMap((figure) => figure.cites),
  ]);
  const cited = new Set(shown.map(({ id }) => id));
  return works.filter(({ id }) => cited.has(id)).map((work) => ({ ...work, note: undefined }));
}

/** What is text to people, though servers send it otherwise. */
const TEXT: ReadonlyMap<string, string> = new Map([
  ...(['md', 'markdown'] as const).map((ending) => [ending, 'text/markdown'] as const),
  ...(['yaml', 'yml'] as const).map((ending) => [ending, 'application/yaml'] as const),
  ['csv', 'text/csv'],
  ['tsv', 'text/tab-separated-values'],
  ['bib', 'application/x-bibtex'],
]);
/** A workbook holds sheets that no slide shows. */
const WORKBOOK = /\.(xls[xmb]?|ods)$/i;

/** The files the deck was made of, byte for byte. */
export function sourcesOf({ root, sources }: Pick<Site, 'root' | 'sources'>): readonly Attachment[] {
  return sources
    .filter((path) => !WORKBOOK.test(path))
    .map((path) => ({
      ...{ name: path, relation: 'Source', description: 'A file of the deck, as its author wrote it' },
      kind: TEXT.get(/\.([^.]*)$/.exec(path)?.[1]?.toLowerCase() ?? '') ?? mimeOf(path).replace(/;.*/, ''),
      bytes: readFileSync(join(root, path)),
    }));
}

/** What travels in a PDF, by what `--attach` asks for. */
export const ATTACHED = { tables: attachmentsOf, source: sourcesOf, none: () => [] } as const;

/** Puts files into a PDF, each with its kind and what it is to the pages; without dates, which would differ. */
export async function attach(pdf: PDFDocument, attachments: readonly Attachment[]): Promise<void> {
  for (const { name, kind, description, relation, bytes } of attachments)
    await pdf.attach(bytes, name, { mimeType: kind, description, afRelationship: AFRelationship[relation] });
  // They are written now, so that what is proven is what is saved.
  await pdf.flush();
}
