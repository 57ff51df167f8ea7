import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { importCommand } from '../../../src/commands/import.ts';
import { parseTimeline } from '../../../src/figures/timeline/model/parse.ts';
import { formatWhen } from '../../../src/figures/timeline/model/when.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon import '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TABLE = `date,end,title,lane,source
c. 886,26 oct 899,A king,Kings,https://example.org/a
-12000,,Farming,,
192X,,A decade,,
before 1066,,Earlier,,
2023-01-11T06:45,,Alarm,,
1914/..,,Still so,,
long ago,,A ford,,
`;

test('a table becomes a file that tells the same, and is never written over', async () => {
  const file = join(folder, 'list.csv');
  writeFileSync(file, TABLE);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await importCommand.run(['import', file, '--to', folder, '--dry-run'])).toBe(0);
  expect(log).toHaveBeenCalledWith(expect.stringContaining('title: A king'));
  expect(await importCommand.run(['import', file, '--to', folder])).toBe(0);
  const text = readFileSync(join(folder, 'timeline.yaml'), 'utf8');
  const told = (source: string, name: string) =>
    parseTimeline({ file: name, text: source }, () => undefined)
      ?.events.map((event) => `${formatWhen(event)}: ${event.title}, ${event.links.length}`)
      .filter((line) => !line.includes('Earlier'));
  expect(told(text, 'timeline.yaml')).toEqual(told(TABLE, 'list.csv'));
  expect(text).toContain('#   long ago: A ford'.replace(/\s+/g, ' '));
  await expect(importCommand.run(['import', file, '--to', folder])).rejects.toThrow('is there already');
  await expect(importCommand.run(['import', 'nowhere.csv'])).rejects.toThrow('There is no file');
  vi.restoreAllMocks();
});
