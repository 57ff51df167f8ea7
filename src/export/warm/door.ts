import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** How a command finds the program that shows a deck, and proves to be of the same user. */
export interface Door {
  readonly port: number;
  readonly token: string;
}

const ME = process.getuid?.();
// As they are when the program starts: an export puts its own temporary folder in their place.
const FOLDER = join(tmpdir(), `orihon-${ME ?? 'user'}`);
const INSIDE = join(FOLDER, 'shown');
const FOLDERS = [FOLDER, INSIDE];
/** What is written in a door: a line that is read without a library, since whoever asks waits for it. */
const WRITTEN = /^(\d{1,5}) ([0-9a-f]{64})\n$/;

/** What decides what an export of a deck is, besides its files: the program, and where and how it runs. */
function settingOf(deck: string): readonly string[] {
  const manifest = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { ORIHON_BROWSER = '', TZ = '', LANG = '' } = process.env;
  // The file that runs, which has another name for each state of a clone's source.
  return [
    realpathSync(resolve(deck)),
    process.cwd(),
    manifest,
    import.meta.dirname,
    ORIHON_BROWSER,
    TZ,
    LANG,
  ];
}

/**
 * Where the door of a deck is written, whether or not it is shown.
 * @returns undefined where there is no folder that is this user's alone
 */
export function doorPath(deck: string): string | undefined {
  try {
    if (!FOLDERS.every(isOwn)) return undefined;
    const name = createHash('sha256')
      .update(JSON.stringify(settingOf(deck)))
      .digest('hex')
      .slice(0, 32);
    return join(INSIDE, `${name}.json`);
  } catch {
    return undefined;
  }
}

/**
 * Writes the door of a deck that is shown from now on.
 * @returns its path; undefined where it cannot be written for this user alone
 */
export function writeDoor(deck: string, door: Door): string | undefined {
  try {
    mkdirSync(INSIDE, { recursive: true, mode: 0o700 });
    const path = doorPath(deck);
    if (path === undefined) return undefined;
    // One that a killed program left is of another token: nobody has it open.
    rmSync(path, { force: true });
    writeFileSync(path, `${door.port} ${door.token}\n`, { mode: 0o600, flag: 'wx' });
    return path;
  } catch {
    return undefined;
  }
}

/** Whether a folder is this user's, and nobody else writes or looks into it. */
function isOwn(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return ME === undefined || (uid === ME && (mode & 0o022) === 0);
}

/** The door written at a path; undefined where there is none. */
export function readDoor(path: string): Door | undefined {
  try {
    const [, port, token] = WRITTEN.exec(readFileSync(path, 'utf8')) ?? [];
    return port && token ? { port: Number(port), token } : undefined;
  } catch {
    return undefined;
  }
}
