import { escapeHtml } from '../../../base/markup.ts';
import { attribute, type Fragment, isElementNode, parseHtml } from '../html-tree.ts';

/** What front matter says that a title slide may show. */
export interface TitleWords {
  readonly subtitle?: string | undefined;
  readonly author?: string | undefined;
  /** As written. */
  readonly date?: string | undefined;
}

/**
 * Adds subtitle, author and date of the front matter to a first slide that says no more than its title.
 * @param context the deck's language and front matter
 */
export function addTitleWords(
  tree: Fragment,
  slide: ReadonlyMap<string, string>,
  { front, lang }: { readonly front: TitleWords; readonly lang: string },
): void {
  const [first, ...rest] = tree.childNodes.filter(isElementNode);
  const isTitle = first?.tagName === 'h1' || (slide.get('class') ?? '').split(' ').includes('title');
  const saysMore = rest.some((element) => attribute(element, 'class') !== 'foot');
  if (!first || !/^h[1-3]$/.test(first.tagName) || !isTitle || saysMore) return;
  const byline = [front.author, front.date && writeDate(front.date, lang)].filter(Boolean).join(' · ');
  const lines = [
    front.subtitle ? `<p class="subtitle">${escapeHtml(front.subtitle)}</p>` : '',
    byline ? `<p class="byline">${escapeHtml(byline)}</p>` : '',
  ];
  for (const node of parseHtml(lines.join('')).childNodes) {
    node.parentNode = tree;
    tree.childNodes.push(node);
  }
}

/** A day as its language writes it; anything else as written. */
function writeDate(date: string, lang: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date.trim()) ?? [];
  if (!year || !month || !day) return date;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const locale = lang === 'en' ? 'en-GB' : lang;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
