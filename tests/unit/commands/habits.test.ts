import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../../src/cli.ts';
import { start } from '../../../src/commands/start.ts';

let folder = '';
let deck = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-habits-'));
  deck = join(folder, 'deck.md');
  writeFileSync(deck, '# A');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

describe('who comes from reveal-md', () => {
  test.each([
    ['a deck alone', (path: string) => [path]],
    ['a deck with --watch', (path: string) => [path, '--watch']],
    ['a deck with -w', (path: string) => ['-w', path]],
  ])('is shown %s', async (_, words) => {
    const run = vi.spyOn(start, 'run').mockResolvedValue(0);
    expect(await main(words(deck))).toBe(0);
    expect(run).toHaveBeenCalledWith(['start', deck]);
  });

  test.each([
    ['--static', 'orihon build DECK --out FOLDER'],
    ['--print', 'orihon export DECK --output FILE.pdf'],
    ['--theme', 'as "theme:" in the front matter'],
    ['--title', 'write "title:" in the front matter'],
    ['--css', 'as "css:" in the front matter'],
    ['--disable-auto-open', 'write --no-open'],
  ])('is told what does what %s did', async (option, words) => {
    const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
    for (const written of [[option, 'x'], [`${option}=x`]]) expect(await main([deck, ...written])).toBe(2);
    expect(told.mock.calls).toEqual([
      [expect.stringContaining(`${option} is an option of reveal-md. Here, `)],
      [expect.stringContaining(words)],
    ]);
  });
});
