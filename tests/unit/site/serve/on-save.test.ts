import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onSave } from '../../../../src/site/serve/on-save.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-saves-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of one file, what its watcher tells, and what each update read of it. */
function watched() {
  const file = join(folder, 'deck.md');
  const watcher = new EventEmitter();
  const read: string[] = [];
  onSave(watcher, folder, async () => {
    // The last test's folder may be gone.
    if (existsSync(file)) read.push(readFileSync(file, 'utf8'));
  });
  return { file, read, tell: (path = file) => watcher.emit('change', path) };
}

test('two strokes of an editor are one save', async () => {
  const { file, read, tell } = watched();
  writeFileSync(file, '');
  tell();
  writeFileSync(file, 'whole');
  tell();
  await vi.waitFor(() => expect(read).toEqual(['whole']));
});

test('a save that follows another too soon for the watcher to tell is seen', async () => {
  const { file, read, tell } = watched();
  writeFileSync(file, 'first');
  tell();
  await vi.waitFor(() => expect(read).toEqual(['first']), { interval: 1 });
  writeFileSync(file, 'set in order');
  await vi.waitFor(() => expect(read).toEqual(['first', 'set in order']));
});

test('what lies outside the folder is no save', async () => {
  const { file, read, tell } = watched();
  writeFileSync(file, 'whole');
  tell(join(folder, '..', 'another.md'));
  tell();
  await vi.waitFor(() => expect(read).toEqual(['whole']));
});
