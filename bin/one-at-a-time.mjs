import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAUSE = 200;
/** A process number may be given out again: no install takes this long (ms). */
const FORGOTTEN = 30 * 60_000;
/** An empty lock is one whose owner has not yet written its number into it (ms). */
const EMPTY = 5_000;

/**
 * Does `work` while no other process does it for the same folder; waits where one does.
 * The lock lies outside the folder, because `npm ci` empties node_modules and a clone should stay clean.
 *
 * @template T
 * @param {string} folder
 * @param {(line: string) => void} say
 * @param {() => T} work
 * @returns {T}
 */
export function alone(folder, say, work) {
  const lock = lockPath(folder);
  for (let waited = 0; ; waited += PAUSE) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      // Where no lock can be written there is nobody to share with either.
      if (codeOf(error) !== 'EEXIST') return work();
    }
    if (isLeftOver(lock)) rmSync(lock, { force: true });
    else {
      if (waited === 0) say('Another command is installing packages here: waiting for it …');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} folder */
export function lockPath(folder) {
  return join(
    tmpdir(),
    `orihon-install-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.lock`,
  );
}

/**
 * Whether the process that wrote a lock ended without taking it away.
 *
 * @param {string} lock
 */
function isLeftOver(lock) {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    const owner = Number(readFileSync(lock, 'utf8'));
    if (age > FORGOTTEN) return true;
    if (!owner) return age > EMPTY;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // ESRCH: no such process. Anything else: the lock is gone by now, or its owner is another user's.
    return codeOf(error) === 'ESRCH';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
