import { createHash } from 'node:crypto';
import type { FrontMatter } from '../deck/front-matter.ts';

export const MANIFEST = 'manifest.webmanifest';
/** Names the build gave by what is in the file. */
const NAMED_BY_HASH = /-[\w-]{8}\.\w+$/;

/** Head of a page that can be installed. Its presence also tells the page that it has a worker to start. */
export const MANIFEST_LINK = `<link rel="manifest" href="./${MANIFEST}">`;

/**
 * The worker that keeps a copy of a site.
 * @param site every file it is to keep, by path.
 * @param worker as `bundleWorker` makes it.
 */
export function workerOf(site: ReadonlyMap<string, Uint8Array | string>, worker: string): string {
  const files = [...site]
    .map(([path, bytes]) => ({
      path,
      revision: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  const kept = files.map(({ path, revision }) => ({
    // Only the page has a second name, that of its folder, which is the one people open.
    url: path === 'index.html' ? './' : path.split('/').map(encodeURIComponent).join('/'),
    revision: NAMED_BY_HASH.test(path) ? null : revision,
  }));
  return `const FILES = ${JSON.stringify(kept)};\nconst VERSION = ${JSON.stringify(version)};\n${worker}`;
}

/** What the browser shows of a site that is installed. */
export function manifestOf({ title, subtitle, description, lang }: FrontMatter): string {
  return JSON.stringify({
    name: [title, subtitle].filter(Boolean).join(': '),
    short_name: title,
    description,
    lang,
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#ede9df',
    theme_color: '#121418',
    icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  });
}
