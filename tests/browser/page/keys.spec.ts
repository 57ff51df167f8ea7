import { KEYS } from '../../../src/figures/chart/live/keys.ts';
import { type Key, keyTable } from '../../../src/page/keyboard/key-table.ts';
import { type DeckPage, expect, test } from '../deck.ts';

/** What a key press can change. */
interface Look {
  readonly slide: string;
  readonly step: number;
  readonly screen: 'slide' | 'black' | 'white';
  readonly overview: boolean;
  readonly dark: boolean;
  readonly dialog: string;
  readonly speakerAsked: number;
  readonly fullScreenAsked: number;
}

const nothing = () => undefined;
const TABLE: readonly Key[] = keyTable({
  jumps: () => ({ undo: nothing, stepBack: nothing }),
  toggleDark: nothing,
  pressOnFigure: nothing,
  openSpeakerView: nothing,
  openGoTo: nothing,
  openSearch: nothing,
  citeSlide: nothing,
  listReceipts: nothing,
  toggleHelp: nothing,
  closeHelp: () => false,
  leaveFigure: () => false,
  figureKeys: KEYS.map((key) => ({ ...key, kind: 'chart' })),
});

/** What each line of the table changes, seen from the second of three steps of the third slide. */
function effects(ids: readonly string[]): Readonly<Record<string, Partial<Look>>> {
  const at = (index: number) => ({ slide: ids.at(index) ?? '', step: -1 });
  return {
    Next: { step: 1 },
    Back: { step: -1 },
    'Back, also from a jump': { step: -1 },
    'Next slide, without its steps': at(3),
    'Slide before, without its steps': at(1),
    'First slide': at(0),
    'Last slide': at(-1),
    'The slide of that number': {},
    'Next, where nothing has the focus': { step: 1 },
    'Go to a slide by number or name': { dialog: 'Go to a slide' },
    'Search the slides': { dialog: 'Search the slides' },
    'Overview of all slides': { overview: true },
    'Black screen, and back': { screen: 'black' },
    'White screen, and back': { screen: 'white' },
    'Copy a citation': {},
    'Where the numbers come from': {},
    'Dark hall, and back': { dark: true },
    'Table of a chart, and back': {},
    'Chart under its other definition': {},
    'Full screen': { fullScreenAsked: 1 },
    'Nothing in full screen': {},
    'Speaker view: notes, next slide, clock': { speakerAsked: 1 },
    'This list': { dialog: 'Keys' },
    'Leave what is open': {},
  };
}

const BY_CONTROL = /^(Enter| |Arrow.*|Home|End)$/;

/** Controls by name: their markup, and which keys they have for themselves. */
const CONTROLS = {
  nothing: ['', () => false],
  'a link': ['<a href="#/nowhere">link</a>', (key: string) => BY_CONTROL.test(key)],
  'a button': ['<button>button</button>', (key: string) => BY_CONTROL.test(key)],
  'a summary': ['<details><summary>more</summary>text</details>', (key: string) => BY_CONTROL.test(key)],
  'a list of choices': [
    '<select><option>one<option>two</select>',
    (key: string) => BY_CONTROL.test(key) || (key.length === 1 && key !== '.' && key !== 'b'),
  ],
  'a check box': ['<input type="checkbox">', (key: string) => BY_CONTROL.test(key)],
  'a text field': ['<input>', (key: string) => !/^Page/.test(key)],
  'a figure': ['<div tabindex="0">figure</div>', (key: string) => key === 'Enter'],
} as const;

/** The slide from which keys are tried. */
const THIRD = 'what-the-guild-paid';

/** The kind of focus every run tries; the others behave like it but for keys of their own. */
const SOON: ReadonlySet<string> = new Set(['a figure']);

/** A deck on the second of three steps of its third slide, with a control on it, and ears for what is asked for. */
async function prepare(deck: DeckPage, control: string): Promise<void> {
  await deck.open(THIRD);
  await deck.page.evaluate((markup) => {
    const slide = window.Reveal.getCurrentSlide();
    for (const name of ['one', 'two', 'three']) {
      const step = document.createElement('p');
      step.className = 'fragment';
      step.textContent = name;
      slide.append(step);
    }
    const box = document.createElement('div');
    box.id = 'control';
    box.innerHTML = markup;
    slide.append(box);
    box.querySelector('a')?.addEventListener('click', (event) => event.preventDefault());
    const asked = { speaker: 0, fullScreen: 0 };
    Object.assign(window, { asked });
    const ask = () => {
      asked.speaker++;
      return window;
    };
    // Once opened, a window is only brought to the front.
    window.open = ask;
    window.focus = ask;
    Element.prototype.requestFullscreen = async () => {
      asked.fullScreen++;
    };
    window.Reveal.sync();
  }, control);
}

/** Back to the second of three steps, with everything closed and the focus on the control. */
function reset(deck: DeckPage): Promise<void> {
  return deck.page.evaluate((third) => {
    for (const dialog of document.querySelectorAll('dialog')) dialog.close();
    if (window.Reveal.isPaused()) window.Reveal.togglePause(false);
    if (window.Reveal.isOverview()) window.Reveal.toggleOverview(false);
    delete document.documentElement.dataset['theme'];
    const slide = document.getElementById(third);
    if (!slide) throw new Error('the slide is gone');
    const { h, v } = window.Reveal.getIndices(slide);
    window.Reveal.slide(h, v, 0);
    Object.assign(window, { prevented: undefined });
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    const control = document
      .querySelector('#control')
      ?.querySelector('a, button, summary, select, input, div');
    if (control instanceof HTMLElement) control.focus();
  }, THIRD);
}

function look(deck: DeckPage): Promise<Look> {
  return deck.page.evaluate(() => {
    const { dataset } = document.documentElement;
    const asked = 'asked' in window ? window.asked : undefined;
    const { speaker, fullScreen } = JSON.parse(JSON.stringify(asked ?? { speaker: 0, fullScreen: 0 }));
    const paused = window.Reveal.isPaused();
    return {
      slide: window.Reveal.getCurrentSlide().id,
      step: window.Reveal.getIndices().f ?? -1,
      screen: !paused ? 'slide' : dataset['blank'] === 'white' ? 'white' : 'black',
      overview: window.Reveal.isOverview(),
      dark: dataset['theme'] === 'dark',
      dialog: document.querySelector('dialog[open]')?.getAttribute('aria-label') ?? '',
      speakerAsked: speaker,
      fullScreenAsked: fullScreen,
    } as const;
  });
}

/** The same key as the browser driver names it. */
const pressed = (key: string) => key.replace(/ $/, 'Space');

test('every line of the table of keys says what it does, and is tested here', () => {
  const said = TABLE.map(({ says }) => says);
  expect(said).toEqual(said.filter((words) => words !== undefined && words in effects([])));
  expect(Object.keys(effects([]))).toHaveLength(said.length);
});

for (const [name, [markup, isKept]] of Object.entries(CONTROLS))
  test(`every key of the table does what it says with the focus on ${name}, or belongs to it`, {
    tag: SOON.has(name) ? [] : '@long',
  }, async ({ small: deck }) => {
    await prepare(deck, markup);
    const expected = effects(await deck.ids());
    for (const { keys, says } of TABLE)
      for (const key of keys) {
        // It also ends a number typed before.
        await deck.page.keyboard.press('Escape');
        await reset(deck);
        const before = await look(deck);
        await deck.page.keyboard.press(pressed(key));
        const bare = key.replace(/^(Alt|Shift)\+/, '');
        const change = isKept(bare) ? {} : (expected[says ?? ''] ?? {});
        const after = {
          ...before,
          ...change,
          speakerAsked: before.speakerAsked + (change.speakerAsked ?? 0),
          fullScreenAsked: before.fullScreenAsked + (change.fullScreenAsked ?? 0),
        };
        await expect
          .poll(() => look(deck), { message: `${key}: ${says}`, intervals: [20, 50, 100, 500] })
          .toEqual(after);
      }
    // Letters are no keys of a figure.
    if (name === 'a figure')
      await test.step('a letter does the same as a capital', async () => {
        for (const [key, change] of [
          ['N', { step: 1 }],
          ['W', { screen: 'white' }],
          ['O', { overview: true }],
        ] as const) {
          await reset(deck);
          const before = await look(deck);
          await deck.page.keyboard.press(key);
          await expect.poll(() => look(deck)).toEqual({ ...before, ...change });
        }
      });
  });

/** Where a deck stands, as one word. */
function place(deck: DeckPage): Promise<string> {
  return deck.page.evaluate(
    () => `${window.Reveal.getCurrentSlide().id} ${window.Reveal.getIndices().f ?? -1}`,
  );
}

/** Walks an open deck to its end and, so many steps, home again. */
async function walk(deck: DeckPage, back: number): Promise<void> {
  // Right behind a dialog that closes, the first key may still be the dialog's.
  const home = async () => {
    await deck.page.keyboard.press('Home');
    return deck.page.evaluate(() => window.Reveal.isFirstSlide());
  };
  await expect.poll(home).toBe(true);
  const all = await deck.page.evaluate(() =>
    window.Reveal.getSlides().flatMap((slide) => {
      const steps = new Set(
        [...slide.querySelectorAll('.fragment')].map((step) => step.getAttribute('data-fragment-index')),
      );
      return [-1, ...[...steps].keys()].map((step) => `${slide.id} ${step}`);
    }),
  );
  const visited = [await place(deck)];
  for (let press = 1; press < all.length; press++) {
    await deck.page.keyboard.press('PageDown');
    visited.push(await place(deck));
  }
  expect(visited).toEqual(all);
  for (let press = 1; press < Math.min(all.length, back); press++) {
    await deck.page.keyboard.press('PageUp');
    expect(await place(deck)).toBe(all.at(-1 - press));
  }
}

test('fifty rounds of a clicker’s keys surprise nobody', { tag: '@long' }, async ({ small: deck }) => {
  await deck.open();
  await deck.page.evaluate(() => {
    Object.defineProperty(document, 'fullscreenElement', { get: () => document.documentElement });
    window.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'F5' && !defaultPrevented) throw new Error('the browser would reload');
    });
  });
  const places: string[] = [];
  for (let last = ''; last !== (await place(deck)); await deck.page.keyboard.press('PageDown')) {
    last = await place(deck);
    places.push(last);
  }
  await deck.page.keyboard.press('Home');
  let at = 0;
  let black = false;
  // A linear congruential generator: the same presses on every machine.
  let seed = 2023;
  const roll = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let round = 0; round < 50; round++)
    for (const key of ['PageDown', 'PageUp', '.', 'F5', 'Shift+F5', 'Escape'].filter(() => roll() < 0.6)) {
      await deck.page.keyboard.press(key);
      if (key === '.') black = !black;
      else if (key === 'Escape') black = false;
      else if (!black && key === 'PageDown') at = Math.min(places.length - 1, at + 1);
      else if (!black && key === 'PageUp') at = Math.max(0, at - 1);
      const { screen, overview, dialog } = await look(deck);
      expect([await place(deck), screen, overview, dialog], `round ${round}, ${key}`).toEqual([
        places[at],
        black ? 'black' : 'slide',
        false,
        '',
      ]);
    }
});

test('a deck is walked whole, addressed, and jumped through', async ({ deck }) => {
  await test.step('an address names its slide, and follows the speaker', async () => {
    await deck.open('timeline');
    expect(await deck.current()).toBe('timeline');
    await deck.page.keyboard.press('PageDown');
    await expect.poll(() => new URL(deck.page.url()).hash).toBe('#/era-1902');
    await expect.poll(() => deck.page.title()).toContain('1902');
  });
  await test.step('a number and Enter, or G and words, jump; Backspace walks back and then returns', async () => {
    await deck.open('three-days');
    const ids = await deck.ids();
    await deck.page.keyboard.press('PageDown');
    await deck.page.keyboard.press('1');
    await deck.page.keyboard.press('2');
    await deck.page.keyboard.press('Enter');
    expect(await deck.current()).toBe(ids[11]);
    const landed = await place(deck);
    await deck.page.keyboard.press('PageDown');
    await deck.page.keyboard.press('Backspace');
    expect(await place(deck)).toBe(landed);
    await deck.page.keyboard.press('Backspace');
    expect(await deck.current()).toBe('timeline');
    await deck.page.keyboard.press('Backspace');
    expect(await deck.current(), 'without a jump it is one step back').toBe('three-days');

    await deck.page.keyboard.press('g');
    const box = deck.page.getByLabel('Number or name of the slide');
    await box.fill('no such slide');
    await box.press('Enter');
    await expect(deck.page.getByText('No slide of that number or name.')).toBeVisible();
    await box.fill('access');
    await box.press('Enter');
    await expect(box).toBeHidden();
    expect(await deck.current()).toBe('access');
    await deck.page.keyboard.press('Backspace');
    expect(await deck.current()).toBe('three-days');
    await deck.page.keyboard.type('999');
    await deck.page.keyboard.press('Enter');
    expect(await deck.current(), 'a number the deck has not got').toBe('three-days');
  });
  await test.step('whoever walks back from where a jump landed is not thrown back later', async () => {
    await deck.show('three-days');
    const ids = await deck.ids();
    await deck.page.keyboard.type('12');
    await deck.page.keyboard.press('Enter');
    await deck.page.keyboard.press('PageUp');
    const before = await place(deck);
    await deck.page.keyboard.press('PageDown');
    expect(await deck.current()).toBe(ids[11]);
    await deck.page.keyboard.press('Backspace');
    expect(await place(deck)).toBe(before);
  });
  await test.step('a chart with the focus keeps arrows, Home, End, Enter and Esc; the clicker still moves the deck', async () => {
    const id = await deck.page.locator('.slides section:has([data-chart])').first().getAttribute('id');
    await deck.show(id ?? '');
    await deck.page.locator(`#${id} .chart-walk[tabindex="0"]`).first().focus();
    const before = await place(deck);
    for (const key of ['ArrowRight', 'ArrowDown', 'End', 'ArrowLeft', 'ArrowUp', 'Home', 'Enter', 'Escape']) {
      await deck.page.locator(`#${id} .chart-walk[tabindex="0"]`).first().focus();
      await deck.page.keyboard.press(key);
      expect(await place(deck), key).toBe(before);
    }
    await deck.page.locator(`#${id} .chart-walk[tabindex="0"]`).first().focus();
    await deck.page.keyboard.press('.');
    expect((await look(deck)).screen).toBe('black');
    await deck.page.keyboard.press('b');
    expect((await look(deck)).screen).toBe('slide');
    await deck.page.keyboard.press('PageDown');
    expect(await place(deck)).not.toBe(before);
    await deck.page.keyboard.press('PageUp');
    expect(await place(deck)).toBe(before);
  });
  await test.step('next visits every slide and every step once; back undoes each', async () => {
    await walk(deck, process.env['ORIHON_LONG'] ? Number.POSITIVE_INFINITY : 12);
  });
});

test('screen, hall, list of keys, full screen and letters are each one key away', async ({ small: deck }) => {
  await deck.open('years');
  await test.step('Esc never opens anything, and leaves whatever is open', async () => {
    const overview = () => deck.page.evaluate(() => window.Reveal.isOverview());
    const black = () => deck.page.evaluate(() => window.Reveal.isPaused());
    await deck.page.keyboard.press('Escape');
    expect(await overview()).toBe(false);
    await deck.page.keyboard.press('o');
    expect(await overview()).toBe(true);
    await deck.page.keyboard.press('Escape');
    expect(await overview()).toBe(false);
    await deck.page.keyboard.press('.');
    expect(await black()).toBe(true);
    await deck.page.keyboard.press('PageDown');
    expect(await deck.current(), 'while black the slide stays').toBe('years');
    await deck.page.keyboard.press('Escape');
    expect(await black()).toBe(false);
    expect(await deck.current()).toBe('years');
  });
  await test.step('black turns white and white black without showing the slide; the same key shows it', async () => {
    const screen = async () => (await look(deck)).screen;
    const colour = () =>
      deck.page.evaluate(
        () => getComputedStyle(document.querySelector('.pause-overlay') ?? document.body).backgroundColor,
      );
    await deck.page.keyboard.press('b');
    expect([await screen(), await colour()]).toEqual(['black', 'rgb(0, 0, 0)']);
    await deck.page.keyboard.press(',');
    expect([await screen(), await colour()]).toEqual(['white', 'rgb(255, 255, 255)']);
    await deck.page.keyboard.press('w');
    expect(await screen()).toBe('slide');
  });
  await test.step('F5 reloads outside full screen, and a full screen opened by F keeps it', async () => {
    const taken = () =>
      deck.page.evaluate(() => {
        const event = new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      });
    expect(await taken()).toBe(false);
    await deck.page.keyboard.press('f');
    await expect.poll(() => deck.page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    expect(await taken()).toBe(true);
    await deck.page.keyboard.press('f');
    await expect.poll(() => deck.page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  });
  await test.step('? lists the keys by role, and goes with ? or Esc', async () => {
    const list = deck.page.getByRole('dialog', { name: 'Keys' });
    for (const away of ['?', 'Escape']) {
      await deck.page.keyboard.press('?');
      await expect(list).toBeVisible();
      await expect(list.getByText('Black screen, and back')).toBeVisible();
      await expect(list.getByText('Fewer years or more, while a timeline has the focus')).toBeVisible();
      await expect(list.locator('dt')).toHaveCount(await list.locator('dd').count());
      await deck.page.keyboard.press(away);
      await expect(list).toBeHidden();
    }
  });
  await test.step('next visits every step of a list once, too; back undoes each', async () => {
    await walk(deck, Number.POSITIVE_INFINITY);
  });
  await test.step('D darkens the hall, and a reload keeps it dark', async () => {
    const paper = () =>
      deck.page.evaluate(() => getComputedStyle(window.Reveal.getCurrentSlide()).backgroundColor);
    const light = await paper();
    await deck.page.keyboard.press('d');
    const dark = await paper();
    expect(dark).not.toBe(light);
    await deck.page.reload();
    await deck.ready();
    expect(await paper()).toBe(dark);
    await deck.page.keyboard.press('d');
    expect(await paper()).toBe(light);
  });
  await test.step('letters can be switched off and stay off; arrows, the clicker’s page keys and F1 still work', async () => {
    await deck.show('years');
    const ids = await deck.ids();
    await deck.page.keyboard.press('?');
    const box = deck.page.getByRole('checkbox', { name: /Letters/ });
    await box.uncheck();
    await deck.page.keyboard.press('Escape');
    await deck.page.reload();
    await deck.ready();
    for (const { keys } of TABLE)
      for (const key of keys.filter((one) => one.length === 1 && one !== ' ')) {
        await deck.page.keyboard.press(key);
        expect(await look(deck), key).toMatchObject({
          slide: ids[1],
          screen: 'slide',
          overview: false,
          dark: false,
          dialog: '',
        });
      }
    await deck.page.keyboard.press('PageDown');
    expect(await deck.current()).toBe(ids[2]);
    await deck.page.keyboard.press('F1');
    await box.check();
    await deck.page.keyboard.press('Escape');
    await deck.page.keyboard.press('n');
    expect(await place(deck), 'its step').toBe(`${ids[2]} 0`);
  });
});
