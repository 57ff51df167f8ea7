import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { readPdf } from '../../../src/export/pdf/read.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-killed-'));
  mkdirSync(join(folder, 'out'));
  mkdirSync(join(folder, 'tmp'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

function startExport(): ChildProcess {
  return spawn(
    process.execPath,
    ['bin/orihon.mjs', 'export', 'tests/decks/small', '--output', join(folder, 'out', 'deck.pdf')],
    { stdio: 'ignore', env: { ...process.env, TMPDIR: join(folder, 'tmp') } },
  );
}

/** Temporary things of an export; what Node's loader keeps there to start faster is not meant. */
function leftovers(): readonly string[] {
  return readdirSync(join(folder, 'tmp')).filter((name) => !/^(tsx|node)/.test(name));
}

/** Command lines of processes that keep their things in this test's folder. */
function strays(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' ');
      } catch {
        return ''; // it has ended since
      }
    })
    .filter((line) => line.includes(join(folder, 'tmp')));
}

/** Numbers from 0 to 1, the same each time. */
function* random(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1664525 + 1013904223) % 4294967296;
    yield state / 4294967296;
  }
}

async function killAt(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT', milliseconds: number): Promise<void> {
  const output = join(folder, 'out', 'deck.pdf');
  if (!existsSync(output)) await runWhole();
  const child = startExport();
  const ended = once(child, 'exit');
  // The moment of the kill is what is tried here; nothing is waited for.
  await Promise.race([setTimeout(milliseconds), ended]);
  child.kill(signal);
  await ended;
  await expect.poll(strays, { message: `no browser outlives ${signal} at ${milliseconds} ms` }).toEqual([]);
  const bytes = readFileSync(output);
  expect((await readPdf(bytes)).pages.length).toBe(5);
  if (signal === 'SIGKILL') return;
  expect(readdirSync(join(folder, 'out')), `after ${signal} at ${milliseconds} ms`).toEqual(['deck.pdf']);
  expect(leftovers(), `after ${signal} at ${milliseconds} ms`).toEqual([]);
}

/** A whole export, after which nothing is left of those that were killed before. */
async function runWhole(): Promise<void> {
  const [code] = await once(startExport(), 'exit');
  expect(code).toBe(0);
  expect(readdirSync(join(folder, 'out'))).toEqual(['deck.pdf']);
  expect(leftovers()).toEqual([]);
  expect((await readPdf(readFileSync(join(folder, 'out', 'deck.pdf')))).pages.length).toBe(5);
}

test('an export killed half-way leaves the old file, and the next one sweeps up', async () => {
  await killAt('SIGKILL', 1800);
  await runWhole();
});

test('an export stopped at 30 moments leaves a whole file and nothing else @long', async () => {
  test.setTimeout(600_000);
  const numbers = random(5);
  for (let round = 0; round < 30; round++) {
    const signal = (['SIGTERM', 'SIGINT', 'SIGKILL'] as const)[round % 3] ?? 'SIGTERM';
    if (round % 3 === 0) rmSync(join(folder, 'out', 'deck.pdf'), { force: true });
    await killAt(signal, Math.round(300 + numbers.next().value * 4000));
    if (signal === 'SIGKILL') await runWhole();
  }
});
