/** Px kept free between two labels. */
const GAP = 6;

/** Shrinks a figure drawn `width` rem wide to the room its parent has, less `kept` px; it never grows. */
export function fitTo(figure: HTMLElement, width: number, kept = 0): void {
  const room = figure.parentElement?.clientWidth ?? 0;
  const { paddingLeft, paddingRight } = getComputedStyle(figure.parentElement ?? figure);
  const free = room - kept - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  figure.style.setProperty('--fit', Math.min(1, free / (width * rootSize(figure))).toFixed(4));
}

/**
 * Labels keep a size that can be read while their figure shrinks: where two then meet, the lesser one gives way.
 * @param ranks selectors, of what matters most first.
 */
export function thinOut(frame: HTMLElement, labels: Iterable<HTMLElement>, ranks: readonly string[]): void {
  const ranked = [...labels].map((label) => ({
    label,
    rank: ranks.findIndex((rank) => label.matches(rank)),
  }));
  ranked.sort((a, b) => a.rank - b.rank);
  const edge = frame.getBoundingClientRect();
  const kept: DOMRect[] = [];
  for (const { label } of ranked) {
    label.classList.remove('crowded');
    if (label.classList.contains('above')) continue;
    if (!label.dataset['grows']) growFromItsPlace(label, edge);
    const box = boxOf(label);
    const crowded =
      box.left < edge.left - 1 || box.right > edge.right + 1 || kept.some((other) => meet(box, other));
    label.classList.toggle('crowded', crowded);
    if (!crowded) kept.push(box);
  }
}

/** A label at the left edge grows to the right, one at the right edge to the left, and all of them upward. */
function growFromItsPlace(label: HTMLElement, edge: DOMRect): void {
  const { left, width } = label.getBoundingClientRect();
  const share = (left + width / 2 - edge.left) / edge.width;
  label.style.transformOrigin = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}% 100%`;
}

/** Where a label's letters stand: lines are higher than they. */
export function boxOf(label: HTMLElement): DOMRect {
  const range = label.ownerDocument.createRange();
  range.selectNodeContents(label);
  const { x, y, width, height } = range.getBoundingClientRect();
  return new DOMRect(x, y + height * 0.17, width, height * 0.66);
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;
}

/** Px of one rem. */
export function rootSize({ ownerDocument }: Element): number {
  return Number.parseFloat(getComputedStyle(ownerDocument.documentElement).fontSize);
}
