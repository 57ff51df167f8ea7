import { attributes } from '../base/markup.ts';
import { whereLeads } from '../deck/safe/allowed-address.ts';
import { attribute, elements, parseHtml, setAttribute, writeHtml } from '../deck/slide/html-tree.ts';
import { makeFrame } from '../deck/slide/picture-frame.ts';
import { fillPage } from './fill-page.ts';
import { pageInOne } from './page-bundle.ts';
import { printedPolicy } from './policy.ts';
import type { Site } from './site.ts';

/** Files by path relative to the page. */
export type PageFiles = ReadonlyMap<string, Uint8Array | string>;

/**
 * A site as files in memory, for a browser that prints it: what a build writes, but for what only readers on the web
 * need.
 */
export async function printableSite(site: Site): Promise<Map<string, Uint8Array | string>> {
  const page = await pageInOne();
  const content = printedPolicy(site.deck.meta);
  const policy = attributes({ 'http-equiv': 'Content-Security-Policy', content });
  const html = fillPage(page.get('index.html') ?? '', withoutOtherHosts(site)).replace(
    '<head>',
    `<head><meta${policy}>`,
  );
  return new Map<string, Uint8Array | string>([...page, ...site.files, ['index.html', html]]);
}

/** What is printed asks no other host: in the place of a page from there stand its title and its address. */
function withoutOtherHosts(site: Site): Site {
  const { tree, frames } = framesElsewhere(site);
  if (!tree) return site;
  for (const { element, address } of frames) {
    setAttribute(element, 'alt', attribute(element, 'title'));
    for (const name of ['title', 'sandbox', 'allow', 'allowfullscreen'])
      setAttribute(element, name, undefined);
    makeFrame(element, address);
  }
  return { ...site, slides: writeHtml(tree) };
}

/** Addresses of the pages that a deck which is trusted frames from other hosts, each once: none of them is printed. */
export function pagesElsewhere(site: Site): readonly string[] {
  return [...new Set(framesElsewhere(site).frames.map(({ address }) => address))];
}

/** The slides, and in them the frames of other hosts; no tree where there can be none. */
function framesElsewhere(site: Site) {
  // No other deck has a frame of another host.
  if (!site.deck.meta.trust || !site.slides.includes('<iframe')) return { frames: [] };
  const tree = parseHtml(site.slides);
  const frames = [...elements(tree)].flatMap((element) => {
    const address = attribute(element, 'src') ?? attribute(element, 'data-src') ?? '';
    return element.tagName === 'iframe' && whereLeads(address) === 'web' ? [{ element, address }] : [];
  });
  return { tree, frames };
}
