import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from './deck.ts';
import { type Driven, freePort, isThere, KEYS } from './driven.ts';

const NAMES = ['firefox-esr', 'firefox'];

/** Starts Firefox as the system has it, by the protocol it speaks itself; a sentence where there is none. */
export async function byMarionette(): Promise<Driven | string> {
  const command = NAMES.find(isThere);
  if (command === undefined) return 'Firefox: it is not installed';
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'orihon-firefox-'));
  writeFileSync(join(profile, 'user.js'), `user_pref("marionette.port", ${port});\n`);
  const child = spawn(command, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
  });
  const end = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const dialled: Socket[] = [];
    const isHeard = async () => {
      const socket = await dial(port);
      if (socket) dialled.push(socket);
      return socket !== undefined;
    };
    await expect.poll(isHeard, { timeout: 60_000 }).toBe(true);
    const [socket] = dialled;
    if (!socket) throw new Error('Firefox does not answer.');
    const send = converse(socket);
    await send('WebDriver:NewSession', { capabilities: {} });
    return drive(send, end);
  } catch (error) {
    await end();
    throw error;
  }
}

type Send = (command: string, parameters: object) => Promise<unknown>;

function drive(send: Send, end: () => Promise<void>): Driven {
  return {
    go: async (url) => {
      await send('WebDriver:Navigate', { url: 'about:blank' });
      await send('WebDriver:Navigate', { url });
    },
    ask: (expression) =>
      send('WebDriver:ExecuteScript', { script: `return (${expression})`, args: [], sandbox: null }),
    press: async (key) => {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
      await send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    close: async () => {
      await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      await end();
    },
  };
}

/** A connection, once Firefox listens; undefined before. */
function dial(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/** Asks and awaits answers: each is its length in bytes, a colon, and `[1, number, error, value]`. */
function converse(socket: Socket): Send {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let heard = Buffer.alloc(0);
  socket.on('data', (bytes) => {
    heard = Buffer.concat([heard, bytes]);
    for (let colon = heard.indexOf(':'); colon >= 0; colon = heard.indexOf(':')) {
      const end = colon + 1 + Number(heard.subarray(0, colon));
      if (heard.length < end) return;
      const said = JSON.parse(heard.toString('utf8', colon + 1, end));
      heard = heard.subarray(end);
      if (!Array.isArray(said)) continue;
      const [, number, error, value] = said;
      const asked = waiting.get(number);
      waiting.delete(number);
      if (error) asked?.reject(new Error(error.message));
      else asked?.resolve(value && 'value' in value ? value.value : value);
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection.'));
  });
  let last = 0;
  return (command, parameters) =>
    new Promise((resolve, reject) => {
      last++;
      waiting.set(last, { resolve, reject });
      const text = JSON.stringify([0, last, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}
