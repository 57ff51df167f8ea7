import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { attributes } from '../base/markup.ts';
import { fillPage } from './fill-page.ts';
import { MANIFEST, MANIFEST_LINK, manifestOf, workerOf } from './offline.ts';
import { pageInParts, WORKER } from './page-bundle.ts';
import { HEADERS, policyFor } from './policy.ts';
import type { Site } from './site.ts';
import { slidePages } from './slide-pages.ts';
import { checkFolderName, ForeignFileError, writeOutFolder } from './write/out-folder.ts';

/** What some hosts of static pages read: a file of the owner's own stands over ours. */
const HEADERS_FILE = '_headers';

/**
 * Writes a site as static files that run from any folder of a web server. Files of an earlier build are replaced, and
 * go where there is no more of them; all others are left as they are.
 * @param cards pictures of the slides for whoever shares their links, by path
 * @throws ForeignFileError before anything is written, where a file of somebody's is in the way.
 */
export async function buildSite(
  site: Site,
  outDir: string,
  cards: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<void> {
  const folder = checkFolderName(outDir);
  if (site.isFolder && isSame(folder, site.root))
    throw new ForeignFileError(`"${outDir}" is the deck itself: name another folder with --out.`);
  const page = new Map(await pageInParts());
  const worker = page.get(WORKER) ?? '';
  page.delete(WORKER);
  const index = ['index.html', writePage(page.get('index.html') ?? '', site)] as const;
  page.delete('index.html');
  const parts = [
    ...[...page, ...site.files].sort(([a], [b]) => Number(isFixed(a)) - Number(isFixed(b))),
    [MANIFEST, manifestOf(site.deck.meta)] as const,
  ];
  const besides = [
    ['sw.js', workerOf(new Map([...parts, index]), worker)] as const,
    [HEADERS_FILE, HEADERS] as const,
    ...cards,
    ...slidePages(site, new Set(cards.keys())),
  ];
  const files = new Map([...parts, ...besides, index]);
  const folders = new Set([...files.keys()].flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []));
  for (const name of site.isFolder ? folders : [])
    if (isSame(join(folder, name), site.root))
      throw new ForeignFileError(
        `"${outDir}" would get a folder "${name}", which is the deck itself: name another folder with --out.`,
      );
  writeOutFolder(outDir, files, [HEADERS_FILE]);
}

/** Whether another build may write something else under this name. */
function isFixed(path: string): boolean {
  return !/-[\w-]{8}\.\w+$/.test(path);
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
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
