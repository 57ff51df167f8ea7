import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text of each page of a PDF file, white space as single spaces. */
export async function pdfPages(path: string): Promise<readonly string[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      squeeze(
        items.map((piece) => ('str' in piece ? `${piece.str}${piece.hasEOL ? ' ' : ''}` : '')).join(''),
      ),
    );
  }
  await pdf.destroy();
  return pages;
}

/** Text with line breaks and runs of space as one space: how a headline is broken is not what it says. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Numbers, from 0, of the pages that links of one page lead to inside the file. */
export async function pdfLinks(path: string, page: number): Promise<readonly number[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const annotations = await (await pdf.getPage(page + 1)).getAnnotations();
  const places = annotations.flatMap(({ dest }) => (dest ? [dest] : []));
  const found: number[] = [];
  for (const place of places) {
    const target = typeof place === 'string' ? await pdf.getDestination(place) : place;
    if (target) found.push(await pdf.getPageIndex(target[0]));
  }
  await pdf.destroy();
  return found;
}
