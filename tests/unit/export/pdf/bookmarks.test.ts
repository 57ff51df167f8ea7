import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressesOf, bookmarksOf } from '../../../../src/export/pdf/bookmarks.ts';
import { makeSite } from '../../../../src/site/site.ts';

/** A deck of these slides, ready to be exported. */
async function siteOf(markdown: string) {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-outline-'));
  try {
    writeFileSync(join(folder, 'deck.md'), markdown);
    const { site } = await makeSite(join(folder, 'deck.md'), { notes: false });
    if (!site) throw new Error('the deck has errors');
    return site;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const DECK = [
  '# Title',
  '<!-- .slide: data-part="Before" -->\n## First',
  'No headline',
  '<!-- .slide: data-part="After" id="after" -->\n## Second\n\n--\n\n## Below',
  '<!-- .slide: data-part -->\n## Last',
].join('\n\n---\n\n');

describe('the outline of a deck', () => {
  test('has every slide, below the first of its part, and stacks below their first', async () => {
    expect(bookmarksOf(await siteOf(DECK))).toEqual([
      { title: 'Title', slide: 0, below: [] },
      { title: 'Before: First', slide: 1, below: [{ title: 'Slide 3', slide: 2, below: [] }] },
      { title: 'After: Second', slide: 3, below: [{ title: 'Below', slide: 4, below: [] }] },
      { title: 'Last', slide: 5, below: [] },
    ]);
  });

  test('finds slides by id and by the numbers of their columns', async () => {
    const addresses = addressesOf(await siteOf(DECK));
    expect(['', 'after', '3', '3/1', '4', 'nowhere'].map((name) => addresses.get(name))).toEqual([
      0,
      3,
      3,
      4,
      5,
      undefined,
    ]);
  });
});
