import type { Paint } from './piece.ts';

/** Whether an element is to be seen: neither hidden nor cut to the pixel that only listeners meet. */
export function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let one: Element | null = element; one && one.tagName !== 'SECTION'; one = one.parentElement) {
    const { width, height } = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    if ((width <= 1.5 && height <= 1.5 && style.overflow !== 'visible') || style.clipPath === 'inset(50%)')
      return false;
  }
  return true;
}

/** A computed colour; undefined for none at all. */
export function paintOf(written: string, opacity = 1): Paint | undefined {
  if (written === '' || written === 'none') return undefined;
  const probe = document.createElement('canvas').getContext('2d');
  if (!probe) return undefined;
  probe.fillStyle = written;
  probe.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = probe.getImageData(0, 0, 1, 1).data;
  if (alpha === 0) return undefined;
  // What the canvas mixed with nothing is unmixed.
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  return { colour: hex.toUpperCase(), opacity: (alpha / 255) * opacity };
}

/** The colour that stands behind the letters of an element alone, as behind code in a sentence. */
export function highlightOf(element: Element): string | undefined {
  for (let one: Element | null = element; one; one = one.parentElement) {
    const { display, backgroundColor } = getComputedStyle(one);
    if (display !== 'inline') return undefined;
    const paint = paintOf(backgroundColor);
    if (paint) return paint.opacity === 1 ? paint.colour : undefined;
  }
  return undefined;
}
