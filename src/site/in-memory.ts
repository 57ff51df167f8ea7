import { attributes } from '../base/markup.ts';
import { fillPage } from './fill-page.ts';
import { pageInOne } from './page-bundle.ts';
import { POLICY } from './policy.ts';
import type { Site } from './site.ts';

/** Files by path relative to the page. */
export type PageFiles = ReadonlyMap<string, Uint8Array | string>;

/**
 * A site as files in memory, for a browser that prints it: what a build writes, but for what only readers on the web
 * need.
 */
export async function printableSite(site: Site): Promise<PageFiles> {
  const page = await pageInOne();
  const policy = attributes({ 'http-equiv': 'Content-Security-Policy', content: POLICY });
  const html = fillPage(page.get('index.html') ?? '', site).replace('<head>', `<head><meta${policy}>`);
  return new Map<string, Uint8Array | string>([...page, ...site.files, ['index.html', html]]);
}
