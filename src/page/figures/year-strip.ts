import type { RevealApi } from '../reveal.ts';

/**
 * Lights the years of the slide in view, on the strip as it is now. It says nothing that the slide does not, so it is
 * not heard.
 */
export function lightNow(deck: RevealApi): void {
  const strip = document.querySelector<SVGElement>('.strip');
  const lit = strip?.querySelector('.strip-lit');
  const years: Record<string, readonly [number, number]> = JSON.parse(strip?.dataset['lit'] ?? '{}');
  const [from, to] = years[deck.getCurrentSlide().id] ?? [0, 0];
  // A month is less than a pixel wide: it still has to be seen.
  const width = to > from ? Math.max(LEAST, to - from) : 0;
  lit?.setAttribute('x', String(Math.min(from, WHOLE - width)));
  lit?.setAttribute('width', String(width));
}

/** Width of the strip's own drawing, and the least of it that is lit. */
const WHOLE = 1000;
const LEAST = 4;
