import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { startChromium } from './drive/start.ts';
import { type Browser, type Machine, reasonOf, searchBrowser } from './search.ts';

export type { Browser };

/**
 * Finds a browser of Chromium's family that really starts, or installs one; the next call takes no visible time.
 * Says on stderr what takes longer than a second.
 * Rejects with a `NoBrowserError`: one sentence saying what to do, and what was tried, where none can be had.
 */
export function findBrowser(): Promise<Browser> {
  return searchBrowser(thisMachine());
}

const RememberedSchema = z.strictObject({
  executablePath: z.string(),
  name: z.string(),
  modified: z.number(),
});

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    ownPath,
    exists: existsSync,
    launch,
    run,
    recall,
    remember,
    say: (line) => console.error(line),
  };
}

/** Starts a browser and opens a page in it: some start and then cannot. Resolves to its version. */
async function launch(executablePath: string, args: readonly string[]): Promise<string> {
  const browser = await startChromium({ executablePath, args });
  try {
    await browser.newPage({ viewport: { width: 800, height: 600 } });
    return browser.version;
  } finally {
    await browser.close();
  }
}

/** Where Playwright keeps its own Chromium. It is loaded for this alone, and not where a browser is known. */
function ownPath(): string {
  const { chromium }: typeof import('playwright') = createRequire(import.meta.url)('playwright');
  return chromium.executablePath();
}

/** Runs a command to its end, with a sign of life every ten seconds. Resolves to why it failed, or undefined. */
function run(command: 'playwright' | 'apt-get', args: readonly string[]): Promise<string | undefined> {
  const [program, ...before] =
    command === 'playwright' ? [process.execPath, playwrightCli()] : ([command] as const);
  const began = Date.now();
  // Where a network swallows requests, the answer should not take minutes.
  const env = {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
  };
  const alive = setInterval(() => console.error(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const child = spawn(program, [...before, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    const end = (reason: string | undefined) => {
      clearInterval(alive);
      resolve(reason);
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code) =>
      end(code === 0 ? undefined : reasonOf(Buffer.concat(output).toString('utf8'))),
    );
  });
}

function playwrightCli(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');
}

/** The name of the browser found last time, if it is still the same file. */
function recall(): { readonly executablePath: string; readonly name: string } | undefined {
  try {
    const { executablePath, name, modified } = RememberedSchema.parse(
      JSON.parse(readFileSync(memory(), 'utf8')),
    );
    return statSync(executablePath).mtimeMs === modified ? { executablePath, name } : undefined;
  } catch {
    return undefined; // none yet, cut short, or the browser is gone: it is looked for again
  }
}

function remember({ executablePath, name }: Pick<Browser, 'executablePath' | 'name'>): void {
  try {
    mkdirSync(dirname(memory()), { recursive: true });
    const modified = statSync(executablePath).mtimeMs;
    writeFileSync(memory(), JSON.stringify({ executablePath, name, modified }));
  } catch {
    // A folder that cannot be written to only makes the next run slower.
  }
}

/** Kept in the node_modules this program runs from: its own in a clone, its user's where it is installed. */
function memory(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const inside = root.lastIndexOf('node_modules');
  const modules = inside < 0 ? join(root, 'node_modules') : root.slice(0, inside + 'node_modules'.length);
  return join(modules, '.cache', 'orihon', 'browser.json');
}
