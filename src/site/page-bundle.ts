import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, digest } from '../base/disk-cache.ts';

/** Text files by path relative to the page. */
export type PageTexts = ReadonlyMap<string, string>;

/**
 * The page's own code without a deck, as `make` bundles it. It is the same for every deck, and is kept on disk until
 * the program changes: bundling takes longer than compiling most decks.
 *
 * @param name tells one way to bundle it from another
 */
export async function keptPage(name: string, make: () => Promise<PageTexts>): Promise<PageTexts> {
  const kept = await cached(`${name}-${programDigest()}.json`, async () =>
    Buffer.from(JSON.stringify([...(await make())])),
  );
  const entries: [string, string][] = JSON.parse(kept.toString('utf8'));
  return new Map(entries);
}

/** The page with one script, which holds what is otherwise fetched when needed. */
export function pageInOne(): Promise<PageTexts> {
  return keptPage('page', async () => (await import('./vite.ts')).bundlePage({ split: false }));
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
