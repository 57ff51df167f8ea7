import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readDoor } from '../../../../src/export/warm/door.ts';

const NAMES = ['TMPDIR', 'TMP', 'TEMP'] as const;
const before = NAMES.map((name) => process.env[name]);
const folder = mkdtempSync(join(tmpdir(), 'orihon-warm-'));
const deck = join(folder, 'talk.md');
const MADE = {
  files: [{ path: '', bytes: new TextEncoder().encode('%PDF-') }],
  report: { slides: 1, rows: [], faults: [], notices: [], details: {} },
  site: { root: folder, sources: ['talk.md'] },
};
const saved = () => undefined;
const ASKED = { format: 'pdf', written: { strict: false, output: 'talk.pdf' } };

// Where doors are is settled when the modules are read.
let openDoor: typeof import('../../../../src/export/warm/serve.ts').openDoor;
let askShown: typeof import('../../../../src/export/warm/ask-shown.ts').askShown;
beforeAll(async () => {
  for (const name of NAMES) process.env[name] = folder;
  vi.resetModules();
  ({ openDoor } = await import('../../../../src/export/warm/serve.ts'));
  ({ askShown } = await import('../../../../src/export/warm/ask-shown.ts'));
  writeFileSync(deck, '# Talk\n');
});
afterAll(() => {
  for (const [index, name] of NAMES.entries()) {
    const value = before[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(folder, { recursive: true, force: true });
});

const ask = async () => (await askShown(deck, ASKED)).made;
const shown = () => join(folder, `orihon-${process.getuid?.() ?? 'user'}`, 'shown');

test('a deck that is shown is asked for an export, and one that is not leaves nothing behind', async () => {
  expect(await ask()).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['talk.md']);
  const make = vi.fn(async () => MADE);
  const door = await openDoor(deck, { make, saved, close: async () => undefined });
  const made = await ask();
  expect(make).toHaveBeenCalledWith(ASKED);
  expect(made?.site).toEqual(MADE.site);
  expect(Buffer.from(made?.files[0]?.bytes ?? []).toString()).toBe('%PDF-');
  await door.close();
  expect(readdirSync(shown())).toEqual([]);
  expect(await ask()).toBeUndefined();
});

test('who cannot make it says so, and whoever asked makes it', async () => {
  const fail = async (): Promise<undefined> => {
    throw new Error('no browser');
  };
  for (const make of [fail, async () => undefined]) {
    const door = await openDoor(deck, { make, saved, close: async () => undefined });
    expect(await ask()).toBeUndefined();
    await door.close();
  }
});

test('only who can read the file of this user is answered, and no page of a browser', async () => {
  const make = vi.fn(async () => MADE);
  const door = await openDoor(deck, { make, saved, close: async () => undefined });
  const [name = ''] = readdirSync(shown());
  if (process.platform !== 'win32') expect(statSync(join(shown(), name)).mode & 0o077).toBe(0);
  const { port, token } = readDoor(join(shown(), name)) ?? { port: 0, token: '' };
  const ask = (headers: Record<string, string>, method = 'POST') =>
    fetch(`http://127.0.0.1:${port}/`, {
      method,
      headers,
      ...(method === 'POST' && { body: JSON.stringify(ASKED) }),
    }).then(({ status }) => status);
  expect(await ask({})).toBe(403);
  expect(await ask({ Authorization: `Bearer ${'0'.repeat(token.length)}` })).toBe(403);
  expect(await ask({ Authorization: `Bearer ${token}`, Origin: 'http://localhost:5173' })).toBe(403);
  expect(await ask({ Authorization: `Bearer ${token}` }, 'GET')).toBe(403);
  expect(make).not.toHaveBeenCalled();
  expect(await ask({ Authorization: `Bearer ${token}` })).toBe(200);
  await door.close();
});
