import type { SitePage } from '../../browser/drive/page.ts';

/**
 * Lets notes beside a slide go on over the next page where they take more than half of one: what is kept whole is
 * shorter, and so no page stays more than half empty for it. Where three slides stand on a page with room to spare,
 * each has a third of it.
 * @param high px of a page
 */
export async function fillPages(page: SitePage, high: number): Promise<void> {
  await page.evaluate((most) => {
    const blocks = [...document.querySelectorAll<HTMLElement>('.handout')].map((notes) => {
      const margin = Number.parseFloat(getComputedStyle(notes).marginBlockEnd);
      const height = notes.getBoundingClientRect().height + margin;
      notes.classList.toggle('goes-on', height > most / 2);
      return { notes, margin, height };
    });
    let begun: typeof blocks = [];
    let used = 0;
    for (const block of blocks) {
      const goesOn = block.height > most / 2;
      if (goesOn || used + block.height > most) begun = [];
      // Where one goes on, what it leaves of its last page is nobody's to share.
      used = goesOn ? most : (begun.length > 0 ? used : 0) + block.height;
      if (!goesOn) begun.push(block);
      if (begun.length < 3) continue;
      // A hair less: what is rounded up must not spill.
      const spare = Math.max(0, (most - used) / 3 - 1);
      for (const { notes, margin } of begun) notes.style.marginBlockEnd = `${margin + spare}px`;
      begun = [];
      used = most;
    }
  }, high);
}
