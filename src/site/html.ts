import { attributes, escapeHtml } from '../base/markup.ts';
import { numberOf, wordsOf } from '../base/words/choose-words.ts';
import type { Words } from '../base/words/words.ts';
import type { Deck } from '../deck/deck.ts';
import { isCounted } from '../deck/hidden-slides.ts';
import type { Slide } from '../deck/slide/slide.ts';
import { polishText } from '../deck/slide/typography.ts';
import type { Bibliography, NumberedSource } from '../deck/sources/sources.ts';

/** One section of the page: a slide, or one page of a slide that needs several. */
export interface Page {
  readonly id: string;
  readonly headline: string;
  readonly html: string;
  readonly below: boolean;
}

/** Every slide as the page shows it, numbered through, in order. */
export function writePages(deck: Deck, { notes }: { readonly notes: boolean }): readonly Page[] {
  const drawn = deck.slides.flatMap((slide) =>
    slide.pages(deck.bibliography).map((body, index, all) => ({ slide, body, index, count: all.length })),
  );
  const words = wordsOf(deck.meta.lang);
  const numbered = drawn.filter(({ slide }) => isCounted(slide));
  const positions = new Map(numbered.map((page, index) => [page, index + 1]));
  return drawn.map((page, at) => {
    const { slide, body, index, count } = page;
    const id = index === 0 ? slide.id : `${slide.id}-${index + 1}`;
    const of = count > 1 ? numberOf(words, index + 1, count) : '';
    const headline = [slide.headline, of && `(${of})`].filter(Boolean).join(' ');
    const number = { position: positions.get(page) ?? 0, count: numbered.length };
    return {
      id,
      headline,
      below: slide.below || (index > 0 && isInStack(deck, slide)),
      html: section(slide, { id, headline, number, first: at === 0, words }, [
        numberHeadline(body, of),
        foot(slide, deck.bibliography, number.position, words),
        notes && slide.notes ? `<aside class="notes">${slide.notes}</aside>` : '',
      ]),
    };
  });
}

/** The sections inside `<div class="slides">`: slides below one another share a stack. */
export function writeSlides(pages: readonly Page[]): string {
  const stacks: Page[][] = [];
  for (const page of pages) {
    const stack = stacks.at(-1);
    if (page.below && stack) stack.push(page);
    else stacks.push([page]);
  }
  return stacks
    .map((stack, index) => {
      const html = stack.map((page) => page.html).join('\n');
      return stack.length === 1
        ? html
        : `<section class="stack${index === 0 ? ' present' : ''}">\n${html}\n</section>`;
    })
    .join('\n');
}

function isInStack(deck: Deck, slide: Slide): boolean {
  return slide.below || deck.slides[deck.slides.indexOf(slide) + 1]?.below === true;
}

interface SectionPlace {
  readonly id: string;
  readonly headline: string;
  /** Its place among the counted slides, from 1; 0 where it is not counted. */
  readonly number: { readonly position: number; readonly count: number };
  readonly first: boolean;
  readonly words: Words;
}

function section(
  slide: Slide,
  { id, headline, number, first, words }: SectionPlace,
  parts: readonly string[],
): string {
  const own = Object.fromEntries(slide.attributes);
  const { position, count } = number;
  const name = headline || (position > 0 ? `${words.slide} ${position}` : words.unnumbered);
  const head = attributes({
    ...own,
    id,
    class: [own['class'], first ? 'present' : ''].filter(Boolean).join(' ') || undefined,
    'data-fold': slide.fold,
    role: 'group',
    'aria-roledescription': words.slideRole,
    'aria-label': position > 0 ? `${numberOf(words, position, count)}: ${name}` : name,
  });
  return `<section${head}>\n${parts.filter(Boolean).join('\n')}\n</section>`;
}

function numberHeadline(body: string, of: string): string {
  return of === '' ? body : body.replace(/<\/h([1-6])>/, ` <span class="page-of">${of}</span></h$1>`);
}

function foot(slide: Slide, bibliography: Bibliography, position: number, said: Words): string {
  const entries = new Map<NumberedSource, Set<string>>();
  const see = new Map<NumberedSource, string>();
  for (const { id, prefix, locator } of slide.cites) {
    const entry = bibliography.entry(id);
    if (!entry) continue;
    const locators = entries.get(entry) ?? new Set();
    entries.set(entry, locator ? locators.add(locator) : locators);
    if (prefix) see.set(entry, prefix);
  }
  const names = [...entries]
    .sort(([a], [b]) => a.number - b.number)
    .map(([entry, locators]) => writeSource(entry, see.get(entry), [...locators]));
  const sources =
    names.length === 0 ? '' : `${names.length === 1 ? said.source : said.sources}: ${names.join('; ')}.`;
  const words = [slide.foot, sources].filter(Boolean).join(' ');
  const line = words === '' ? '' : `<p class="sources">${words}</p>`;
  return `<footer class="foot">${line}<span class="page-number" aria-hidden="true">${position || ''}</span></footer>`;
}

function writeSource(
  { number, source }: NumberedSource,
  prefix: string | undefined,
  locators: readonly string[],
): string {
  const words = (text: string) => polishText(text, 'en') ?? escapeHtml(text);
  const shown = `${number} ${words(source['title-short'] ?? source.title)}`;
  const link = source.URL
    ? `<a href="${escapeHtml(source.URL)}" target="_blank" rel="noopener">${shown}</a>`
    : shown;
  return [prefix && words(prefix), [link, ...locators.map(words)].join(', ')].filter(Boolean).join(' ');
}
