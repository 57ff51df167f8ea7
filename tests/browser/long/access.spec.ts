import { AxeBuilder } from '@axe-core/playwright';
import { type DeckPage, expect, test } from '../deck.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe says of every slide with every step shown, by slide. */
async function violations(deck: DeckPage): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const id of await deck.ids()) {
    await deck.show(id);
    await deck.page.evaluate(() => {
      while (window.Reveal.availableFragments().next) window.Reveal.nextFragment();
    });
    // The slides that are not in view are inert and hidden: looking for that in each of them takes minutes.
    const { violations } = await new AxeBuilder({ page: deck.page })
      .withTags(RULES)
      .exclude('.slides section:not(.present)')
      .analyze();
    const said = violations.flatMap(({ id: rule, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${rule}: ${target.join(' ')}: ${failureSummary}`),
    );
    if (said.length > 0) found[id] = said;
  }
  return found;
}

for (const theme of ['light', 'dark'] as const)
  test(`axe finds no violation of any rule on any slide with every step shown, ${theme}`, {
    tag: '@long',
  }, async ({ deck }) => {
    test.setTimeout(300_000);
    await deck.page.emulateMedia({ reducedMotion: 'reduce' });
    await deck.open();
    if (theme === 'dark') await deck.page.keyboard.press('d');
    expect(await violations(deck)).toEqual({});
  });

test('a violation on the slide in view is found', async ({ deck }) => {
  await deck.open('three-days');
  await deck.page.evaluate(() => window.Reveal.getCurrentSlide().append(document.createElement('button')));
  const { violations } = await new AxeBuilder({ page: deck.page })
    .withTags(RULES)
    .exclude('.slides section:not(.present)')
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual(['button-name']);
});

test('axe finds no violation in the list of keys, the boxes of G and F3, and the speaker’s window', {
  tag: '@long',
}, async ({ stage }) => {
  await stage.open('three-days');
  const check = async (page = stage.page) =>
    (await new AxeBuilder({ page }).withTags(RULES).analyze()).violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html }) => html),
    ]);
  for (const key of ['?', 'g', 'F3']) {
    await stage.page.keyboard.press(key);
    await expect(stage.page.getByRole('dialog')).toBeVisible();
    expect(await check(), key).toEqual([]);
    await stage.page.keyboard.press('Escape');
    // The browser closes it in its own time: a key pressed sooner is still typed into it.
    await expect(stage.page.getByRole('dialog')).toBeHidden();
  }
  const [speaker] = await Promise.all([stage.page.waitForEvent('popup'), stage.page.keyboard.press('s')]);
  await expect(speaker.getByRole('heading', { level: 1 })).toContainText('3 of');
  expect(await check(speaker)).toEqual([]);
});

test('the deck is a document of labelled slides, and only the one in view is read', async ({ deck }) => {
  await deck.open('three-days');
  await expect(deck.page.locator('.reveal[role]')).toHaveCount(0);
  const count = (await deck.ids()).length;
  await expect(deck.page.getByRole('group', { name: `3 of ${count}: ` })).toBeVisible();
  expect(await deck.page.locator('.slides section[id]:not([inert])').count()).toBe(1);
});

test('a change of slide says its number and headline, a step what it adds, and never the whole text', async ({
  small,
}) => {
  await small.open();
  const said = small.page.locator('.reveal > [role="status"]');
  await expect(small.page.locator('.reveal > [aria-live]')).toHaveCount(0);
  await expect(said).toHaveText('');
  for (let press = 0; press < 5; press++) {
    const before = await small.current();
    await small.page.keyboard.press('PageDown');
    const after = await small.page.evaluate(() => {
      const slide = window.Reveal.getCurrentSlide();
      const step = slide.querySelector('.current-fragment');
      return { id: slide.id, label: slide.getAttribute('aria-label') ?? '', step: step?.textContent?.trim() };
    });
    await expect(said).toHaveText(after.id === before ? (after.step ?? '') : after.label);
    if (after.id !== before)
      await expect.poll(() => small.page.title()).toContain(after.label.split(': ')[1]);
  }
});

test('where motion is unwelcome nothing moves, Reveal’s own included', async ({ deck }) => {
  await deck.open();
  await deck.page.keyboard.press('PageDown');
  // The wish may come while the deck is running.
  await deck.page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = () =>
    deck.page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
  for (const id of await deck.ids()) {
    await deck.page.keyboard.press('PageDown');
    expect(await moving(), id).toBe(0);
  }
  for (const key of ['o', 'o', 'b', 'b', 'Home']) {
    await deck.page.keyboard.press(key);
    expect(await moving(), key).toBe(0);
  }
});

test('motion is there where it is welcome, so that the test above can fail', async ({ deck }) => {
  await deck.page.emulateMedia({ reducedMotion: 'no-preference' });
  await deck.open();
  await deck.page.keyboard.press('PageDown');
  const { length } = await deck.page.evaluate(() => document.getAnimations());
  expect(length).toBeGreaterThan(0);
});

test('every control that Tab reaches shows that it has the focus', async ({ deck }) => {
  await deck.page.emulateMedia({ reducedMotion: 'reduce' });
  await deck.open();
  for (const id of await deck.ids()) {
    await deck.show(id);
    const hidden = await deck.page.evaluate(async () => {
      const slide = window.Reveal.getCurrentSlide();
      const without: string[] = [];
      for (const control of slide.querySelectorAll<HTMLElement | SVGElement>(
        'a[href], button, summary, select, input, [tabindex="0"]',
      )) {
        if (!control.checkVisibility({ visibilityProperty: true })) continue;
        control.focus({ focusVisible: true } as FocusOptions);
        const { outlineStyle, outlineWidth } = getComputedStyle(control);
        if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) continue;
        // An event of a timeline is shown by a frame around its mark.
        const drawn = new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
        await drawn;
        if (!control.closest('.timeline')?.querySelector('svg .choice'))
          without.push(control.outerHTML.slice(0, 80));
      }
      return without;
    });
    expect(hidden, id).toEqual([]);
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`forced colours, ${colorScheme}, keep paper and marks, and the roles of marks, apart`, async ({
    deck,
  }) => {
    await deck.page.emulateMedia({ forcedColors: 'active', colorScheme, reducedMotion: 'reduce' });
    await deck.open();
    // The theme's own dark must not come through either.
    await deck.page.keyboard.press('d');
    const role = await deck.page.evaluate(() => {
      const probe = document.createElement('i');
      document.querySelector('.slides')?.append(probe);
      const roles = ['paper', 'ink', 'acc', 'past', 'mid', 'line2', 'tint', 'land', 'on-acc', 'on-past'];
      return Object.fromEntries(
        roles.map((name) => {
          probe.style.color = `var(--${name})`;
          return [name, getComputedStyle(probe).color];
        }),
      );
    });
    for (const name of ['ink', 'acc', 'past', 'mid', 'line2', 'tint', 'land'])
      expect(role[name], name).not.toBe(role['paper']);
    expect(role['acc']).not.toBe(role['past']);
    expect(role['tint']).not.toBe(role['past']);
    expect(role['on-acc']).not.toBe(role['acc']);
    expect(role['on-past']).not.toBe(role['past']);
    const painted = await deck.page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('.slides svg :is(path, rect, circle, line, polygon)')].flatMap(
          (mark) => {
            const { fill, stroke } = getComputedStyle(mark);
            return [fill, stroke].filter((paint) => /^(rgb|color)/.test(paint));
          },
        ),
      ),
    ]);
    const forced = new Set([...Object.values(role), 'rgba(0, 0, 0, 0)']);
    expect(painted.length).toBeGreaterThan(2);
    expect(
      painted.filter((paint) => !forced.has(paint)),
      'left in the theme’s own colours',
    ).toEqual([]);
  });

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  /** Moves one finger over the slide, from one point to another. */
  async function swipe(deck: DeckPage, from: number, to: number, target = '.slides'): Promise<void> {
    const cdp = await deck.page.context().newCDPSession(deck.page);
    const box = await deck.page.locator(target).boundingBox();
    const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
    const point = (share: number) => [{ x: (box?.x ?? 0) + (box?.width ?? 0) * share, y }];
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(from) });
    for (const part of [0.25, 0.5, 0.75, 1])
      await cdp.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: point(from + (to - from) * part),
      });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  test('a swipe moves on and back, except where a figure has swipes of its own', async ({ deck }) => {
    await deck.open('three-days');
    await swipe(deck, 0.8, 0.3);
    await expect.poll(() => deck.current()).toBe('timeline');
    await swipe(deck, 0.3, 0.8);
    await expect.poll(() => deck.current()).toBe('three-days');
    await deck.open('three-texts');
    await deck.page.evaluate(() =>
      document.querySelector('#three-texts table')?.setAttribute('data-prevent-swipe', ''),
    );
    await swipe(deck, 0.8, 0.3, '#three-texts table');
    expect(await deck.current()).toBe('three-texts');
  });

  test('two fingers zoom, and one then looks around instead of changing the slide', async ({ deck }) => {
    await deck.open('three-days');
    expect(await deck.page.locator('meta[name="viewport"]').getAttribute('content')).not.toMatch(
      /user-scalable|maximum-scale/,
    );
    const touchAction = () =>
      deck.page.evaluate(
        () => getComputedStyle(document.querySelector('.reveal') ?? document.body).touchAction,
      );
    expect(await touchAction()).toBe('pinch-zoom');
    const cdp = await deck.page.context().newCDPSession(deck.page);
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await expect.poll(() => touchAction()).toBe('auto');
    await swipe(deck, 0.4, 0.1);
    expect(await deck.current()).toBe('three-days');
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    await expect.poll(() => touchAction()).toBe('pinch-zoom');
  });
});
