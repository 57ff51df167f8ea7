import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Names the files a folder was given, with their hashes: what it does not name is the user's. */
export const LIST = '.orihon-files.json';

/** Hashes by path from the folder, with forward slashes. While files are being replaced, both of the old and the new. */
export type FileList = ReadonlyMap<string, ReadonlySet<string>>;

const ListSchema = z.object({
  about: z.string(),
  files: z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{64}$/))),
});

const ABOUT =
  'Files that Orihon wrote into this folder. It replaces and removes these alone, while they are unchanged.';

/** @returns undefined for a folder without a list, or with a file of that name that is none. */
export function readList(folder: string): FileList | undefined {
  const text = readText(join(folder, LIST));
  if (text === undefined) return readOldWorker(folder);
  const { success, data } = ListSchema.safeParse(parseJson(text));
  if (!success) return undefined;
  return new Map(
    Object.entries(data.files)
      .filter(([path]) => isInside(path))
      .map(([path, hashes]) => [path, new Set(hashes)]),
  );
}

export function listText(list: FileList): string {
  const files = Object.fromEntries(
    [...list].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, hashes]) => [path, [...hashes].sort()]),
  );
  return `${JSON.stringify({ about: ABOUT, files }, null, 1)}\n`;
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Hash of a plain file; undefined where there is none, `''` for a folder, a link or anything else of this name. */
export function hashAt(path: string): string | undefined {
  const entry = entryAt(path);
  if (!entry) return undefined;
  return entry.isFile() ? hashOf(readFileSync(path)) : '';
}

/** What lies there itself, links not followed; nothing where the way leads through a file. */
export function entryAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** A list is a file like any other: it must not lead out of its folder. */
function isInside(path: string): boolean {
  return path !== '' && !/(^|[\\/])\.\.?([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(path);
}

const OldFiles = z.array(z.object({ url: z.string(), revision: z.string().nullable() }));
/** What hosts of pages look for beside a site: its owner's, though the old worker names them too. */
const OWNERS = /^(CNAME|\.nojekyll|\.git(\/.*)?)$/;

/**
 * Sites of builds that wrote no list have one in their worker, with the beginnings of hashes. Its `VERSION` tells
 * whether all of them are unchanged, also those that it gives no hash of.
 */
function readOldWorker(folder: string): FileList | undefined {
  const worker = readText(join(folder, 'sw.js'));
  const [, written = '', version] =
    /^const FILES = (\[.*\]);\nconst VERSION = "([0-9a-f]{12})";\n/.exec(worker ?? '') ?? [];
  const { success, data } = OldFiles.safeParse(parseJson(written));
  if (!success || worker === undefined) return undefined;
  const found = data.flatMap(({ url, revision }) => {
    const path = url === './' ? 'index.html' : decode(url);
    const hash = isInside(path) ? hashAt(join(folder, path)) : undefined;
    return hash ? [{ path, revision, hash }] : [];
  });
  const now = JSON.stringify(found.map(({ path, hash }) => ({ path, revision: hash.slice(0, 12) })));
  const isWhole = found.length === data.length && hashOf(now).slice(0, 12) === version;
  return new Map([
    ...found
      .filter(({ path }) => !OWNERS.test(path))
      .filter(({ revision, hash }) => isWhole || (revision !== null && hash.startsWith(revision)))
      .map(({ path, hash }) => [path, new Set([hash])] as const),
    ['sw.js', new Set([hashOf(worker)])],
  ]);
}

function readText(path: string): string | undefined {
  return entryAt(path)?.isFile() ? readFileSync(path, 'utf8') : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return '';
  }
}
