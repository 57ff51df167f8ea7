/** Runs in the page: how much of its lower half the slide in view uses, as a part of 1. */
export function usedBelow(): number {
  const slide = window.Reveal.getCurrentSlide();
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
  return used / (sheet.height * 0.42);
}
