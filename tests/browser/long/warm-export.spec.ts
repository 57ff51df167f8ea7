import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '../deck.ts';

const PROGRAM = resolve('bin/orihon.mjs');
const PORT = 5293;
let folder = '';
let shown: ChildProcess;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-shown-'));
  cpSync('tests/decks/small', join(folder, 'talk'), { recursive: true });
  shown = spawn(process.execPath, [PROGRAM, 'start', 'talk', '--no-open', '--port', `${PORT}`], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  shown.stdout?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  await expect.poll(() => said, { timeout: 60_000 }).toContain(`:${PORT}`);
});

test.afterAll(async () => {
  const ended = once(shown, 'exit');
  shown.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

/** The file that the command writes. Who prints it tells by a line whether the command did it itself. */
function exported(output: string, { alone = false } = {}): Buffer {
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'export', 'talk', '--output', output], {
    cwd: folder,
    // Of another zone, nobody shows the deck.
    env: { ...process.env, ...(alone && { TZ: 'Pacific/Auckland' }) },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  expect(stderr.includes('Printing')).toBe(alone);
  return readFileSync(join(folder, output));
}

test('a deck that is shown is exported by the program that shows it, to the same bytes', async ({ page }) => {
  const file = join(folder, 'talk', '1-bridges.md');
  expect(exported('warm.pdf').equals(exported('alone.pdf', { alone: true }))).toBe(true);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, `${before}\n\n---\n\n## One more\n\nAn edit.\n`);
  const again = exported('warm.pdf');
  expect(again.equals(exported('alone.pdf', { alone: true }))).toBe(true);

  // What was compiled and loaded ahead is what is printed, and not once another save has come.
  await page.goto(`http://localhost:${PORT}/`);
  await page.waitForFunction(() => window.Reveal?.isReady());
  writeFileSync(file, `${before}\n\n---\n\n## Another\n\nAn edit.\n`);
  await expect(page.getByRole('heading', { name: 'Another', includeHidden: true })).toBeAttached();
  const ahead = exported('warm.pdf');
  expect(ahead.equals(again)).toBe(false);
  expect(ahead.equals(exported('alone.pdf', { alone: true }))).toBe(true);
  writeFileSync(file, `${before}\n\n---\n\n## One more\n\nAn edit.\n`);
  expect(exported('warm.pdf').equals(again)).toBe(true);

  await page.keyboard.press('e');
  await expect(page.getByRole('status').filter({ hasText: 'talk.pdf is written.' })).toBeVisible();
  expect(readFileSync(join(folder, 'talk.pdf')).equals(again)).toBe(true);
});
