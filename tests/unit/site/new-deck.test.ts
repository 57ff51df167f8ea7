import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli.ts';
import { NotEmptyError, newDeck } from '../../../src/site/new-deck.ts';
import { makeSite } from '../../../src/site/site.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon new '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a new deck', () => {
  test('has a timeline, a chart and its sources on three slides, and not one problem', async () => {
    const path = join(folder, 'above', 'my talk');
    expect(newDeck(path)).toEqual(['data/members.csv', 'sources.yaml', 'talk.md', 'timeline.yaml']);
    const { site, problems } = await makeSite(path, { notes: true });
    expect(problems).toEqual([]);
    expect(site?.pages.map(({ id }) => id)).toEqual(['years', 'members', 'sources']);
    expect(site?.slides).toContain('data-timeline');
    expect(site?.slides).toContain('data-chart');
    expect(site?.slides).toContain('Minutes of the Westbank Rowing Club');
  });

  test('goes into a folder that is there and empty', () => {
    const path = join(folder, 'empty');
    mkdirSync(path);
    expect(newDeck(path)).toContain('talk.md');
  });

  test('never takes the place of anything: not of one hidden file, not of a file of that name', () => {
    const path = join(folder, 'full');
    mkdirSync(path);
    writeFileSync(join(path, '.keep'), 'mine');
    expect(() => newDeck(path)).toThrow(NotEmptyError);
    expect(readdirSync(path)).toEqual(['.keep']);
    const file = join(folder, 'talk.md');
    writeFileSync(file, 'mine');
    expect(() => newDeck(file)).toThrow(NotEmptyError);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('is refused by the command in plain words, with exit code 1; without a name it is no command', async () => {
    expect(await main(['new', join(folder, 'full')])).toBe(1);
    expect(await main(['new'])).toBe(2);
  });
});
