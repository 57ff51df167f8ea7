import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Something to be timed. One run resolves to milliseconds. */
export interface Contestant {
  readonly name: string;
  readonly run: () => Promise<number>;
}

export interface Result {
  readonly name: string;
  /** Milliseconds of each run, in the order they ran. */
  readonly runs: readonly number[];
  readonly median: number;
  /** Its median over the first contestant's, which is ours. */
  readonly ratio: number;
}

/** A promise about ours, held against one peer: ours takes at most `most` times as long. */
export interface Goal {
  readonly peer: string;
  readonly most: number;
}

export interface Table {
  readonly title: string;
  readonly results: readonly Result[];
  readonly goals: readonly Goal[];
}

export interface Options {
  readonly runs: number;
  readonly json: string | undefined;
  /** Contestants to run, besides the first; all where it is empty. */
  readonly only: readonly string[];
}

/** `--runs 5 --json file.json --only marp,slidev` */
export function readOptions(runs: number): Options {
  const { values } = parseArgs({
    options: { runs: { type: 'string' }, json: { type: 'string' }, only: { type: 'string', default: '' } },
  });
  return {
    runs: Number(values.runs ?? runs),
    json: values.json,
    only: values.only.split(',').filter(Boolean),
  };
}

/** Times contestants in turns, so that a busy minute meets all of them; each first runs once unmeasured. */
export async function race(
  contestants: readonly Contestant[],
  { runs, only }: Options,
): Promise<readonly Result[]> {
  const [ours, ...peers] = contestants;
  const chosen = [ours, ...peers].filter(
    (one) => one !== undefined && (one === ours || only.length === 0 || only.includes(one.name)),
  );
  const times = new Map<string, number[]>();
  for (let round = 0; round <= runs; round++)
    for (const one of chosen) {
      if (!one) continue;
      const time = await one.run();
      process.stderr.write(
        `  ${round === 0 ? 'warm-up' : `run ${round}`}: ${one.name} ${time.toFixed(0)} ms\n`,
      );
      if (round > 0) times.set(one.name, [...(times.get(one.name) ?? []), time]);
    }
  const base = median(times.get(ours?.name ?? '') ?? []);
  return [...times].map(([name, all]) => ({
    name,
    runs: all,
    median: median(all),
    ratio: median(all) / base,
  }));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}

/** Prints tables, and writes them as JSON where asked. */
export function tell(tables: readonly Table[], { json }: Options): void {
  for (const { title, results, goals } of tables) {
    console.log(`\n${title}`);
    for (const { name, runs, median, ratio } of results) {
      const range = `${Math.min(...runs).toFixed(0)}–${Math.max(...runs).toFixed(0)}`;
      const times = ratio === 1 ? '' : `${ratio.toFixed(2)} × ours`;
      console.log(
        `  ${name.padEnd(12)} ${`${median.toFixed(0)} ms`.padStart(10)}  ${range.padStart(13)}  ${times}`,
      );
    }
    for (const { peer, most } of goals) {
      const ratio = results.find(({ name }) => name === peer)?.ratio;
      if (ratio === undefined) continue;
      const verdict = 1 / ratio <= most ? 'held' : 'MISSED';
      console.log(
        `  ours / ${peer} = ${(1 / ratio).toFixed(2)}, goal at most ${most.toFixed(2)}: ${verdict}`,
      );
    }
  }
  if (json) writeFileSync(json, `${JSON.stringify(tables, undefined, 2)}\n`);
}

/**
 * Runs Node on a program to its end.
 *
 * @returns milliseconds, from before the process starts until it is gone
 * @throws Error with its last words where it fails
 */
export function timeNode(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    const child = spawn(process.execPath, [...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject).on('close', (code) => {
      const time = performance.now() - began;
      if (code === 0) resolve(time);
      else
        reject(
          new Error(
            `${args.join(' ')} ended with ${code}:\n${Buffer.concat(output).toString().slice(-1500)}`,
          ),
        );
    });
  });
}
