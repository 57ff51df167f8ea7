import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceFolder } from '../../../src/export/replace-folder.ts';

let above = '';
let folder = '';
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'orihon folder '));
  folder = join(above, 'pictures');
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

function write(names: readonly string[], path = folder): void {
  mkdirSync(path, { recursive: true });
  for (const name of names) writeFileSync(join(path, name), 'old');
}

const NEW = ['01-start.png', 'contact-sheet.png'].map((path) => ({ path, bytes: Buffer.from('new') }));

/** Names above, and in the folder with what they hold. */
function all(): readonly string[] {
  const inside = readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);
  return [...readdirSync(above), ...inside];
}

const WHOLE = ['pictures', '01-start.png new', 'contact-sheet.png new'];

describe('a folder of pictures', () => {
  test('is made where there is none, or an empty one', () => {
    replaceFolder(folder, NEW);
    expect(all()).toEqual(WHOLE);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    replaceFolder(folder, NEW);
    expect(all()).toEqual(WHOLE);
  });

  test('replaces an earlier one whole: no picture of a slide that is gone stays', () => {
    write(['01-start.png', '02-gone.png', 'contact-sheet.png', '.DS_Store']);
    replaceFolder(folder, NEW);
    expect(all()).toEqual(WHOLE);
  });

  test.each([
    [['01-start.png', 'contact-sheet.png', 'notes.txt'], 'notes.txt'],
    [['01-beach.png', '02-sea.png'], '01-beach.png'],
  ])('is refused, and nothing touched, where %j are not all of an export', (names, other) => {
    write(names);
    const before = all();
    expect(() => replaceFolder(folder, NEW)).toThrow(`holds "${other}", which is of no export`);
    expect(all()).toEqual(before);
  });

  test('is refused where a file has its name', () => {
    writeFileSync(folder, 'a file');
    expect(() => replaceFolder(folder, NEW)).toThrow('is a file');
    expect(readFileSync(folder, 'utf8')).toBe('a file');
  });

  test('comes back from beside its place after a kill between the two moves, and halves are swept', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    write(['01-half.png'], join(above, `.pictures.${pid}.part`));
    write(['02-whole.png', 'notes.txt'], join(above, `.pictures.${pid}.old`));
    // What came back is looked at as any other folder is.
    expect(() => replaceFolder(folder, NEW)).toThrow('notes.txt');
    expect(all()).toEqual(['pictures', '02-whole.png old', 'notes.txt old']);
  });
});
