import { createHash, randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sweep } from './sweep.mjs';

const require = createRequire(import.meta.url);
/** What is kept: fonts and bundles of some versions and some decks. Days since the last use, and bytes in all. */
const MOST = { days: 30, bytes: 200e6 };
/** Words take no room, and what they are about may lie for years. */
const NOTED = { days: 1000, bytes: 5e6 };

type Most = typeof MOST;

/** First 16 hex digits of the SHA-256 of all parts, with their lengths, so that no two lists of parts are alike. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 16);
}

/** Beside the installed packages, which goes when they go; else in a folder of this user's own. */
function folders(kind: string): readonly string[] {
  const installed = dirname(dirname(require.resolve('subset-font/package.json')));
  const own = join(tmpdir(), `orihon-${process.getuid?.() ?? 'user'}`);
  return [join(installed, '.cache', 'orihon', kind), ...(isOthers(own) ? [] : [join(own, kind)])];
}

/** Whether somebody else may have put files there: where all may write, anybody can make a folder of any name. */
function isOthers(folder: string): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  const me = process.getuid?.();
  if (!stats || me === undefined) return false;
  return !stats.isDirectory() || stats.uid !== me || (stats.mode & 0o022) !== 0;
}

/**
 * What `make` makes, kept on disk under `name`, which must tell its content apart from all others. Where nothing
 * can be written it is made each time. What was not used for long, or is too much, is taken away.
 */
export async function cached(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  for (const folder of folders('made')) {
    const path = join(folder, name);
    const kept = await readFile(path).catch(() => undefined);
    if (!kept) continue;
    // A sweep goes by the last use; whoever may not write it loses nothing.
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    return kept;
  }
  const made = await make();
  await keepSomewhere('made', name, made, MOST);
  return made;
}

/** Notes a word under a name, for `recall`, as well as it can: where nothing can be written it is forgotten. */
export async function remember(name: string, word: string): Promise<void> {
  await keepSomewhere('noted', name, word, NOTED);
}

/** The word that was noted last; undefined where none is known. */
export async function recall(name: string): Promise<string | undefined> {
  for (const folder of folders('noted')) {
    const word = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (word !== undefined) return word;
  }
  return undefined;
}

async function keepSomewhere(kind: string, name: string, bytes: Buffer | string, most: Most): Promise<void> {
  for (const folder of folders(kind)) if (await keep(folder, name, bytes, most)) return;
}

/** Written aside and renamed, so that another build running now never reads half a file. */
async function keep(folder: string, name: string, bytes: Buffer | string, most: Most): Promise<boolean> {
  const aside = join(folder, `${name}.${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(aside, bytes);
    await rename(aside, join(folder, name));
    sweep(folder, most);
    return true;
  } catch {
    // On Windows a rename fails while another process reads the target: that file is as good as this one.
    await rm(aside, { force: true }).catch(() => undefined);
    return false;
  }
}
