import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stateOfDeck } from '../../../src/site/deck-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'orihon-state-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const LATER = 60_000;
const state = () => stateOfDeck(folder, Date.now() + LATER);

test('the state of a deck is the same until a file of it is another, and never that of before', () => {
  writeFileSync(at('1.md'), '# One\n');
  writeFileSync(at('a.csv'), 'year,n\n2000,1\n');
  mkdirSync(at('pictures'));
  writeFileSync(at('pictures/p.svg'), '<svg/>');
  const seen = [state()];
  expect(state()).toBe(seen[0]);
  const changes = [
    () => writeFileSync(at('1.md'), '# Two\n'),
    () => writeFileSync(at('a.csv'), 'year,n\n2000,2\n'),
    () => writeFileSync(at('pictures/q.svg'), '<svg/>'),
    () => renameSync(at('pictures/q.svg'), at('pictures/r.svg')),
    () => rmSync(at('pictures/r.svg')),
    // One that is put in a file's place with the size and the time it had.
    () => {
      writeFileSync(at('b.csv'), 'year,n\n2000,3\n');
      utimesSync(at('b.csv'), 0, 0);
      renameSync(at('b.csv'), at('a.csv'));
    },
  ];
  for (const change of changes) {
    // The disk's clock goes on.
    const until = Date.now() + 20;
    while (Date.now() < until);
    change();
    const now = state();
    expect(now).toBeDefined();
    // The file that was taken away again leaves what was before.
    if (change === changes[4]) expect(now).toBe(seen[2]);
    else expect(seen).not.toContain(now);
    seen.push(now);
  }
});

test('nothing is said of a deck with a file so new that its next change may not show, nor of none', () => {
  writeFileSync(at('a.csv'), 'year,n\n2000,4\n');
  expect(stateOfDeck(folder, Date.now())).toBeUndefined();
  expect(stateOfDeck(at('nowhere'), Date.now() + LATER)).toBeUndefined();
});
