import { ParseSpeeds, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import type { FrontMatter } from '../../deck/front-matter.ts';
import type { FoundCondition } from '../proof/condition.ts';
import { findConditions } from '../proof/conditions.ts';
import { addNote, type LinkWords, mendLinks } from './annotations.ts';
import { type Attachment, attach } from './attach.ts';
import type { Bookmark } from './bookmarks.ts';
import { describeFile, writeId, writeMetadata } from './identify.ts';
import { keepBelowCanvas } from './keep-below-canvas.ts';
import { markOrnaments } from './mark-ornaments.ts';
import { mendTags } from './mend-tags.ts';
import { numberCells } from './number-cells.ts';
import { type PdfContent, readContent } from './read.ts';
import { addReceipts, type ReceiptPlace } from './receipt-notes.ts';
import { savePdf } from './save-pdf.ts';
import { readTags } from './tag-tree.ts';
import { writeBookmarks } from './write-bookmarks.ts';

/** What a printed PDF is to say of itself. */
export interface PdfWords extends LinkWords {
  readonly meta: FrontMatter;
  /** Bookmarks, which name slides; `firstPages` knows their pages. */
  readonly bookmarks: readonly Bookmark[];
  /** Number of each slide's first page, from 0. */
  readonly firstPages: readonly number[];
  /** The page number a reader sees, of each page. */
  readonly labels: readonly string[];
  /** Notes of each page; empty where it has none or none are wanted. */
  readonly notes: readonly string[];
  /** Numbers of each page that say where they come from. */
  readonly receipts?: readonly (readonly ReceiptPlace[])[];
  /** Tells this deck's content apart from all others. */
  readonly fingerprint: string;
  readonly attachments: readonly Attachment[];
}

/** A finished file, and what keeps it from conforming: with nothing, it says that it does. */
export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly conditions: readonly FoundCondition[];
  /** What a reader finds in it. */
  readonly content: PdfContent;
}

/** Says in the file what it is, with fixed dates, so that two runs give the same bytes. */
export async function finishPdf(printed: Uint8Array, words: PdfWords): Promise<FinishedPdf> {
  // Without its rests, which keep a page in a browser alive and cost a process half the time.
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  describeFile(pdf, words.meta);
  keepBelowCanvas(pdf);
  const tags = readTags(pdf);
  markOrnaments(pdf, tags);
  mendTags(pdf, tags);
  numberCells(pdf);
  const pages = pdf.getPages();
  writeBookmarks(pdf, words.bookmarks, words.firstPages);
  writeLabels(pdf, words.labels);
  for (const [index, page] of pages.entries()) {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    mendLinks(page, pages, words);
    addReceipts(page, words.receipts?.[index] ?? []);
    const note = words.notes[index];
    if (note) addNote(page, note);
  }
  await attach(pdf, words.attachments);
  writeId(pdf, words.fingerprint);
  writeMetadata(pdf, words.meta, { isAccessible: true, isArchival: true });
  const conditions = findConditions(pdf);
  const breaks = (standard: FoundCondition['standard']) =>
    conditions.some((found) => found.standard === standard);
  if (conditions.length > 0)
    writeMetadata(pdf, words.meta, { isAccessible: !breaks('PDF/UA'), isArchival: !breaks('PDF/A') });
  return { bytes: await savePdf(pdf), conditions, content: readContent(pdf) };
}

function writeLabels({ catalog, context }: PDFDocument, labels: readonly string[]): void {
  const plain = labels.every((label, index) => label === `${index + 1}`);
  const nums = plain
    ? [0, { S: 'D' }]
    : labels.flatMap((label, index) => [index, { P: PDFHexString.fromText(label) }]);
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: context.obj(nums) }));
}
