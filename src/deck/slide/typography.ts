import { escapeHtml } from '../../base/markup.ts';
import { MONTHS } from '../../base/months.ts';
import {
  attribute,
  type Fragment,
  isElementNode,
  isTextNode,
  type Parent,
  parseHtml,
  replaceNode,
  walk,
} from './html-tree.ts';

const CJK = '\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\uff01-\\uff9f\\u3000-\\u303f\\u2e80-\\u2eff';
// One pass over a text finds, in this order: Japanese, a whole date, a name that must not break at its hyphen.
const PARTS = new RegExp(
  `(?<cjk>[${CJK}][${CJK}0-9・]*)` +
    `|(?<date>\\b(?<day>\\d{1,2}) (?<month>${MONTHS.join('|')}) (?<year>\\d{4})\\b)` +
    `|(?<name>(?<![\\p{L}-])(?:\\p{Lu}[\\p{L}.]*|\\p{L}\\.)(?:-\\p{Lu}[\\p{L}.]*)+)`,
  'gu',
);
/** What each of them holds: most texts hold none of it, and are not read letter by letter. */
const SIGNS = new RegExp(`[-${CJK}]|\\d `);
const UNTOUCHED = new Set(['script', 'style', 'code', 'pre', 'time', 'textarea', 'svg', 'math']);

/**
 * Says in the markup what a reader sees in the text: Japanese as `lang="ja"`, dates as `<time datetime>`, names
 * such as Indo-Pacific in one piece. Leaves code, and text whose language is said already, alone.
 */
export function polish(tree: Fragment, lang: string): void {
  for (const node of [...walk(tree)]) {
    if (!isTextNode(node) || isWithin(node.parentNode, UNTOUCHED)) continue;
    const html = polishText(node.value, lang);
    if (html !== undefined) replaceNode(node, parseHtml(html));
  }
}

/** The same for a plain text, as HTML; undefined where nothing is to be said. Dates of works may stay plain. */
export function polishText(text: string, lang: string, saysDates = true): string | undefined {
  if (!SIGNS.test(text)) return undefined;
  let html = '';
  let from = 0;
  for (const match of text.matchAll(PARTS)) {
    const { cjk, day, month, year } = match.groups ?? {};
    if (cjk && lang.startsWith('ja')) continue;
    if (day && !(saysDates && lang.startsWith('en'))) continue;
    html += escapeHtml(text.slice(from, match.index));
    from = match.index + match[0].length;
    const shown = escapeHtml(match[0]);
    if (cjk) html += `<span lang="ja">${shown}</span>`;
    else if (day && month && year) {
      const iso = `${year}-${pad(MONTHS.indexOf(month) + 1)}-${pad(Number(day))}`;
      html += `<time datetime="${iso}">${shown}</time>`;
    } else html += `<span class="unbroken">${shown}</span>`;
  }
  return from === 0 ? undefined : html + escapeHtml(text.slice(from));
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function isWithin(node: Parent | null, names: ReadonlySet<string>): boolean {
  if (!node || !isElementNode(node)) return false;
  return names.has(node.tagName) || attribute(node, 'lang') === 'ja' || isWithin(node.parentNode, names);
}
