/** Runs in the page: shows every slide, one after another, and says which use less than a part of their lower half. */
export async function findBare(least: number): Promise<readonly string[]> {
  const bare: string[] = [];
  for (const slide of window.Reveal.getSlides()) {
    const { h, v } = window.Reveal.getIndices(slide);
    window.Reveal.slide(h, v);
    await document.fonts.ready;
    const sheet = slide.getBoundingClientRect();
    const boxes = [...slide.querySelectorAll('figure, img')].map((figure) => figure.getBoundingClientRect());
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!node.textContent?.trim() || !owner || owner.closest('.foot, .notes, .spoken, script')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      boxes.push(...[...range.getClientRects()].filter(({ width }) => width > 0));
    }
    // The foot takes what is below; lines nearer than this stand together.
    const end = sheet.top + sheet.height * 0.92;
    const near = sheet.height * 0.045;
    let reached = sheet.top + sheet.height / 2;
    let used = 0;
    for (const { top, bottom } of boxes.sort((one, other) => one.top - other.top)) {
      const from = top - reached < near ? reached : top;
      const to = Math.min(bottom, end);
      if (to <= from) continue;
      used += to - from;
      reached = to;
    }
    const part = used / (sheet.height * 0.42);
    if (part < least) bare.push(`${slide.id} uses ${Math.round(100 * part)} % of its lower half`);
  }
  return bare;
}
