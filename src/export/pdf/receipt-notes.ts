import { PDFHexString, PDFName, type PDFPage } from 'pdf-lib';
import type { SitePage } from '../../browser/drive/page.ts';
import { tagAnnotation } from './annotations.ts';

/** Where a number of a slide stands on its page, in parts of the page's width and height from its upper left corner. */
export interface ReceiptPlace {
  /** The number, and where it comes from. */
  readonly says: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A number set as large as this is drawn, not underlined. Points. */
const LARGE = 60;

/** What begins the names of these notes, so that whoever reads the file tells them from the speaker's. */
export const RECEIPT = 'receipt-';

/**
 * Numbers to be seen that say where they come from, page by page.
 * The page believes in paper while this is called.
 */
export function findReceipts(page: SitePage): Promise<readonly (readonly ReceiptPlace[])[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.slides section:not(.stack)')].map((slide) => {
      const sheet = slide.getBoundingClientRect();
      return [...slide.querySelectorAll<HTMLElement>('.receipt')].flatMap((receipt) => {
        const [box] = receipt.getClientRects();
        // One px is a text for screen readers.
        if (!box || box.width < 2 || getComputedStyle(receipt).visibility !== 'visible') return [];
        return {
          says: `${receipt.textContent}: ${receipt.dataset['receipt']}`,
          x: (box.left - sheet.left) / sheet.width,
          y: (box.top - sheet.top) / sheet.height,
          width: box.width / sheet.width,
          height: box.height / sheet.height,
        };
      });
    }),
  );
}

/**
 * Puts a dotted line under each number, whose note says where it comes from. The line has a look of its own and a tag,
 * without which no reader of tags would come to it (Matterhorn 28-002).
 */
export function addReceipts(page: PDFPage, receipts: readonly ReceiptPlace[]): void {
  const { width: wide, height: high } = page.getSize();
  const { context } = page.doc;
  for (const [index, { says, ...place }] of receipts.entries()) {
    const [left, bottom] = [place.x * wide, (1 - place.y - place.height) * high];
    const [width, height] = [place.width * wide, place.height * high];
    const line = `.45 .45 .45 RG .75 w [1 2] 0 d 0 .75 m ${width.toFixed(2)} .75 l S`;
    const look = context.stream(height < LARGE ? line : '', {
      ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height], Resources: {} },
    });
    const [right, top] = [left + width, bottom + height];
    const annotation = context.obj({
      ...{ Type: 'Annot', Subtype: 'Underline', F: 4, C: [0.45, 0.45, 0.45] },
      Rect: [left, bottom, right, top],
      QuadPoints: [left, top, right, top, left, bottom, right, bottom],
      Contents: PDFHexString.fromText(says),
      NM: PDFHexString.fromText(`${RECEIPT}${index + 1}`),
      AP: { N: context.register(look) },
    });
    annotation.set(PDFName.of('P'), page.ref);
    const ref = context.register(annotation);
    page.node.addAnnot(ref);
    tagAnnotation(page, annotation, ref);
  }
}
