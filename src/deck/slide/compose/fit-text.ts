import type { Measure } from '../../../fonts/faces.ts';
import { allElements, attribute, type Fragment, setAttribute, textOf } from '../html-tree.ts';

/** Room across the sheet, and the most that a letter may be high, px of a screen 1920 px wide. */
const WIDTH = 1680;
const MOST = 420;
const LEAST = 28;
/** px of the screen in a rem. */
const REM = 24;

/** Sets text of Reveal's `r-fit-text` as large as one line of the sheet lets it: known when the deck is built. */
export function fitText(tree: Fragment, measure: Measure): void {
  for (const element of allElements(tree)) {
    const classes = attribute(element, 'class')?.split(/\s+/);
    if (!classes?.includes('r-fit-text')) continue;
    const text = textOf(element);
    const face = /^h[1-6]$/.test(element.tagName) ? 'display' : 'text';
    const wide = Math.max(1, measure(text, face, 100));
    const size = Math.max(LEAST, Math.min(MOST, (WIDTH / wide) * 100));
    // In the page it would be measured anew, against another sheet.
    const kept = classes.filter((name) => name !== 'r-fit-text');
    setAttribute(element, 'class', [...kept, 'fitted-text'].join(' '));
    const own = attribute(element, 'style');
    const style = `font-size:${Math.round((size / REM) * 100) / 100}rem!important`;
    setAttribute(element, 'style', [own, style].filter(Boolean).join(';'));
  }
}
