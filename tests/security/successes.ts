import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../src/browser/serve-folder.ts';
import { orihon, serveByOrihon } from '../program.ts';
import { type Attack, aim } from './attack.ts';
import { listenAsOtherHost, namesAskedBy } from './other-host.ts';
import { namesRunIn, settle, walk, writeDeck } from './walk.ts';

// Through the command line and a browser alone, so that the same attacks can be run on any checkout of the program.

/** Makes something of a deck in a folder of its own, and shows it. @returns false where the program refuses the deck. */
export type Show = (page: Page, deck: string, folder: string) => Promise<boolean>;

export const buildAndShow =
  (look: (page: Page, url: string) => Promise<void>): Show =>
  async (page, deck, folder) => {
    const site = join(folder, 'site');
    if ((await orihon(['build', deck, '--out', site, '--with-notes'])).code !== 0) return false;
    const server = await serveFolder(site);
    await look(page, server.url);
    await page.goto('about:blank');
    await server.close();
    return true;
  };

export const showBuilt = buildAndShow(async (page, url) => {
  await walk(page, url);
  await page.goto(`${url}?read`);
  await settle(page);
});

export const showServed: Show = async (page, deck) => {
  const served = await serveByOrihon(deck).catch(() => undefined);
  if (!served) return false;
  await walk(page, served.url);
  await served.close();
  return true;
};

export const showSingle: Show = async (page, deck, folder) => {
  const file = join(folder, 'one.html');
  if ((await orihon(['export', deck, '--format', 'html', '--output', file])).code !== 0) return false;
  await walk(page, pathToFileURL(file).href);
  return true;
};

/** The program's own browser shows it: who asks the other host is all there is to see. */
export const showInPrint =
  (format: string): Show =>
  async (_, deck, folder) => {
    const words = ['export', deck, '--format', format, '--output', join(folder, `${format}.pdf`)];
    const { said } = await orihon(words);
    // It may print a deck, prove it, and find a fault: it was shown nevertheless.
    return /laid out|slides after|was not written/.test(said);
  };

/** What no policy should be needed for: that the browser is even asked to run or to load something. */
const REFUSED = /^(?!Applying inline style).*(Content Security Policy|Content-Security-Policy)/;

/** Names of the attacks that succeed, and what the browser alone kept from succeeding. */
export async function successesOf(page: Page, attacks: readonly Attack[], show: Show) {
  const other = await listenAsOtherHost();
  const asked = namesAskedBy(page, other);
  const refused: string[] = [];
  const run: string[] = [];
  page.context().on('console', (message) => {
    if (REFUSED.test(message.text())) refused.push(message.text());
  });
  const attack = async (some: readonly Attack[]): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'orihon-attack-'));
    try {
      mkdirSync(join(folder, 'deck'));
      writeDeck(
        join(folder, 'deck'),
        some.map((one) => aim(one, other.host)),
      );
      const isShown = await show(page, join(folder, 'deck'), folder);
      run.push(...(await namesRunIn(page.context().pages())));
      if (isShown || some.length === 1) return;
      // One that is refused must not hide all others.
      const half = Math.ceil(some.length / 2);
      await attack(some.slice(0, half));
      await attack(some.slice(half));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  await attack(attacks);
  await other.close();
  return { succeeded: [...new Set([...asked, ...run])].sort(), refused: [...new Set(refused)] };
}
