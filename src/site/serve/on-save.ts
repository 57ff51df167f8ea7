import { statSync } from 'node:fs';
import { relative } from 'node:path';

/** An editor may write a file in two strokes; what is read between them is no deck. Milliseconds. */
const STROKE = 8;
/** The watcher tells no change of a file that comes sooner than 50 ms after one it told. Milliseconds. */
const UNTOLD = 60;

/** Vite's watcher, as far as it is needed. */
export interface Watcher {
  on(change: 'change' | 'add' | 'unlink', told: (file: string) => void): unknown;
}

/**
 * Calls back once for each save below a folder, one at a time. What is saved while the watcher is not listening, as a
 * program that sets a file in order right after its editor wrote it, is found by looking once more.
 */
export function onSave(watcher: Watcher, root: string, update: () => Promise<void>): void {
  let waiting: NodeJS.Timeout | undefined;
  let updating = Promise.resolve();
  /** Saved files that no update has read yet. */
  const unread = new Set<string>();
  /** What each file was when it was last read. */
  const read = new Map<string, string>();
  const looks = new Map<string, NodeJS.Timeout>();

  const updateSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      updating = updating.then(() => {
        for (const file of unread) read.set(file, stateOf(file));
        unread.clear();
        return update();
      });
    }, STROKE);
  };
  const saved = (file: string) => {
    if (relative(root, file).startsWith('..')) return;
    unread.add(file);
    updateSoon();
    clearTimeout(looks.get(file));
    looks.set(
      file,
      setTimeout(() => {
        looks.delete(file);
        if (!unread.has(file) && stateOf(file) !== read.get(file)) saved(file);
      }, UNTOLD),
    );
  };
  for (const change of ['change', 'add', 'unlink'] as const) watcher.on(change, saved);
}

/** Tells one state of a file from the next; empty where there is none. */
function stateOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeNs}` : '';
}
