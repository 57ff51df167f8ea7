import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Ended, endOf, orihon, startOrihon } from '../program.ts';
import { injecting } from './injected.ts';

// What may go wrong while a file is exported: through the command line alone.

const LONG = process.env['ORIHON_LONG'] !== undefined;

let folder = '';
const at = (...names: string[]) => join(folder, ...names);
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-export-fault-'));
  for (const name of ['deck', 'out', 'tmp']) mkdirSync(at(name));
  writeFileSync(at('deck', '01.md'), '---\ntitle: A\nsources: none\n---\n\n# A\n\n---\n\n## B\n\nWords.\n');
  writeFileSync(at('out', 'talk.pdf'), 'the old file');
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const wordsFor = (format: string) => [
  'export',
  at('deck'),
  '--format',
  format,
  '--output',
  at('out', 'talk.pdf'),
  '--force',
];

/** Whoever reads what was said is no programmer, and loses nothing. */
function expectKept({ code, said }: Ended, words: RegExp): void {
  expect(said).toMatch(words);
  expect(said).not.toMatch(/^\s+at .*[:)]/m);
  expect([1, 2]).toContain(code);
  expect(readFileSync(at('out', 'talk.pdf'), 'utf8')).toBe('the old file');
  expect(readdirSync(at('out'))).toEqual(['talk.pdf']);
}

/** The browser itself, and not one of the processes that it starts. */
function browsers(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(join('/proc', pid, 'cmdline'), 'utf8');
        return line.includes(at('tmp')) && !line.includes('--type=') && line.includes('--headless');
      } catch {
        return false; // it has ended since
      }
    })
    .map(Number);
}

for (const format of ['pdf', 'handout', 'pptx'])
  test(`a browser that dies while it exports ${format} is told, and the old file stays${format === 'pdf' ? '' : ' @long'}`, async () => {
    test.skip(!existsSync('/proc/self/cmdline'), 'Processes are looked for as Linux lists them.');
    for (const later of LONG ? [0, 200, 500, 900, 1400] : [200]) {
      const child = startOrihon(wordsFor(format), { env: { TMPDIR: at('tmp') } });
      const ended = endOf(child);
      const hasBegun = () => browsers().length > 0 || child.exitCode !== null;
      await expect.poll(hasBegun, { intervals: [20], timeout: 60_000 }).toBe(true);
      // The moment of the death is what is tried here; nothing is waited for.
      await Promise.race([ended, new Promise((done) => setTimeout(done, later))]);
      for (const pid of browsers()) process.kill(pid, 'SIGKILL');
      const end = await ended;
      if (end.code === 0) writeFileSync(at('out', 'talk.pdf'), 'the old file');
      else expectKept(end, /browser/i);
    }
  });

test('a disk of temporary things that is full is told, and the old file stays', async () => {
  const end = await orihon(wordsFor('pdf'), {
    env: { TMPDIR: at('tmp'), ...injecting({ fault: 'ENOSPC', at: 1, path: at('tmp') }) },
  });
  if (end.code === 0) expect(readFileSync(at('out', 'talk.pdf'), 'latin1')).toMatch(/^%PDF/);
  else expectKept(end, /no room/);
});

test('a folder of temporary things that is none is told @long', async () => {
  const end = await orihon(wordsFor('pdf'), { env: { TMPDIR: at('nowhere') } });
  if (end.code === 0) expect(readFileSync(at('out', 'talk.pdf'), 'latin1')).toMatch(/^%PDF/);
  else expectKept(end, /nowhere|temporary/);
});
