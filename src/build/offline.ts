import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { transformWithOxc } from 'vite';
import type { FrontMatter } from '../deck/front-matter.ts';

const WORKER = new URL('../page/offline-worker.ts', import.meta.url);
const MANIFEST = 'manifest.webmanifest';

/** Head of a page that can be installed. Its presence also tells the page that it has a worker to start. */
export const MANIFEST_LINK = `<link rel="manifest" href="./${MANIFEST}">`;

/** Writes what an installed site needs beside the files of a finished build: its manifest and its worker. */
export async function writeOffline(folder: string, meta: FrontMatter): Promise<void> {
  writeFileSync(join(folder, MANIFEST), manifestOf(meta));
  const files = filesOf(folder);
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update(readFileSync(join(folder, path)));
  const version = hash.digest('hex').slice(0, 12);
  // Only the page has a second name, that of its folder, which is the one people open.
  const paths = files.map((path) =>
    path === 'index.html' ? './' : path.split(sep).map(encodeURIComponent).join('/'),
  );
  const { code } = await transformWithOxc(readFileSync(WORKER, 'utf8'), 'offline-worker.ts');
  const worker = code.replace(/^export\s*\{\s*\};?\s*$/m, '');
  writeFileSync(
    join(folder, 'sw.js'),
    `const FILES = ${JSON.stringify(paths)};\nconst VERSION = ${JSON.stringify(version)};\n${worker}`,
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

/** Paths of all files below a folder, in one order on every machine. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'sw.js')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
