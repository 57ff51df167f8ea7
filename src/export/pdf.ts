import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { chromium } from 'playwright';
import type { Site } from '../build/site.ts';
import { buildSite } from '../build/vite.ts';
import type { FrontMatter } from '../deck/front-matter.ts';
import { findBrowser } from './browser.ts';
import { serveFolder } from './serve.ts';

/** What an export found out about its own work. */
export interface ExportReport {
  readonly browser: string;
  readonly pages: number;
  readonly slides: number;
  /** Slides whose page holds a bitmap: a picture the author put there, or a chart the browser could not keep as lines. */
  readonly bitmaps: readonly string[];
  /** What went wrong in the page, and requests it tried to send elsewhere. */
  readonly faults: readonly string[];
}

/** Said while an export works, a line each. */
export type Progress = (line: string) => void;

/**
 * Prints a site to a PDF file, one page a slide. The file is written under another name and moved when it is
 * whole; where anything was wrong the old file stays as it was.
 */
export async function exportPdf(site: Site, output: string, say: Progress): Promise<ExportReport> {
  const folder = await mkdtemp(join(tmpdir(), 'orihon-'));
  try {
    const [found] = await Promise.all([findBrowser(), buildSite(site, join(folder, 'site'))]);
    say(`Printing ${site.pages.length} slides with ${found.name} …`);
    const printed = await print(join(folder, 'site'), found);
    const { bytes, pages, withBitmaps } = await finish(printed.bytes, site.deck.meta);
    const bitmaps = withBitmaps.map((page) => site.pages[page]?.id ?? `page ${page + 1}`);
    const slides = site.pages.length;
    const faults = [...printed.faults];
    if (pages !== slides) faults.push(`${pages} pages came of ${slides} slides`);
    if (faults.length === 0) await replaceFile(resolve(output), bytes);
    return { browser: found.name, pages, slides, bitmaps, faults };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function print(
  folder: string,
  { executablePath, args }: { readonly executablePath: string; readonly args: readonly string[] },
): Promise<{ readonly bytes: Uint8Array; readonly faults: readonly string[] }> {
  const [server, browser] = await Promise.all([
    serveFolder(folder),
    chromium.launch({ executablePath, args: [...args] }),
  ]);
  try {
    const page = await browser.newPage({
      viewport: { width: 1920, height: 1080 },
      // The copy for halls without a network is of no use to paper.
      serviceWorkers: 'block',
    });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`the page failed: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`the page said: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) faults.push(`the page asked for ${request.url()}`);
    });
    await page.goto(server.url, { waitUntil: 'load' });
    // The page fetches its program after it has loaded: until then it has no promise to wait for.
    await page.waitForFunction(() => typeof window.deckReady === 'function');
    await page.evaluate(() => window.deckReady());
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    // A copy: what breaks off while the browser closes is no fault of the page.
    return { bytes, faults: [...faults] };
  } finally {
    await browser.close();
    await server.close();
  }
}

// A PDF says when it was made; the deck's own date makes the same deck the same bytes.
const NO_DATE = '2000-01-01';

/** Says in the file what it is: title, author, language, with fixed dates, so that two runs give the same bytes. */
async function finish(
  printed: Uint8Array,
  meta: FrontMatter,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number; readonly withBitmaps: readonly number[] }> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false });
  const title = [meta.title, meta.subtitle].filter(Boolean).join(': ');
  pdf.setTitle(title, { showInWindowTitleBar: true });
  if (meta.author) pdf.setAuthor(meta.author);
  if (meta.description) pdf.setSubject(meta.description);
  if (meta.keywords) pdf.setKeywords([meta.keywords]);
  pdf.setLanguage(meta.lang);
  pdf.setCreator('Orihon');
  pdf.setProducer('Chromium, pdf-lib');
  const written = /^\d{4}-\d{2}-\d{2}$/.test(meta.date ?? '') ? meta.date : NO_DATE;
  const date = new Date(`${written}T00:00:00Z`);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  const withBitmaps = pdf
    .getPages()
    .flatMap((page, index) => (holdsBitmap(page.node.Resources()) ? [index] : []));
  return { bytes: await pdf.save(), pages: pdf.getPageCount(), withBitmaps };
}

/** Whether anything drawn with these resources is an image, also inside a form that is drawn. */
function holdsBitmap(resources: PDFDict | undefined): boolean {
  const drawn = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  return (drawn?.keys() ?? []).some((name) => {
    const object = drawn?.lookup(name);
    if (!(object instanceof PDFRawStream)) return false;
    if (object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) return true;
    return holdsBitmap(object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict));
  });
}

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await writeFile(aside, bytes);
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
