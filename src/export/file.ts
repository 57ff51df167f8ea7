import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './temporary.ts';

/**
 * Puts bytes in a file's place: written whole beside it, then moved, so that at no time there is half of a file
 * under its name. In one go, so that no signal finds it half done; what a killed process left beside it is removed.
 */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  const folder = dirname(path);
  const aside = join(folder, `.${basename(path)}.${process.pid}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    sweep(folder, basename(path));
    writeFileSync(aside, bytes);
    renameSync(aside, path);
  } finally {
    if (existsSync(aside)) rmSync(aside, { force: true });
  }
}

function sweep(folder: string, name: string): void {
  for (const other of readdirSync(folder)) {
    if (!other.startsWith(`.${name}.`) || !other.endsWith('.part')) continue;
    const pid = Number(other.slice(name.length + 2, -'.part'.length));
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(folder, other), { force: true });
  }
}
