import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, digest } from '../base/disk-cache.ts';
import { packedFile } from '../base/packed.ts';

/** Text files by path relative to the page. */
export type PageTexts = ReadonlyMap<string, string>;

/** Where the page in parts keeps its worker, which is written with the list of the site's files. */
export const WORKER = 'worker';

type Bundle = keyof typeof BUNDLES;

/** The ways the page's own code is bundled. Each is the same for every deck. */
const BUNDLES = {
  /** What is needed later lies in scripts of its own. */
  site: async (): Promise<PageTexts> => {
    const { bundlePage, bundleWorker } = await import('./vite.ts');
    const [page, worker] = await Promise.all([bundlePage({ split: true }), bundleWorker()]);
    return new Map([...page, [WORKER, worker]]);
  },
  /** One script holds what is otherwise fetched when needed. */
  page: async (): Promise<PageTexts> => (await import('./vite.ts')).bundlePage({ split: false }),
};

/** The page as a site has it. */
export function pageInParts(): Promise<PageTexts> {
  return once('site');
}

/** The page with one script. */
export function pageInOne(): Promise<PageTexts> {
  return once('page');
}

const held = new Map<Bundle, Promise<PageTexts>>();

/** The page is of the program that runs, whatever its files say by now: a deck that is shown is exported many times. */
function once(name: Bundle): Promise<PageTexts> {
  const made = held.get(name) ?? bundled(name);
  held.set(name, made);
  // What failed is tried anew.
  made.catch(() => held.delete(name));
  return made;
}

/**
 * A bundle that came with the package, or is kept on disk until the program changes: bundling takes longer than
 * compiling most decks.
 */
async function bundled(name: Bundle): Promise<PageTexts> {
  const packed = packedFile(fileOf(name));
  const text = packed
    ? readFileSync(packed)
    : await cached(`${name}-${programDigest()}.json`, async () => Buffer.from(await makeText(name)));
  const entries: [string, string][] = JSON.parse(text.toString('utf8'));
  return new Map(entries);
}

/** Every bundle as a file for the package, by name. */
export async function bundlePages(): Promise<Readonly<Record<string, string>>> {
  const names: readonly Bundle[] = ['site', 'page'];
  const made = await Promise.all(names.map(async (name) => [fileOf(name), await makeText(name)] as const));
  return Object.fromEntries(made);
}

async function makeText(name: Bundle): Promise<string> {
  return JSON.stringify([...(await BUNDLES[name]())]);
}

function fileOf(name: Bundle): string {
  return `page-${name}.json`;
}

/**
 * Tells this version of the program, and of the packages it names, apart from all others. When a file was written says
 * as much as what is in it, without opening hundreds.
 */
function programDigest(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const paths = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const parts = [...paths, join(root, 'vite.config.ts')].map((path) => {
    const { size, mtimeNs, ino } = statSync(path, { bigint: true });
    return `${path}:${size}:${mtimeNs}:${ino}`;
  });
  return digest(readFileSync(join(root, 'package.json')), ...parts);
}
