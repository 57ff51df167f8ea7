import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import { expect } from './deck.ts';

/** As much of a browser as a journey needs. */
export interface Driven {
  readonly go: (url: string) => Promise<void>;
  /** Evaluates an expression in the page; what it gives must be JSON. */
  readonly ask: (expression: string) => Promise<unknown>;
  readonly press: (key: 'PageDown' | 'PageUp' | 'd') => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Browsers that Playwright cannot drive as the system has them: each by the W3C WebDriver it comes with. */
const OTHERS = {
  Firefox: {
    driver: 'geckodriver',
    screen: false,
    binaries: [],
    capabilities: () => ({ browserName: 'firefox', 'moz:firefoxOptions': { args: ['-headless'] } }),
  },
  WebKit: {
    driver: 'WebKitWebDriver',
    screen: true,
    binaries: ['x86_64', 'aarch64'].flatMap((machine) =>
      ['6.0', '4.1', '4.0'].flatMap((version) => [
        `/usr/lib/${machine}-linux-gnu/webkitgtk-${version}/MiniBrowser`,
        `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
      ]),
    ),
    capabilities: (binary: string) => ({
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    }),
  },
} as const;

const KEYS = { PageDown: '\uE00F', PageUp: '\uE00E', d: 'd' } as const;

/** The browser the other tests have. */
export function byPlaywright(page: Page): Driven {
  return {
    go: async (url) => {
      await page.goto('about:blank');
      await page.goto(url);
    },
    ask: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key),
    close: () => Promise.resolve(),
  };
}

/** Starts another browser; a sentence where this machine has none. */
export async function byWebDriver(name: keyof typeof OTHERS): Promise<Driven | string> {
  const { driver, screen, binaries, capabilities } = OTHERS[name];
  if (!isThere(driver)) return `${name}: ${driver} is not installed`;
  const binary = binaries.find((path) => existsSync(path)) ?? '';
  if (binaries.length > 0 && binary === '') return `${name}: its MiniBrowser is not installed`;
  const virtual = screen && !process.env['DISPLAY'];
  if (virtual && !isThere('xvfb-run')) return `${name}: there is no screen, and xvfb is not installed`;
  const port = await freePort();
  const command = [...(virtual ? ['xvfb-run', '-a'] : []), driver, `--port=${port}`];
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: 'ignore', detached: true });
  const base = `http://127.0.0.1:${port}`;
  try {
    await expect.poll(() => answers(`${base}/status`), { timeout: 15_000 }).toBe(true);
    const { sessionId } = await post(`${base}/session`, {
      capabilities: { alwaysMatch: capabilities(binary) },
    });
    return drive(`${base}/session/${sessionId}`, child);
  } catch (error) {
    end(child);
    throw error;
  }
}

function drive(session: string, child: ChildProcess): Driven {
  return {
    go: async (url) => {
      await post(`${session}/url`, { url: 'about:blank' });
      await post(`${session}/url`, { url });
    },
    ask: (expression) => post(`${session}/execute/sync`, { script: `return (${expression})`, args: [] }),
    press: async (key) => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
      await post(`${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    close: async () => {
      await fetch(session, { method: 'DELETE' }).catch(() => undefined);
      end(child);
    },
  };
}

async function post(url: string, body: unknown) {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${url}: ${value?.message ?? response.status}`);
  return value;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

function isThere(command: string): boolean {
  try {
    execFileSync(process.platform === 'win32' ? 'where' : 'which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Ends the driver with the browser and the screen it started. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid);
  } catch {
    child.kill();
  }
}
