import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeSite } from '../../../../../src/site/site.ts';

const DECK = 'tests/decks/walk';

/** Compiles the deck in a process of its own, and prints all that is written of it and when January begins there. */
const COMPILE = `
import { makeSite } from './src/site/site.ts';
const { site } = await makeSite('${DECK}', { notes: true });
console.log(JSON.stringify({
  january: new Date(2023, 0, 1).toISOString(),
  written: { head: site.head, slides: site.slides, files: [...site.files.keys()] },
}));
`;

test('a deck with a timeline is the same to the byte wherever on Earth it is built', async () => {
  expect(new Date(2023, 0, 1).toISOString()).toBe('2023-01-01T08:00:00.000Z');
  const words = ['--import', 'tsx', '--input-type=module', '--eval', COMPILE];
  const [east, { site }] = await Promise.all([
    promisify(execFile)(process.execPath, words, {
      env: { ...process.env, TZ: 'Asia/Tokyo' },
      maxBuffer: 1e8,
    }),
    makeSite(DECK, { notes: true }),
  ]);
  const { january, written } = JSON.parse(east.stdout);
  expect(january).toBe('2022-12-31T15:00:00.000Z');
  expect(site?.slides).toContain('March 45 BC');
  // The names of the files say what is in them.
  expect(written).toEqual({ head: site?.head, slides: site?.slides, files: [...(site?.files.keys() ?? [])] });
}, 60_000);
