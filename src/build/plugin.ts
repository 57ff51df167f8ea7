import type { HtmlTagDescriptor, Plugin } from 'vite';
import { fillPage } from './fill.ts';
import { MANIFEST_LINK } from './offline.ts';
import { policyFor } from './policy.ts';
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
        tags: [policyTag(policyFor(site.deck.meta))],
      }),
    },
  };
}

function policyTag(content: string): HtmlTagDescriptor {
  return {
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content },
    injectTo: 'head-prepend',
  };
}
