import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../base/failure.ts';

const TEMPLATE = fileURLToPath(new URL('../../assets/new', import.meta.url));

/** A folder that holds what nobody asked to lose: nothing was written. */
export class NotEmptyError extends Failure {}

/**
 * Writes a small deck that works into a folder, which is made where there is none. Nothing is ever overwritten.
 * @returns the files written, by path from the folder.
 * @throws NotEmptyError in plain words, where the folder holds anything already or is a file.
 */
export function newDeck(path: string): readonly string[] {
  const folder = resolve(path);
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new NotEmptyError(`${path} is a file: name a folder that is empty or does not exist yet.`);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new NotEmptyError(
      `${path} is not empty: nothing was written. Name a folder that is empty or does not exist yet.`,
    );
  mkdirSync(folder, { recursive: true });
  cpSync(TEMPLATE, folder, { recursive: true, errorOnExist: true, force: false });
  return readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(TEMPLATE, join(parentPath, name)).split(sep).join('/'))
    .sort();
}
