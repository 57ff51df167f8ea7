import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweep } from '../../../src/base/sweep.mjs';

const NOW = Date.UTC(2026, 0, 31);
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon sweep '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function keep(name: string, daysAgo: number, size: number): void {
  const path = join(folder, name);
  if (name.endsWith('/')) {
    mkdirSync(path);
    writeFileSync(join(path, 'main.mjs'), 'x'.repeat(size));
  } else writeFileSync(path, 'x'.repeat(size));
  const used = new Date(NOW - daysAgo * 24 * 60 * 60_000);
  utimesSync(path, used, used);
}

test('takes away what was unused for too many days, folders with all in them', () => {
  keep('new.ttf', 1, 10);
  keep('old.ttf', 31, 10);
  keep('old-bundle/', 40, 10);
  sweep(folder, { days: 30, bytes: 1e6 }, NOW);
  expect(readdirSync(folder)).toEqual(['new.ttf']);
});

test('takes away the longest unused until the rest is small enough', () => {
  keep('a.ttf', 3, 400);
  keep('b.ttf', 2, 400);
  keep('c.ttf', 1, 400);
  sweep(folder, { days: 30, bytes: 900 }, NOW);
  expect(readdirSync(folder).sort()).toEqual(['b.ttf', 'c.ttf']);
});
