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

/**
 * One small page a slide, for whoever shares its address: title, description and what schema.org knows of it. A
 * browser goes on to the slide itself.
 */
export function slidePages(site: Site): ReadonlyMap<string, string> {
  const slides = new Map(site.deck.slides.map((slide) => [slide.id, slide]));
  return new Map(
    site.pages.flatMap((page, index) =>
      /^[\p{L}\p{N}_-]+$/u.test(page.id)
        ? [
            [
              `slide/${page.id}.html`,
              writeSlidePage(page, index + 1, slides.get(page.id), site.deck),
            ] as const,
          ]
        : [],
    ),
  );
}

function writeSlidePage(page: Page, position: number, slide: Slide | undefined, deck: Deck): string {
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
<script type="application/ld+json">${writeLinkedData({ headline, description, position }, slide, deck)}</script>
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
