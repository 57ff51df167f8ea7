import type { SitePage } from '../../browser/drive/page.ts';
import type { ExportFault } from '../../report/export-report.ts';

/** Sheets looked at between two counts. */
const AT_ONCE = 50;

/** How a notice begins that names text or a picture beyond its page's edge. */
export const OUTSIDE = 'outside the page';

/** How one begins that names text which stands beside a leaf and reaches onto it. */
const OVER_FOLD = 'over the fold';

/**
 * What of each slide sticks out of its page, reaches over its fold or is cut by its box, as paper has it. A px of the sheet is let pass.
 * @param sheets how many pages there are to look at
 * @param count told how many of them were looked at
 */
export async function findOverflow(
  page: SitePage,
  sheets: number,
  count: (done: number) => void,
): Promise<readonly ExportFault[]> {
  const found: Found[] = [];
  for (let from = 0; from < sheets; from += AT_ONCE) {
    found.push(...(await lookAt(page, from, from + AT_ONCE)));
    found.push(...(await lookOverFolds(page, from, from + AT_ONCE)));
    count(Math.min(from + AT_ONCE, sheets));
  }
  const faults = found.map(({ slide, how, text }) => {
    const shown = text.replace(/\s+/g, ' ').trim().slice(0, 60);
    return { slide, what: `${how}: "${shown}"` };
  });
  // A slide that is there once for each of its steps has the same fault each time.
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** Slides that hold more than their sheets: the page has set them smaller. */
export async function findShrunk(page: SitePage): Promise<readonly ExportFault[]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.slides section.shrunk')].map((slide) => ({
      slide: slide.id,
      size: Number(slide.style.getPropertyValue('--shrink')),
    })),
  );
  return found.map(({ slide, size }) => ({
    slide,
    what: `it holds more than its sheet, and is set at ${Math.round(size * 100)} %`,
  }));
}

interface Found {
  readonly slide: string;
  readonly how: string;
  readonly text: string;
}

function lookAt(page: SitePage, from: number, to: number): Promise<readonly Found[]> {
  return page.evaluate(
    ([from, to, outside]) => {
      // No function in here may have a name: the page knows none of what the loader adds to it.
      const found: Found[] = [];
      for (const slide of [...document.querySelectorAll<HTMLElement>('.slides section:not(.stack)')].slice(
        from,
        to,
      )) {
        const sheet = slide.getBoundingClientRect();
        const clipping = new Set<Element>();
        for (const box of slide.querySelectorAll<HTMLElement>('*')) {
          if (box.closest('svg')) continue;
          const { overflowX, overflowY } = getComputedStyle(box);
          if (overflowX === 'visible' && overflowY === 'visible') continue;
          clipping.add(box);
          // A box of one px is for screen readers: what it cuts is meant to be heard.
          if (box.clientWidth <= 1 || box.clientHeight <= 1) continue;
          const isCut = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
          if (isCut && box.textContent)
            found.push({ slide: slide.id, how: 'cut by its box', text: box.textContent });
        }
        const drawn: { owner: Element; text: string; rects: Iterable<DOMRect> }[] = [];
        const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!node.textContent?.trim() || !node.parentElement) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          drawn.push({ owner: node.parentElement, text: node.textContent, rects: range.getClientRects() });
        }
        for (const picture of slide.querySelectorAll('img, canvas, video'))
          drawn.push({
            owner: picture,
            text: picture.getAttribute('alt') ?? picture.tagName.toLowerCase(),
            rects: [picture.getBoundingClientRect()],
          });
        for (const { owner, text, rects } of drawn)
          for (const { left, right, top, bottom, width, height } of rects) {
            const isInside =
              left >= sheet.left - 1 &&
              right <= sheet.right + 1 &&
              top >= sheet.top - 1 &&
              bottom <= sheet.bottom + 1;
            if (isInside || width < 1 || height < 1) continue;
            let box: Element | null = owner;
            while (box && box !== slide && !clipping.has(box)) box = box.parentElement;
            const isShown = box === slide && getComputedStyle(owner).visibility !== 'hidden';
            if (isShown) found.push({ slide: slide.id, how: outside, text });
            break;
          }
      }
      return found;
    },
    [from, to, OUTSIDE] as const,
  );
}

/** Words that stand beside a leaf and reach onto it. A leaf, a foot and a figure of the whole sheet have their places. */
function lookOverFolds(page: SitePage, from: number, to: number): Promise<readonly Found[]> {
  return page.evaluate(
    ([from, to, how]) => {
      const found: Found[] = [];
      const slides = [...document.querySelectorAll<HTMLElement>('.slides section:not(.stack)')];
      for (const slide of slides.slice(from, to)) {
        const leaf = slide.querySelector(':scope > .leaf')?.getBoundingClientRect();
        if (!leaf) continue;
        for (const block of slide.children) {
          if (getComputedStyle(block).position === 'absolute' || block.matches('.notes')) continue;
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(node);
            const over = [...range.getClientRects()].some(
              ({ left, right, width }) => width >= 1 && right > leaf.left + 1 && left < leaf.right - 1,
            );
            if (over && node.textContent?.trim())
              found.push({ slide: slide.id, how, text: node.textContent });
          }
        }
      }
      return found;
    },
    [from, to, OVER_FOLD] as const,
  );
}
