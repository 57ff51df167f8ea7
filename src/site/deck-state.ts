import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readDeck } from '../deck/read.ts';

/**
 * How long after a change of a file another one may have the same time, milliseconds: as long as the disk's clock stands
 * still, on some for seconds.
 */
const TICK = { fine: 20, whole: 2500 };

/**
 * Tells all that a deck may be made of from what it is after any change.
 * @param now milliseconds since 1970
 * @returns undefined where that cannot be told: there is no deck, or a file is so new that its next change may not show
 */
export function stateOfDeck(path: string, now: number): string | undefined {
  try {
    const { root, paths, slides, settings } = readDeck(path);
    const files = paths.map((name) => {
      const { size, ino, ctimeNs, mtimeNs } = statSync(join(root, name), { bigint: true });
      return { name, size, ino, ctimeNs, mtimeNs };
    });
    const read = new Set(slides.map(({ path }) => path));
    const isNew = files.some(({ name, ctimeNs }) => {
      if (read.has(name)) return false;
      const tick = ctimeNs % 1_000_000_000n === 0n ? TICK.whole : TICK.fine;
      return now - Number(ctimeNs / 1_000_000n) < tick;
    });
    if (isNew) return undefined;
    const stats = files.map(
      ({ name, size, ino, ctimeNs, mtimeNs }) => `${name} ${size} ${ino} ${ctimeNs} ${mtimeNs}`,
    );
    return JSON.stringify([root, stats, slides, settings]);
  } catch {
    return undefined;
  }
}
