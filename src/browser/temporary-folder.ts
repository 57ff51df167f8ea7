import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../base/is-alive.ts';

const NAMES = ['TMPDIR', 'TMP', 'TEMP'] as const;
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** Says in such a folder that it is one: a name alone may be somebody's own. */
const MARK = '.orihon-temporary';
/** How long a browser may take to end before it is left to the process's own end, which kills it. Milliseconds. */
const PATIENCE = 2000;

/**
 * Runs a task with a temporary folder of its own, where the browser it starts keeps its things. The folder goes when
 * the task is done, and when the process is asked to stop, once `stop` has ended what runs in it; what a killed
 * process left behind goes with the next task.
 */
export async function withTemporaryFolder<T>(
  stop: () => Promise<void>,
  task: () => Promise<T>,
  processToEnd: { readonly exit: (code: number) => void } = process,
): Promise<T> {
  const before = NAMES.map((name) => process.env[name]);
  sweep(tmpdir());
  const folder = join(tmpdir(), `orihon-export-${process.pid}-${randomBytes(3).toString('hex')}`);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const end = (signal: keyof typeof SIGNALS) => {
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    void Promise.race([stop().catch(() => undefined), late]).finally(() => {
      remove();
      processToEnd.exit(SIGNALS[signal]);
    });
  };
  const answers = [
    ['SIGINT', () => end('SIGINT')],
    ['SIGTERM', () => end('SIGTERM')],
    ['SIGHUP', () => end('SIGHUP')],
  ] as const;
  // Answers first: a signal that finds none ends the process at once, and the folder stays.
  for (const [signal, answer] of answers) process.once(signal, answer);
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, MARK), '');
  for (const name of NAMES) process.env[name] = folder;
  try {
    return await task();
  } finally {
    await stop();
    remove();
    for (const [signal, answer] of answers) process.off(signal, answer);
    for (const [index, name] of NAMES.entries()) {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Removes folders of exports that were killed. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^orihon-export-(\d+)-[0-9a-f]{6}$/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid)) && existsSync(join(folder, name, MARK)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}
