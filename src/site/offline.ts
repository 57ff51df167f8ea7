import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FrontMatter } from '../deck/front-matter.ts';

export const MANIFEST = 'manifest.webmanifest';
/** Names the build itself gave by what is in the file; the deck's own pictures keep the names they have. */
const NAMED_BY_HASH = /^(?!deck[\\/]).*-[\w-]{8}\.\w+$/;

/** Head of a page that can be installed. Its presence also tells the page that it has a worker to start. */
export const MANIFEST_LINK = `<link rel="manifest" href="./${MANIFEST}">`;

/**
 * Writes what an installed site needs beside the files of a finished build: its manifest and its worker.
 * @param worker as `bundleWorker` makes it.
 */
export function writeOffline(folder: string, meta: FrontMatter, worker: string): void {
  writeFileSync(join(folder, MANIFEST), manifestOf(meta));
  const files = filesOf(folder).map((path) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    return { path, revision: hash.slice(0, 12) };
  });
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  const kept = files.map(({ path, revision }) => ({
    // Only the page has a second name, that of its folder, which is the one people open.
    url: path === 'index.html' ? './' : path.split(sep).map(encodeURIComponent).join('/'),
    revision: NAMED_BY_HASH.test(path) ? null : revision,
  }));
  writeFileSync(
    join(folder, 'sw.js'),
    `const FILES = ${JSON.stringify(kept)};\nconst VERSION = ${JSON.stringify(version)};\n${worker}`,
  );
}

function manifestOf({ title, subtitle, description, lang }: FrontMatter): string {
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

/** Paths of all files of the site in a folder, in one order on every machine: a repository's own are not served. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path.split(sep)[0] !== '.git')
    .sort();
}
