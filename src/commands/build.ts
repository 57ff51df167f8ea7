import { resolve } from 'node:path';
import { Failure, UsageError } from '../base/failure.ts';
import { listFaults } from '../report/export-report.ts';
import type { Site } from '../site/site.ts';
import { command, oneDeck } from './command.ts';
import { makeOrList } from './make-or-list.ts';

export const build = command({
  name: 'build',
  takes: '[deck] --out folder',
  says: 'write it as a static site',
  more: [
    '--with-notes   speaker notes too   --strict   only where nothing is left to say',
    '--cards   a picture of every slide, for pages that link to it',
  ],
  options: {
    out: { type: 'string' },
    'with-notes': { type: 'boolean' },
    strict: { type: 'boolean' },
    cards: { type: 'boolean' },
  },
  run: async (words, { out = 'dist', 'with-notes': notes = false, strict = false, cards = false }) => {
    if (out.trim() === '') throw new UsageError('Name a folder with --out, e.g. "--out dist".');
    const began = performance.now();
    const site = await makeOrList(oneDeck(words), { notes, notices: true, strict });
    if (!site) return 1;
    const { buildSite } = await import('../site/build.ts');
    await buildSite(site, resolve(out), cards ? await cardsOf(site) : undefined);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${site.pages.length} slides in ${out} after ${seconds} s.`);
    return 0;
  },
});

/**
 * Takes the cards in a browser of their own.
 * @throws Failure where the page did what it must not: then no card can be trusted.
 */
async function cardsOf(site: Site): Promise<ReadonlyMap<string, Uint8Array>> {
  const [{ browserSource }, { progressOn }, { withTemporaryFolder }, { takeCards }] = await Promise.all([
    import('../browser/open-site.ts'),
    import('../browser/progress.ts'),
    import('../browser/temporary-folder.ts'),
    import('../export/cards.ts'),
  ]);
  const browser = browserSource();
  const { files, faults, unseen } = await withTemporaryFolder(browser.close, () =>
    takeCards(site, browser, progressOn(process.stderr)),
  );
  if (faults.length > 0)
    throw new Failure(`No cards, and nothing was written:\n${listFaults(faults).join('\n')}`);
  for (const line of listFaults(unseen)) console.error(`cards: ${line}`);
  if (!site.deck.meta.url)
    console.error(
      'The cards have no whole address, which most pages that show links want: say in the front matter where the site will lie, as url: https://example.org/talk/',
    );
  return files;
}
