import type { SitePage } from '../../browser/drive/page.ts';

/**
 * Lets notes beside a slide go on over the next page where they take more than half of one: what is kept whole is
 * shorter, and so no page stays more than half empty for it.
 * @param high px of a page
 */
export async function fillPages(page: SitePage, high: number): Promise<void> {
  await page.evaluate((most) => {
    for (const notes of document.querySelectorAll('.handout')) {
      const { marginBlockEnd } = getComputedStyle(notes);
      const height = notes.getBoundingClientRect().height + Number.parseFloat(marginBlockEnd);
      notes.classList.toggle('goes-on', height > most);
    }
  }, high / 2);
}
