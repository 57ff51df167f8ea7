import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { transcribe } from '../../../src/export/transcript.ts';
import { makeSite } from '../../../src/site/site.ts';
import { expect, test } from '../deck.ts';

const GOLDEN = new URL('../../golden/small-transcript.txt', import.meta.url);

/** Words of an accessibility tree as Playwright writes it, without the names of its roles. */
function wordsOf(tree: unknown): string {
  if (Array.isArray(tree))
    return tree.map((one) => (typeof one === 'string' ? nameOf(one) : wordsOf(one))).join(' ');
  if (typeof tree === 'object' && tree !== null)
    return Object.entries(tree)
      .map(([key, below]) => `${nameOf(key)} ${wordsOf(below)}`)
      .join(' ');
  return typeof tree === 'string' || typeof tree === 'number' ? `${tree}` : '';
}

/** `figure "The bridges"` is heard as its name; the slide's own is that of its place in the deck. */
function nameOf(key: string): string {
  if (/^group "\d+ of \d+/.test(key) || key === 'text') return '';
  return JSON.parse(/"(?:[^"\\]|\\.)*"/.exec(key)?.[0] ?? '""');
}

/** Letters and figures alone: what stands between them is not heard. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

test('the transcript says what the page offers to listeners, in its order', async ({ small }) => {
  const { site } = await makeSite('tests/decks/small', { notes: false });
  const text = transcribe(site?.deck.meta.title ?? '', site?.pages ?? [], { notes: false });
  expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  await small.open();
  const [, ...parts] = text.split(/\n\n(?=\d+\. )/);
  const ids = await small.ids();
  expect(parts.length).toBe(ids.length);
  for (const [index, id] of ids.entries()) {
    await small.show(id);
    // With all its steps done, as it is told.
    await small.page.evaluate(() => {
      const { h, v } = window.Reveal.getIndices();
      window.Reveal.slide(h, v, Number.MAX_SAFE_INTEGER);
    });
    // What it says besides are the kinds of what is listed, and the slide's number.
    const told = (parts[index] ?? '')
      .replace(/^\d+\. /, '')
      .replace(/^(Chart|Figure|Picture|Table|Timeline): /gm, '');
    const slide = small.page.locator(`#${id}`);
    await expect.poll(async () => letters(wordsOf(parse(await slide.ariaSnapshot())))).toBe(letters(told));
  }
});
