import type { Report } from './problem.ts';
import type { RawSlide } from './split.ts';
import { addClass, attribute, elements, type Fragment, removeNode, setAttribute } from './tree.ts';

/**
 * Takes out what could run: decks may come from elsewhere, and the page's policy would refuse it without a word.
 * Each is reported, so that nothing is lost silently.
 */
export function keepSafe(tree: Fragment, { file, line }: RawSlide, report: Report): void {
  const refuse = (what: string, fix: string) =>
    report({ severity: 'error', place: { file, line, column: 1 }, what, fix });
  for (const element of elements(tree)) {
    if (element.tagName === 'script') {
      removeNode(element);
      refuse('a <script> stands on this slide', 'Take it away: slides hold no programs.');
      continue;
    }
    for (const { name, value } of [...element.attrs]) {
      const runs =
        name.startsWith('on') ||
        (/^(href|src|action|formaction|xlink:href)$/.test(name) && /^\s*javascript:/i.test(value));
      if (!runs) continue;
      setAttribute(element, name, undefined);
      refuse(`<${element.tagName} ${name}="…"> would run a program`, 'Take the attribute away.');
    }
  }
}

/**
 * Moves `style="…"` attributes and `<style>` elements into rules of the deck's own style sheet: the page's policy
 * refuses them where they stand.
 */
export function liftStyles(tree: Fragment, id: string): string {
  let css = '';
  let count = 0;
  for (const element of [...elements(tree)]) {
    if (element.tagName === 'style') {
      css += element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
      removeNode(element);
      continue;
    }
    const style = attribute(element, 'style');
    if (style === undefined) continue;
    const name = `${id}-style-${++count}`;
    setAttribute(element, 'style', undefined);
    addClass(element, name);
    css += `.${name}{${style.replace(/[{}]/g, '')}}`;
  }
  return css;
}
