import { AxeBuilder } from '@axe-core/playwright';
import { type DeckPage, expect, test } from '../deck.ts';

const UPRIGHT = { width: 390, height: 844 };
/** Every how many addresses are opened by loading the page anew. */
const FRESH = 6;
const ON_ITS_SIDE = { width: 844, height: 390 };

test.use({ viewport: UPRIGHT, hasTouch: true, isMobile: true });

/** Loads an address as a link from elsewhere does, and waits until everything stands. */
async function arrive(deck: DeckPage, address: string): Promise<void> {
  await deck.page.goto('about:blank');
  await deck.page.goto(`${deck.url}${address}`);
  await deck.page.waitForFunction(() => document.documentElement.dataset['read'] === 'ready');
}

/** Follows a link of the page itself. */
async function follow(deck: DeckPage, id: string): Promise<void> {
  await deck.page.evaluate(
    (to) =>
      new Promise((done) => {
        window.addEventListener('hashchange', done, { once: true });
        location.hash = `#/${to}`;
      }),
    id,
  );
}

/** Where the heading of an address stands, px from the top; whether all of it can be seen, and it has the focus. */
function heading(deck: DeckPage, id: string) {
  return deck.page.evaluate((of) => {
    const slide = document.querySelector(`section[id="${of}"]`);
    const found = slide
      ? slide.querySelector<HTMLElement>('h1, h2, h3, blockquote')
      : document.querySelector<HTMLElement>(`.events > [data-event="${of}"] button`);
    const { top = Number.NaN, bottom = Number.NaN } = found?.getBoundingClientRect() ?? {};
    return {
      top: Math.round(top),
      seen: top >= 0 && bottom <= window.innerHeight,
      focused: found !== null && document.activeElement === found,
    };
  }, id);
}

async function addresses(deck: DeckPage): Promise<{ slides: string[]; events: string[] }> {
  await arrive(deck, '');
  return deck.page.evaluate(() => ({
    slides: [...document.querySelectorAll('main section[id]')].map(({ id }) => id),
    events: [...document.querySelectorAll<HTMLElement>('#timeline .events > [data-event]')].map(
      ({ dataset }) => dataset['event'] ?? '',
    ),
  }));
}

for (const kind of ['slides', 'events'] as const) {
  test(`a phone opens the address of each of the ${kind} on its heading, and keeps it when turned twice`, {
    tag: '@long',
  }, async ({ deck }) => {
    test.slow();
    const ids = (await addresses(deck))[kind];
    expect(ids.length).toBeGreaterThan(kind === 'events' ? 45 : 23);
    const wrong: unknown[] = [];
    for (const [index, id] of ids.entries()) {
      // A link within the page and one from elsewhere arrive by the same way; loading all anew takes minutes.
      if (index % FRESH === 0) await arrive(deck, `#/${id}`);
      else await follow(deck, id);
      const first = await heading(deck, id);
      const turned = [];
      for (const size of [ON_ITS_SIDE, UPRIGHT]) {
        await deck.page.setViewportSize(size);
        await deck.page.waitForFunction((width) => window.innerWidth === width, size.width);
        // The width is there before the event that tells of it: what is seen is what the next frame shows.
        await deck.page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        turned.push(await heading(deck, id));
      }
      const [side, back] = turned;
      const right =
        first.focused && first.seen && side?.seen && back?.seen && Math.abs(back.top - first.top) <= 2;
      const address = new URL(deck.page.url()).hash;
      if (!right || address !== `#/${id}`) wrong.push({ id, first, side, back, address });
    }
    expect(wrong).toEqual([]);
  });
}

/** The row of an event in the timeline's list. */
const row = (deck: DeckPage, event: string) =>
  deck.page.locator(`#timeline .events > [data-event="${event}"]`);
const hash = (deck: DeckPage) => new URL(deck.page.url()).hash;

test('an article opens its addresses on their headings, follows the reader, and unfolds events where they stand', async ({
  deck,
}) => {
  await test.step('a phone loads neither Reveal nor anything else of the stage to read', async () => {
    const asked: string[] = [];
    deck.page.on('request', (request) => asked.push(request.url()));
    await arrive(deck, '');
    expect(asked.join(' ')).not.toMatch(/assets\/(main|speaker)/);
  });
  await test.step('the address follows the reader from slide to slide, and a reload comes back there', async () => {
    for (const id of ['spending', 'claims']) {
      await deck.page.locator(`#${id} h2`).evaluate((heading) => heading.scrollIntoView());
      await expect.poll(() => new URL(deck.page.url()).hash).toBe(`#/${id}`);
    }
    await deck.page.reload();
    await deck.page.waitForFunction(() => document.documentElement.dataset['read'] === 'ready');
    await expect(deck.page.locator('#claims h2')).toBeInViewport();
    // Cells of a table stand below one another here, and each says its column.
    const cell = deck.page.locator('#three-texts tbody td').last();
    expect(await cell.evaluate((td) => getComputedStyle(td, '::before').content)).toMatch(/2023/);
  });
  await test.step('the list of all claims stands below its counts, each number in sight', async () => {
    await follow(deck, 'claims-all');
    const { counts, numbers } = await deck.page.evaluate(() => ({
      counts: Math.max(
        ...[...document.querySelectorAll('.claims-tally small')].map(
          (one) => one.getBoundingClientRect().bottom,
        ),
      ),
      numbers: [...document.querySelectorAll('.claims-list .claims-number')].map((one) => {
        const { left, top } = one.getBoundingClientRect();
        return { left, top };
      }),
    }));
    expect(numbers).toHaveLength(18);
    expect(numbers.filter(({ left, top }) => left < 0 || top < counts)).toEqual([]);
  });
  await test.step('an address with a step, and a number, open where they belong', async () => {
    for (const [address, id] of [
      ['#/spending/1', 'spending'],
      ['#/2', 'three-days'],
    ] as const) {
      await arrive(deck, address);
      expect(await heading(deck, id), address).toMatchObject({ seen: true, focused: true });
    }
  });
  await test.step('an event unfolds where it stands, one at a time, and its address stays while it is unfolded', async () => {
    await arrive(deck, '#/japan-uk-raa-signed/0');
    expect(await heading(deck, 'japan-uk-raa-signed')).toMatchObject({ seen: true, focused: true });
    const signed = row(deck, 'japan-uk-raa-signed');
    await expect(signed.getByRole('button')).toHaveAttribute('aria-expanded', 'true');
    await expect(signed).toContainText('Bilateral treaty');
    await expect(signed.getByRole('link').first()).toBeVisible();

    const summit = row(deck, 'kishida-biden-summit-2023');
    const opens = summit.getByRole('button');
    const before = await opens.boundingBox();
    await opens.tap();
    await expect(summit.locator('.card-sources')).toBeVisible();
    await expect(signed.getByRole('button')).toHaveAttribute('aria-expanded', 'false');
    await expect(signed).not.toContainText('Bilateral treaty');
    expect(hash(deck)).toBe('#/kishida-biden-summit-2023');
    // The head of the row stays under the finger, whatever folded above it; its frame stands around it.
    expect(Math.abs(((await opens.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(24);

    await deck.page.locator('#claims h2').evaluate((claims) => claims.scrollIntoView());
    await expect.poll(() => hash(deck)).toBe('#/claims');
    await expect(opens).toHaveAttribute('aria-expanded', 'false');
    await expect(deck.page.locator('#claims h2')).toBeInViewport();
  });
});

/** A list of few events, and one of many. */
const LISTS = [
  ['few', 'small', 'years'],
  ['many', 'deck', 'timeline'],
] as const;

for (const [name, fixture, slide] of LISTS)
  test(`the list of ${name} is one Tab stop, which arrows walk; Enter unfolds an event, Esc folds it`, {
    tag: name === 'many' ? '@long' : [],
  }, async ({ deck: many, small }) => {
    const deck = fixture === 'deck' ? many : small;
    await arrive(deck, `#/${slide}`);
    const titles = await deck.page.locator(`#${slide} .event-title`).allTextContents();
    const focused = () => deck.page.evaluate(() => document.activeElement?.textContent);
    await deck.page.keyboard.press('Tab');
    for (const title of titles) {
      expect(await focused()).toBe(title);
      await deck.page.keyboard.press('ArrowDown');
    }
    await deck.page.keyboard.press('Home');
    expect(await focused()).toBe(titles[0]);
    await deck.page.keyboard.press('Enter');
    const first = deck.page.locator(`#${slide} .events > li`).first();
    await expect(first.locator('.event-card')).toBeVisible();
    expect(hash(deck)).not.toBe(`#/${slide}`);
    const { violations } = await new AxeBuilder({ page: deck.page }).include(`#${slide}`).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await deck.page.keyboard.press('Escape');
    await expect(first.locator('.event-card')).toHaveCount(0);
    expect(await focused()).toBe(titles[0]);
    expect(hash(deck)).toBe(`#/${slide}`);
  });
