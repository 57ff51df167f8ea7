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
        html: paintAfterStart(fillPage(html, site)).replace('</title>', `</title>\n${MANIFEST_LINK}`),
        tags: [policyTag(policyFor(site.deck.meta))],
      }),
    },
  };
}

/**
 * The first script is small, and sets the theme and the slide: it runs as soon as it is there, and the browser
 * paints nothing before. One that does not know the word paints when it likes.
 */
function paintAfterStart(html: string): string {
  return html.replace('<script type="module"', '<script type="module" async blocking="render"');
}

function policyTag(content: string): HtmlTagDescriptor {
  return {
    tag: 'meta',
    attrs: { 'http-equiv': 'Content-Security-Policy', content },
    injectTo: 'head-prepend',
  };
}
