import { escapeHtml } from '../base/markup.ts';
import { wordsOf } from '../base/words/choose-words.ts';
import { EN } from '../base/words/en.ts';
import { languageOf } from './language.ts';
import type { Site } from './site.ts';

/** The page with the deck's slides in it, and what its head needs. */
export function fillPage(html: string, site: Site): string {
  // The rules for reading and for paper come last: they overrule all others wherever they apply.
  const last = [...html.matchAll(/[ \t]*<link[^>]*(?:class="read|id="print)-sheet"[^>]*>\n?/g)].map(
    ([link]) => link,
  );
  const words = wordsOf(site.deck.meta.lang);
  return last
    .reduce((rest, link) => rest.replace(link, ''), html)
    .replace(`aria-label="${EN.views}"`, `aria-label="${escapeHtml(words.views)}"`)
    .replace(`>${EN.reading}</a>`, `>${escapeHtml(words.reading)}</a>`)
    .replace(`>${EN.slides}</a>`, `>${escapeHtml(words.slides)}</a>`)
    .replace(`"${EN.deck}"`, `"${escapeHtml(words.deck)}"`)
    .replace(/<html([^>]*) lang="en"/, (_, rest: string) => `<html${rest}${languageOf(site.deck.meta)}`)
    .replace('</head>', () => `${site.head}\n${last.join('')}</head>`)
    .replace(
      '<div class="slides"></div>',
      () => `<div class="slides">\n${site.slides}\n</div>\n${site.strip}`,
    );
}
