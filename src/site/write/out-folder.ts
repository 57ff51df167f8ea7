import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../base/failure.ts';
import { isAlive } from '../../base/is-alive.ts';
import { entryAt, type FileList, hashAt, hashOf, LIST, listText, readList } from './file-list.ts';
import { realTarget } from './replace-file.ts';

/** Files by path from the folder, with forward slashes; written in this order. */
export type OutFiles = ReadonlyMap<string, Uint8Array | string>;

/** A folder that holds what nobody asked to lose: nothing was written. */
export class ForeignFileError extends Failure {}

const LOCK = '.orihon-writing';

/**
 * Writes files into a folder that may hold others: of them none is ever changed or removed. Files of an earlier run,
 * which its list names, are replaced one by one, each whole, and removed where they are not written again.
 *
 * So that the folder holds the old or the new files whole at every moment, names should change with what is in the
 * file, and files with fixed names come last, the one that names all others at the very end. What a killed run left
 * is named by the list, which is written before anything else, and goes with the next run.
 *
 * @param yielding names that are left to a file of the user's where there is one.
 * @throws ForeignFileError before anything is written, where a name is taken by a file that no run wrote, or that was
 * changed since.
 */
export function writeOutFolder(path: string, written: OutFiles, yielding: readonly string[] = []): void {
  const folder = checkFolderName(path);
  mkdirSync(folder, { recursive: true });
  locked(folder, () => {
    sweepParts(folder);
    const old = readList(folder) ?? new Map<string, ReadonlySet<string>>();
    const isTheirs = (name: string) => {
      const hash = yielding.includes(name) ? hashAt(join(folder, name)) : undefined;
      return hash !== undefined && !old.get(name)?.has(hash);
    };
    const files = new Map([...written].filter(([name]) => !isTheirs(name)));
    const now: FileList = new Map([...files].map(([name, bytes]) => [name, new Set([hashOf(bytes)])]));
    const unchanged = checkNames(folder, old, now);
    const both = new Map(old);
    for (const [name, hashes] of now) both.set(name, new Set([...(old.get(name) ?? []), ...hashes]));
    putFile(folder, LIST, listText(both));
    for (const [name, bytes] of files) if (!unchanged.has(name)) putFile(folder, name, bytes);
    for (const [name, hashes] of old) if (!now.has(name)) removeFile(folder, name, hashes);
    putFile(folder, LIST, listText(now));
  });
}

/**
 * Says before any work is done that a folder cannot be written to by this name.
 * @returns where it really lies.
 */
export function checkFolderName(path: string): string {
  const folder = realTarget(path);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw new ForeignFileError(`"${path}" is a file: name a folder.`);
  return folder;
}

/**
 * Every name that is to be written must be free, or hold what an earlier run wrote there.
 * @returns the names that hold already what is to be written.
 */
function checkNames(folder: string, old: FileList, now: FileList): ReadonlySet<string> {
  const listThere = existsSync(join(folder, LIST)) && readList(folder) === undefined;
  if (listThere) throw foreign(folder, LIST, 'is no list of ours');
  for (const above of new Set([...now.keys()].flatMap(foldersAbove))) {
    const entry = entryAt(join(folder, above));
    if (entry && !entry.isDirectory()) throw foreign(folder, above, 'is no folder');
  }
  const unchanged = new Set<string>();
  for (const [name, hashes] of now) {
    const there = hashAt(join(folder, name));
    if (there !== undefined && hashes.has(there)) unchanged.add(name);
    else if (there !== undefined && !old.get(name)?.has(there)) {
      const isOurs = old.has(name) && there !== '';
      throw foreign(folder, name, isOurs ? 'was changed since it was written' : 'was not written by Orihon');
    }
  }
  return unchanged;
}

/** `a` and `a/b` for `a/b/c`. */
function foldersAbove(name: string): readonly string[] {
  const parts = name.split('/');
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
}

function foreign(folder: string, name: string, why: string): ForeignFileError {
  return new ForeignFileError(
    `"${join(folder, name)}" ${why}: nothing was written. Move it away, or name another folder.`,
  );
}

/** Written aside and moved, so that no file is ever half there under its name. */
function putFile(folder: string, name: string, bytes: Uint8Array | string): void {
  const target = join(folder, name);
  const aside = join(folder, `.orihon-${process.pid}.part`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(aside, bytes);
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** Only what is as it was written goes, and the folders it leaves empty. */
function removeFile(folder: string, name: string, hashes: ReadonlySet<string>): void {
  if (!hashes.has(hashAt(join(folder, name)) ?? '') || leadsOut(folder, name)) return;
  rmSync(join(folder, name));
  for (let above = dirname(name); above !== '.'; above = dirname(above)) {
    if (readdirSync(join(folder, above)).length > 0) return;
    rmdirSync(join(folder, above));
  }
}

/** Whether the way to a name goes through a link: what lies behind that is not this folder's. */
function leadsOut(folder: string, name: string): boolean {
  return realpathSync(dirname(join(folder, name))) !== join(realpathSync(folder), dirname(name));
}

function sweepParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^\.orihon-(\d+)\.part$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** How long a run waits for another, and from when on a lock is one that a dead run left. Milliseconds. */
const PATIENCE = 20_000;
const PAUSE = 50;

/**
 * One run at a time: what two write at once would be neither's. A lock whose process is gone holds nobody up.
 * @throws Failure where another run does not end.
 */
function locked(folder: string, task: () => void): void {
  const lock = join(folder, LOCK);
  for (let waited = 0; !takeLock(lock); waited += PAUSE) {
    if (isLeft(lock)) rmSync(lock, { force: true });
    else if (waited < PATIENCE) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    else throw new Failure(`Another run is writing into "${folder}": wait until it is done.`);
  }
  try {
    task();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isLeft(lock: string): boolean {
  const stats = statSync(lock, { throwIfNoEntry: false });
  if (!stats) return false;
  const pid = Number(readFileSync(lock, 'utf8'));
  return Date.now() - stats.mtimeMs > PATIENCE || (pid > 0 && (pid === process.pid || !isAlive(pid)));
}
