import { createHash } from 'node:crypto';
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';
import type { FrontMatter } from '../../deck/front-matter.ts';
import { titleOf } from '../file-title.ts';
import { srgbProfile } from './srgb.ts';
import { writeXmp } from './xmp.ts';

// A PDF says when it was made; the deck's own date makes the same deck the same bytes.
const NO_DATE = '2000-01-01';
const CREATOR = 'Orihon';
const PRODUCER = 'Chromium, pdf-lib';

/** Says in the file what it is, in fixed words and dates: two runs give the same bytes. */
export function describeFile(pdf: PDFDocument, meta: FrontMatter): void {
  pdf.setTitle(titleOf(meta), { showInWindowTitleBar: true });
  if (meta.author) pdf.setAuthor(meta.author);
  if (meta.description) pdf.setSubject(meta.description);
  if (meta.keywords) pdf.setKeywords([meta.keywords]);
  pdf.setLanguage(meta.lang);
  pdf.setCreator(CREATOR);
  pdf.setProducer(PRODUCER);
  const date = new Date(dateOf(meta));
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: true }));
  writeIntent(pdf);
}

/** What it says of itself for machines, with the standards it was proven to keep. */
export function writeMetadata(
  pdf: PDFDocument,
  meta: FrontMatter,
  marks: { readonly isAccessible: boolean; readonly isArchival: boolean },
): void {
  const words = {
    ...{ title: titleOf(meta), author: meta.author, description: meta.description, keywords: meta.keywords },
    ...{ lang: meta.lang, date: dateOf(meta), creator: CREATOR, producer: PRODUCER, ...marks },
  };
  // Never packed: a program that knows no PDF is to find it too (ISO 19005-3, 6.6.2.1).
  const packet = pdf.context.stream(new TextEncoder().encode(writeXmp(words)), {
    ...{ Type: 'Metadata', Subtype: 'XML' },
  });
  const [key, before] = [PDFName.of('Metadata'), pdf.catalog.get(PDFName.of('Metadata'))];
  const ref = before instanceof PDFRef ? before : pdf.context.nextRef();
  pdf.context.assign(ref, packet);
  pdf.catalog.set(key, ref);
}

/**
 * An id made of what the file holds.
 * @param content tells this deck's pages apart from all others.
 */
export function writeId({ context }: PDFDocument, content: string): void {
  const id = PDFHexString.of(createHash('sha256').update(content).digest('hex').slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}

/** What its colours mean, without which no two screens or printers need show the same (ISO 19005-3, 6.2.3). */
function writeIntent({ context, catalog }: PDFDocument): void {
  const profile = context.flateStream(srgbProfile(), { N: 3 });
  const intent = context.obj({
    ...{ Type: 'OutputIntent', S: 'GTS_PDFA1' },
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(profile),
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]));
}

/** Midnight in UTC on the deck's date. */
function dateOf({ date }: FrontMatter): string {
  return `${/^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? date : NO_DATE}T00:00:00Z`;
}

/** Whether the reader is told to show the title, not the file's name, above the page. */
export function showsTitle({ catalog }: PDFDocument): boolean {
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict);
  return preferences?.lookup(PDFName.of('DisplayDocTitle'))?.toString() === 'true';
}
