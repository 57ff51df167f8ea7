import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { serveFolder } from '../../src/browser/serve-folder.ts';
import { orihon, serveByOrihon } from '../program.ts';
import { type Attack, aim } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { KIN_ATTACKS } from './kin-attacks.ts';
import { listenAsOtherHost, namesAskedBy } from './other-host.ts';
import { namesRunIn, settle, walk, walkAsSpeaker, writeDeck } from './walk.ts';

// Through the command line and a browser alone, so that the same attacks can be run on any checkout of the program.

/** Makes something of a deck in a folder of its own, and shows it. @returns false where the program refuses the deck. */
type Show = (page: Page, deck: string, folder: string) => Promise<boolean>;

const build =
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

const showBuilt = build(async (page, url) => {
  await walk(page, url);
  await page.goto(`${url}?read`);
  await settle(page);
});

const showServed: Show = async (page, deck) => {
  const served = await serveByOrihon(deck).catch(() => undefined);
  if (!served) return false;
  await walk(page, served.url);
  await served.close();
  return true;
};

const showSingle: Show = async (page, deck, folder) => {
  const file = join(folder, 'one.html');
  if ((await orihon(['export', deck, '--format', 'html', '--output', file])).code !== 0) return false;
  await walk(page, pathToFileURL(file).href);
  return true;
};

/** The program's own browser shows it: who asks the other host is all there is to see. */
const print =
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
async function successesOf(page: Page, attacks: readonly Attack[], show: Show) {
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

/** As few decks as hold all attacks: two that need a file, or a key of the front matter, of one name lie apart. */
function inDecks(attacks: readonly Attack[]): readonly (readonly Attack[])[] {
  const decks: { readonly taken: Set<string>; readonly attacks: Attack[] }[] = [];
  for (const attack of attacks) {
    const needs = [...Object.keys(attack.files ?? {}), ...(attack.front?.match(/^\w+/gm) ?? [])];
    let deck = decks.find(({ taken }) => needs.every((need) => !taken.has(need)));
    if (!deck) {
      deck = { taken: new Set(), attacks: [] };
      decks.push(deck);
    }
    for (const need of needs) deck.taken.add(need);
    deck.attacks.push(attack);
  }
  return decks.map((deck) => deck.attacks);
}

// The kin of an attack prove the same at length.
const FIRST = ATTACKS.filter((attack) => !KIN_ATTACKS.includes(attack));
const [most = [], ...others] = [...inDecks(FIRST), ...inDecks(KIN_ATTACKS)];
const NONE = { succeeded: [], refused: [] };

// Some decks have more than a hundred slides, and are shown one by one on whatever machine there is.
test.describe.configure({ timeout: 600_000 });

test('there are at least 350 attacks, each with a name of its own', () => {
  expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThanOrEqual(350);
});

test('no attack succeeds on the built page and its article', async ({ page }) => {
  expect(await successesOf(page, most, showBuilt)).toEqual(NONE);
});

for (const [index, attacks] of others.entries())
  test(`no attack of deck ${index + 2} succeeds on the built page @long`, async ({ page }) => {
    expect(await successesOf(page, attacks, showBuilt)).toEqual(NONE);
  });

for (const [index, attacks] of [most, ...others].entries()) {
  test(`no attack of deck ${index + 1} succeeds on the served page @long`, async ({ page }) => {
    expect(await successesOf(page, attacks, showServed)).toEqual(NONE);
  });
  test(`no attack of deck ${index + 1} succeeds in the single file @long`, async ({ page }) => {
    expect(await successesOf(page, attacks, showSingle)).toEqual(NONE);
  });
  test(`no attack of deck ${index + 1} succeeds in the speaker’s window @long`, async ({ page }) => {
    expect(await successesOf(page, attacks, build(walkAsSpeaker))).toEqual(NONE);
  });
  for (const format of ['pdf', 'handout'])
    test(`no attack of deck ${index + 1} succeeds while it is exported as ${format} @long`, async ({
      page,
    }) => {
      expect(await successesOf(page, attacks, print(format))).toEqual(NONE);
    });
}
