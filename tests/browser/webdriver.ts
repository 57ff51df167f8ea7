import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect } from './deck.ts';
import { type Driven, freePort, isThere, KEYS } from './driven.ts';

const DRIVER = 'WebKitWebDriver';
const BINARIES = ['x86_64', 'aarch64'].flatMap((machine) =>
  ['6.0', '4.1', '4.0'].flatMap((version) => [
    `/usr/lib/${machine}-linux-gnu/webkitgtk-${version}/MiniBrowser`,
    `/usr/lib/${machine}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
  ]),
);

/** Starts WebKit by the W3C WebDriver its GTK port comes with; a sentence where this machine has none. */
export async function byWebDriver(): Promise<Driven | string> {
  if (!isThere(DRIVER)) return `WebKit: ${DRIVER} is not installed`;
  const binary = BINARIES.find((path) => existsSync(path));
  if (binary === undefined) return 'WebKit: its MiniBrowser is not installed';
  const virtual = !process.env['DISPLAY'];
  if (virtual && !isThere('xvfb-run')) return 'WebKit: there is no screen, and xvfb is not installed';
  const port = await freePort();
  const command = [...(virtual ? ['xvfb-run', '-a'] : []), DRIVER, `--port=${port}`];
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: 'ignore', detached: true });
  const base = `http://127.0.0.1:${port}`;
  try {
    await expect.poll(() => answers(`${base}/status`), { timeout: 30_000 }).toBe(true);
    const { sessionId } = await post(`${base}/session`, {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
      },
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

/** Ends the driver with the browser and the screen it started. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid);
  } catch {
    child.kill();
  }
}
