import { expect, test } from '@playwright/test';
import type { Attack } from './attack.ts';
import { ATTACKS } from './attacks.ts';
import { KIN_ATTACKS } from './kin-attacks.ts';
import { buildAndShow, showBuilt, showInPrint, showServed, showSingle, successesOf } from './successes.ts';
import { walkAsSpeaker } from './walk.ts';

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

test('of every eighth attack none succeeds on the built page and its article', async ({ page }) => {
  const some = most.filter((_, index) => index % 8 === 0);
  expect(await successesOf(page, some, showBuilt)).toEqual(NONE);
});

for (const [index, attacks] of [most, ...others].entries())
  test(`no attack of deck ${index + 1} succeeds on the built page and its article @long`, async ({
    page,
  }) => {
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
    expect(await successesOf(page, attacks, buildAndShow(walkAsSpeaker))).toEqual(NONE);
  });
  for (const format of ['pdf', 'handout'])
    test(`no attack of deck ${index + 1} succeeds while it is exported as ${format} @long`, async ({
      page,
    }) => {
      expect(await successesOf(page, attacks, showInPrint(format))).toEqual(NONE);
    });
}
