import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** Folder of the program that is tried: this one, or any other checkout of it, old ones too. */
const UNDER_TEST = process.env['ORIHON_UNDER_TEST'] ?? process.cwd();
const COMMAND = join(UNDER_TEST, 'bin/orihon.mjs');

/** How a run of the program ended. */
export interface Ended {
  /** Null for one that a signal ended. */
  readonly code: number | null;
  /** Both of its outputs, as a terminal shows them. */
  readonly said: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Ends a run that takes longer, ms: its code is null then. */
  readonly timeout?: number;
}

/** Runs the command line to its end. */
export function orihon(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return endOf(startOrihon(words, options));
}

/** Starts the command line, for whoever kills it. */
export function startOrihon(
  words: readonly string[],
  { env = {}, cwd, timeout }: RunOptions = {},
): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...words], {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    cwd,
    timeout,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function endOf(child: ChildProcess): Promise<Ended> {
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

/** A deck that is served while it is written. */
export interface Served {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @throws Error with what the program said, where it serves nothing. */
export async function serveByOrihon(deck: string): Promise<Served> {
  const child = startOrihon(['start', deck, '--no-open', '--port', `${await freePort()}`]);
  const ended = endOf(child);
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      const [found] = /http:\/\/localhost:\d+\//.exec(said) ?? [];
      if (found) resolve(found);
    });
    void ended.then((end) => reject(new Error(end.said)));
  });
  const close = async () => {
    child.kill();
    await ended;
  };
  return { url, close };
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, 'localhost', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
