import { attributes, escapeHtml } from '../base/markup.ts';
import { wordsOf } from '../base/words/choose-words.ts';
import type { Deck } from '../deck/deck.ts';
import type { Slide } from '../deck/slide/slide.ts';
import type { Page } from './html.ts';
import { languageOf } from './language.ts';
import { writeLinkedData } from './linked-data.ts';
import type { Site } from './site.ts';

/** How long a description is that search engines and messengers show whole. */
const LONGEST = 200;
const FOLDER = 'slide/';

/** Size of the picture of a slide that pages which link to it show, CSS px: the shape they cut pictures to. */
export const CARD = { width: 1200, height: 630 } as const;

/** Where the picture of a slide lies, from the deck's page; undefined for an id that makes no file's name. */
export function cardOf(id: string): string | undefined {
  return isName(id) ? `${FOLDER}${id}.png` : undefined;
}

function isName(id: string): boolean {
  return /^[\p{L}\p{N}_-]+$/u.test(id);
}

/**
 * One small page a slide, for whoever shares its address: title, description and what schema.org knows of it. A
 * browser goes on to the slide itself.
 * @param cards paths of the pictures there are
 */
export function slidePages(site: Site, cards: ReadonlySet<string> = new Set()): ReadonlyMap<string, string> {
  const slides = new Map(site.deck.slides.map((slide) => [slide.id, slide]));
  const written = [...site.pages.entries()].flatMap(
    ([index, page]): readonly (readonly [string, string])[] => {
      if (!isName(page.id)) return [];
      const card = cardOf(page.id);
      const head = card && cards.has(card) ? shareTags(page, card, site.deck) : '';
      return [
        [`${FOLDER}${page.id}.html`, writeSlidePage(page, index + 1, slides.get(page.id), site.deck, head)],
      ];
    },
  );
  return new Map(written);
}

/**
 * What shows a picture where a slide is linked to. Most of those who fetch it want its whole address, which only a deck
 * that says its `url` has; for the others it lies beside its page.
 */
function shareTags({ id, headline }: Page, card: string, { meta }: Deck): string {
  const folder = meta.url?.replace(/\/?$/, '/');
  const named = { ...CARD, type: 'image/png', alt: headline || meta.title };
  return [
    ...(folder ? [['og:url', `${folder}${FOLDER}${encodeURIComponent(id)}.html`]] : []),
    ['og:image', folder ? folder + encodeURI(card) : `./${encodeURIComponent(id)}.png`],
    ...Object.entries(named).map(([name, value]) => [`og:image:${name}`, value]),
  ]
    .map(([property, content]) => `<meta${attributes({ property, content })}>\n`)
    .concat('<meta name="twitter:card" content="summary_large_image">\n')
    .join('');
}

function writeSlidePage(
  page: Page,
  position: number,
  slide: Slide | undefined,
  deck: Deck,
  head: string,
): string {
  const { meta } = deck;
  const headline = page.headline || `${wordsOf(meta.lang).slide} ${position}`;
  const title = `${headline} – ${meta.title}`;
  const description = describe(page) || (meta.description ?? '');
  const address = `../#/${encodeURIComponent(page.id)}`;
  const tag = (key: 'name' | 'property', name: string, content: string) =>
    `<meta${attributes({ [key]: name, content })}>`;
  return `<!doctype html>
<html${languageOf(meta)}>
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta${attributes({ 'http-equiv': 'refresh', content: `0; url=${address}` })}>
${tag('name', 'description', description)}
${tag('property', 'og:title', title)}
${tag('property', 'og:description', description)}
${tag('property', 'og:type', 'article')}
${head}<script type="application/ld+json">${writeLinkedData({ headline, description, position }, slide, deck)}</script>
</head>
<body>
<h1>${escapeHtml(headline)}</h1>
<p>${escapeHtml(description)}</p>
<p><a${attributes({ href: address })}>${escapeHtml(meta.title)}</a></p>
</body>
</html>
`;
}

/** The slide's words without its headline and its foot, cut at a word. */
function describe({ html }: Page): string {
  const text = html
    .replace(/<(footer|aside|svg|script|style)[\s\S]*?<\/\1>|<h[1-6][\s\S]*?<\/h[1-6]>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|amp|quot|nbsp|#39);/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' },
};
