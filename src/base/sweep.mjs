// Plain JavaScript: `bin` sweeps with it before any TypeScript can be read.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DAY = 24 * 60 * 60_000;

/**
 * Takes away what has not been used for long out of a folder of kept files, and then the longest unused, until the
 * rest is small enough. What cannot be taken away, for another process has it, stays for the next time.
 *
 * @param {string} folder
 * @param {{ days: number, bytes: number }} most age since the last use, and size of all together
 * @param {number} [now] ms
 */
export function sweep(folder, { days, bytes }, now = Date.now()) {
  let total = 0;
  for (const { path, used, size } of entriesOf(folder).sort((a, b) => b.used - a.used)) {
    total += size;
    if (now - used <= days * DAY && total <= bytes) continue;
    try {
      rmSync(path, { recursive: true, force: true });
      total -= size;
    } catch {
      // On Windows a file that is read cannot go.
    }
  }
}

/**
 * @param {string} folder
 * @returns {{ path: string, used: number, size: number }[]}
 */
function entriesOf(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    try {
      const stats = statSync(path);
      const inside = stats.isDirectory() ? entriesOf(path).reduce((sum, { size }) => sum + size, 0) : 0;
      return [{ path, used: stats.mtimeMs, size: stats.size + inside }];
    } catch {
      return []; // swept by another process
    }
  });
}
