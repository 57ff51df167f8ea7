import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attributes } from '../base/markup.ts';
import { fillPage } from './fill-page.ts';
import { NotEmptyError } from './new-deck.ts';
import { MANIFEST, MANIFEST_LINK, writeOffline } from './offline.ts';
import { keptPage } from './page-bundle.ts';
import { policyFor } from './policy.ts';
import type { Site } from './site.ts';

/** What may lie beside a site and stays: its repository, and what hosts of static pages look for. */
const KEPT = new Set(['.git', '.nojekyll', 'CNAME']);
/** What every site has. */
const OURS = ['index.html', MANIFEST, 'sw.js'];

/** Where the bundled page keeps its worker, which is written with the list of the site's files. */
const WORKER = 'worker';

/**
 * Writes a site as static files that run from any folder of a web server. A site that lay there goes whole, so that
 * nothing of removed slides stays; its repository is left.
 * @throws NotEmptyError for a folder that holds anything else: a deck, or all of somebody's files, is not for emptying.
 */
export async function buildSite(site: Site, outDir: string): Promise<void> {
  checkPlace(outDir);
  const page = new Map(await keptPage('site', bundleSite));
  const worker = page.get(WORKER) ?? '';
  page.delete(WORKER);
  emptyFolder(outDir);
  const html = writePage(page.get('index.html') ?? '', site);
  for (const [path, content] of [...page, ...site.files, ['index.html', html] as const]) {
    const target = join(outDir, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  writeOffline(outDir, site.deck.meta, worker);
}

async function bundleSite(): Promise<ReadonlyMap<string, string>> {
  const { bundlePage, bundleWorker } = await import('./vite.ts');
  const [page, worker] = await Promise.all([bundlePage({ split: true }), bundleWorker()]);
  return new Map([...page, [WORKER, worker]]);
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !KEPT.has(name)) : [];
}

function checkPlace(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new NotEmptyError(`"${folder}" is a file: name a folder with --out.`);
  const [name] = namesIn(folder);
  if (name === undefined || OURS.every((own) => existsSync(join(folder, own)))) return;
  throw new NotEmptyError(
    `"${folder}" holds "${name}" and is no site of an earlier build: nothing was written. Name another with --out.`,
  );
}

function emptyFolder(folder: string): void {
  for (const name of namesIn(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The page with its deck, its policy and what makes it an app. */
function writePage(html: string, site: Site): string {
  const policy = attributes({
    'http-equiv': 'Content-Security-Policy',
    content: policyFor(site.deck.meta),
  });
  return paintAfterStart(fillPage(html, site))
    .replace('</title>', `</title>\n${MANIFEST_LINK}`)
    .replace('<head>', () => `<head>\n    <meta${policy}>`);
}

/**
 * The first script is small, and sets the theme and the slide: it runs as soon as it is there, and the browser
 * paints nothing before. One that does not know the word paints when it likes.
 */
function paintAfterStart(html: string): string {
  return html.replace('<script type="module"', '<script type="module" async blocking="render"');
}
