import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../base/failure.ts';
import { leftBeside, sweep } from './replace-file.ts';

/** On every sheet of pictures, so in every folder of them. */
const CONTACT = 'contact-sheet.png';
/** What an export writes (`04-map.png`), and what file managers leave in any folder. */
const OURS = /^(?:\d{2,}-.+\.png|contact-sheet\.png|\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/**
 * Refuses a folder that holds anything but an earlier export: it is to be replaced whole, and what others put there
 * would go with it.
 * @throws UsageError
 */
export function checkFolder(path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory())
    throw new UsageError(`"${path}" is a file, and pictures need a folder: name another with --output.`);
  const names = readdirSync(path);
  if (names.length === 0) return;
  const other = names.find((name) => !OURS.test(name)) ?? (names.includes(CONTACT) ? undefined : names[0]);
  if (other !== undefined)
    throw new UsageError(
      `"${path}" holds "${other}", which is of no export: the folder is replaced whole, so name a new one with --output.`,
    );
}

/**
 * Puts files in a folder's place, with nothing of those that were there before: all written beside it, then the
 * folders change places. In one go, so that no signal finds it half done.
 * @throws UsageError for a folder that holds anything but an earlier export; nothing is touched then.
 */
export function replaceFolder(
  path: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): void {
  const place = existsSync(path) ? realpathSync(path) : path;
  const parent = dirname(place);
  mkdirSync(parent, { recursive: true });
  sweep(parent, basename(place));
  checkFolder(place);
  const [aside, old] = [leftBeside(place, 'part'), leftBeside(place, 'old')];
  try {
    mkdirSync(aside);
    for (const file of files) writeFileSync(join(aside, file.path), file.bytes);
    if (existsSync(place)) renameSync(place, old);
    renameSync(aside, place);
  } finally {
    // What was there comes back where the new could not take its place.
    if (existsSync(old) && !existsSync(place)) renameSync(old, place);
    for (const left of [aside, old]) rmSync(left, { recursive: true, force: true });
  }
}
