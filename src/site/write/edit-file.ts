import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { Failure } from '../../base/failure.ts';
import { realTarget, replaceFile } from './replace-file.ts';

/**
 * Changes a text of a deck as it lies on disk now, whatever it was when the program began: line ends, a byte order mark
 * and all that is not changed stay letter for letter. It is replaced whole.
 * @param path from the deck's folder, with forward slashes
 * @param change makes the new text; of none where there is no such file yet
 * @throws Failure for a text that is no UTF-8, and for a name that leads out of the deck.
 */
export function editFile(root: string, path: string, change: (text: string) => string): void {
  const full = placeIn(root, path);
  const text = statSync(full, { throwIfNoEntry: false }) ? decode(readFileSync(full), path) : '';
  const changed = change(text);
  if (changed !== text) replaceFile(full, changed);
}

/**
 * Where a file of a deck lies, or is to lie.
 * @throws Failure where a link leads out of the deck: one from elsewhere must not reach other files.
 */
export function placeIn(root: string, path: string): string {
  const folder = realpathSync(root);
  const full = join(folder, path);
  let there = full;
  while (!lstatSync(there, { throwIfNoEntry: false })) there = dirname(there);
  const real = realTarget(there);
  if (real !== folder && !real.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    throw new Failure(`"${path}" leads out of the deck by a link: it was left as it is.`);
  return full;
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(`"${path}" is not written in UTF-8: it was left as it is. Save it as UTF-8 first.`);
  }
}
