import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, digest } from '../fonts/cache.ts';
import { attributes } from '../markup.ts';
import { fillPage } from './fill.ts';
import { POLICY } from './policy.ts';
import type { Site } from './site.ts';

/** Files by path relative to the page. */
export type PageFiles = ReadonlyMap<string, Uint8Array | string>;

/**
 * A site as files in memory, for a browser that prints it: what a build writes, but for what only readers on the web
 * need. The page's own code is the same for every deck; it is built once and kept.
 */
export async function printableSite(site: Site): Promise<PageFiles> {
  const page = await pageWithoutDeck();
  const policy = attributes({ 'http-equiv': 'Content-Security-Policy', content: POLICY });
  const html = fillPage(page.get('index.html') ?? '', site).replace('<head>', `<head><meta${policy}>`);
  return new Map<string, Uint8Array | string>([...page, ...site.files, ['index.html', html]]);
}

async function pageWithoutDeck(): Promise<ReadonlyMap<string, string>> {
  const kept = await cached(`page-${programDigest()}.json`, async () => {
    const { bundlePage } = await import('./vite.ts');
    return Buffer.from(JSON.stringify([...(await bundlePage())]));
  });
  const entries: [string, string][] = JSON.parse(kept.toString('utf8'));
  return new Map(entries);
}

/** Tells this version of the program, and of the packages it names, apart from all others. */
function programDigest(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const paths = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const parts = [...paths, join(root, 'package.json'), join(root, 'vite.config.ts')].flatMap((path) => [
    path.slice(root.length),
    readFileSync(path),
  ]);
  return digest(...parts);
}
