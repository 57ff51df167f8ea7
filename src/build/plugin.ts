import type { HtmlTagDescriptor, Plugin } from 'vite';
import { MANIFEST_LINK } from './offline.ts';
import { POLICY } from './policy.ts';
import type { Site } from './site.ts';

/** Puts a site made beforehand into the page Vite builds, with its files and its policy. */
export function builtDeck(site: Site): Plugin {
  return {
    name: 'orihon:build',
    generateBundle() {
      for (const [fileName, source] of site.files) this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => ({
        html: fillPage(html, site).replace('</title>', `</title>\n${MANIFEST_LINK}`),
        tags: [policyTag],
      }),
    },
  };
}

const policyTag: HtmlTagDescriptor = {
  tag: 'meta',
  attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
  injectTo: 'head-prepend',
};

/** The page with the deck's slides in it, and what its head needs. */
export function fillPage(html: string, site: Site): string {
  // The rules for reading and for paper come last: they overrule all others wherever they apply.
  const last = [...html.matchAll(/[ \t]*<link[^>]*(?:class="read|id="print)-sheet"[^>]*>\n?/g)].map(
    ([link]) => link,
  );
  return last
    .reduce((rest, link) => rest.replace(link, ''), html)
    .replace(/<html([^>]*) lang="en"/, (_, rest: string) => `<html${rest} lang="${site.deck.meta.lang}"`)
    .replace('</head>', () => `${site.head}\n${last.join('')}</head>`)
    .replace(
      '<div class="slides"></div>',
      () => `<div class="slides">\n${site.slides}\n</div>\n${site.strip}`,
    );
}
