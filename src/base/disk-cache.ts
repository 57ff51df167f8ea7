import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sweep } from './sweep.mjs';

const require = createRequire(import.meta.url);
/** What is kept: fonts and bundles of some versions and some decks. Days since the last use, and bytes in all. */
const MOST = { days: 30, bytes: 200e6 };

/** First 16 hex digits of the SHA-256 of all parts, with their lengths, so that no two lists of parts are alike. */
export function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 16);
}

/** Beside the installed packages, which goes when they go; else in a folder of this user's own. */
function folders(): readonly string[] {
  const installed = dirname(dirname(require.resolve('subset-font/package.json')));
  return [
    join(installed, '.cache', 'orihon', 'made'),
    join(tmpdir(), `orihon-${process.getuid?.() ?? 'user'}`, 'made'),
  ];
}

/**
 * What `make` makes, kept on disk under `name`, which must tell its content apart from all others. Where nothing
 * can be written it is made each time. What was not used for long, or is too much, is taken away.
 */
export async function cached(name: string, make: () => Promise<Buffer>): Promise<Buffer> {
  for (const folder of folders()) {
    const path = join(folder, name);
    const kept = await readFile(path).catch(() => undefined);
    if (!kept) continue;
    // A sweep goes by the last use; whoever may not write it loses nothing.
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    return kept;
  }
  const made = await make();
  for (const folder of folders()) if (await keep(folder, name, made)) break;
  return made;
}

/** Written aside and renamed, so that another build running now never reads half a file. */
async function keep(folder: string, name: string, bytes: Buffer): Promise<boolean> {
  const aside = join(folder, `${name}.${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(aside, bytes);
    await rename(aside, join(folder, name));
    sweep(folder, MOST);
    return true;
  } catch {
    // On Windows a rename fails while another process reads the target: that file is as good as this one.
    await rm(aside, { force: true }).catch(() => undefined);
    return false;
  }
}
