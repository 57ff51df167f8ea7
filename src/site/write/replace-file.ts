import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../base/failure.ts';
import { isAlive } from '../../base/is-alive.ts';

/**
 * Where a name really leads: links are followed, so that what they lead to is replaced and not the link.
 * @throws Failure for a link that leads nowhere.
 */
export function realTarget(path: string): string {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return path;
  if (entry.isSymbolicLink() && !existsSync(path))
    throw new Failure(`"${path}" is a link that leads nowhere: take it away, or name another place.`);
  return realpathSync(path);
}

/**
 * Puts bytes in a file's place: written whole beside it, then moved, so that at no time there is half of a file
 * under its name. In one go, so that no signal finds it half done; what a killed process left beside it is removed.
 */
export function replaceFile(path: string, bytes: Uint8Array | string): void {
  const target = realTarget(path);
  // A pipe, or a terminal, is written into: it is nobody's file.
  const stats = statSync(target, { throwIfNoEntry: false });
  if (stats && !stats.isFile() && !stats.isDirectory()) {
    writeFileSync(target, bytes);
    return;
  }
  const folder = dirname(target);
  const aside = join(folder, `.${basename(target)}.${process.pid}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    sweepParts(folder, basename(target));
    writeFileSync(aside, bytes);
    renameSync(aside, target);
  } finally {
    if (existsSync(aside)) rmSync(aside, { force: true });
  }
}

/** Removes what processes that were killed left beside a file of this name. */
function sweepParts(folder: string, name: string): void {
  for (const other of readdirSync(folder)) {
    const [, pid] = other.startsWith(`.${name}.`)
      ? (/^(\d+)\.part$/.exec(other.slice(name.length + 2)) ?? [])
      : [];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, other), { force: true });
  }
}
