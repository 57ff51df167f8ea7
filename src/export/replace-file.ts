import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../browser/temporary-folder.ts';

/**
 * Puts bytes in a file's place: written whole beside it, then moved, so that at no time there is half of a file
 * under its name. In one go, so that no signal finds it half done; what a killed process left beside it is removed.
 */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  const folder = dirname(path);
  const aside = leftBeside(path, 'part');
  try {
    mkdirSync(folder, { recursive: true });
    sweep(folder, basename(path));
    writeFileSync(aside, bytes);
    renameSync(aside, path);
  } finally {
    if (existsSync(aside)) rmSync(aside, { force: true });
  }
}

/** Name beside a file or folder, for as long as it is being replaced: of the new, or of the old. */
export function leftBeside(path: string, kind: 'part' | 'old'): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${kind}`);
}

/**
 * Removes what processes that were killed left beside a file or folder of this name. An old folder whose place is
 * empty comes back: it was killed between the two moves.
 */
export function sweep(folder: string, name: string): void {
  for (const other of readdirSync(folder)) {
    const [, pid, kind] = other.startsWith(`.${name}.`)
      ? (/^(\d+)\.(part|old)$/.exec(other.slice(name.length + 2)) ?? [])
      : [];
    if (!kind || isAlive(Number(pid))) continue;
    const [left, place] = [join(folder, other), join(folder, name)];
    if (kind === 'old' && !existsSync(place)) renameSync(left, place);
    else rmSync(left, { recursive: true, force: true });
  }
}
