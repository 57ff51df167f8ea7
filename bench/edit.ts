import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { findBrowser } from '../src/browser/find.ts';
import { makeDeck } from './decks.ts';
import { type Contestant, race, readOptions, tell } from './measure.ts';
import { serve } from './serve.ts';
import { PROGRAMS } from './tools.ts';

type Tool = 'orihon' | 'slidev' | 'reveal-md';

/** The slide that is edited is not the first, so that losing one's place shows. */
const EDITED = 'The glasshouse question';
const ADDRESS: Readonly<Record<Tool, string>> = { orihon: '#/9', slidev: '10', 'reveal-md': 'deck.md#/9' };

const commands: Readonly<Record<Tool, (deck: string, port: number) => readonly string[]>> = {
  orihon: (deck, port) => [PROGRAMS.orihon(), 'start', deck, '--port', `${port}`, '--no-open'],
  slidev: (deck, port) => [PROGRAMS.slidev(), deck, '--port', `${port}`, '--open', 'false'],
  'reveal-md': (deck, port) => [
    ...[PROGRAMS['reveal-md'](), deck, '-w'],
    ...['--port', `${port}`, '--disable-auto-open', '--host', 'localhost'],
  ],
};

/** What the run before left to do, such as a page that loads anew, is done by then. Milliseconds. */
const SETTLE = 500;

function starts(tool: Tool, deck: string): Contestant {
  return {
    name: tool,
    run: async () => {
      const { time, close } = await serve((port) => commands[tool](deck, port), dirname(deck));
      await close();
      return time;
    },
  };
}

/** The page of a tool's server, telling each new mark that can be seen in it, also after a reload. */
async function watch(page: Page, address: string): Promise<(mark: string) => Promise<number>> {
  const waiting = new Map<string, (at: number) => void>();
  await page.exposeBinding('seen', (_, mark: string) => {
    waiting.get(mark)?.(performance.now());
    waiting.delete(mark);
  });
  await page.route(/^https?:\/\/(?!localhost)/, (route) => route.abort());
  await page.addInitScript({ path: fileURLToPath(new URL('./see-marks.js', import.meta.url)) });
  await page.goto(address);
  return (mark) =>
    new Promise((resolve, reject) => {
      const given = setTimeout(() => reject(new Error(`"${mark}" was not seen at ${address}`)), 20_000);
      waiting.set(mark, (at) => {
        clearTimeout(given);
        resolve(at);
      });
    });
}

/** From before the file is written to the frame in which the words stand on the slide, which must still be shown. */
async function edits(
  tool: Tool,
  deck: string,
  page: Page,
): Promise<Contestant & { readonly close: () => Promise<void> }> {
  const server = await serve((port) => commands[tool](deck, port), dirname(deck));
  const see = await watch(page, server.url + ADDRESS[tool]);
  const written = readFileSync(deck, 'utf8');
  // A theme may set headlines in capitals, and Slidev bundles its packages when it is first opened.
  await page.waitForFunction(
    (text) => document.body.innerText.toLowerCase().includes(text),
    EDITED.toLowerCase(),
    {
      timeout: 120_000,
    },
  );
  let count = 0;
  return {
    name: tool,
    run: async () => {
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, SETTLE));
      const mark = `edit ${process.pid}-${count}`;
      const seen = see(mark);
      const began = performance.now();
      writeFileSync(deck, written.replace(EDITED, `${EDITED}: ${mark}`));
      return (await seen) - began;
    },
    close: server.close,
  };
}

const options = readOptions(8);
const decks: Readonly<Record<Tool, string>> = {
  orihon: makeDeck('orihon', 'reveal', 20),
  slidev: makeDeck('slidev', 'slidev', 20),
  'reveal-md': makeDeck('reveal-md', 'reveal', 20),
};
const begun = await race(
  [starts('orihon', decks.orihon), starts('reveal-md', decks['reveal-md']), starts('slidev', decks.slidev)],
  options,
);
const { executablePath, args } = await findBrowser();
const browser = await chromium.launch({ executablePath, args });
const contestants = [];
for (const tool of ['orihon', 'slidev', 'reveal-md'] as const) {
  if (tool !== 'orihon' && options.only.length > 0 && !options.only.includes(tool)) continue;
  contestants.push(await edits(tool, decks[tool], await browser.newPage()));
}
try {
  tell(
    [
      {
        title: 'From the command to the first page served',
        results: begun,
        goals: [{ peer: 'reveal-md', most: 1.3 }],
      },
      {
        title: 'From a save to the words on the screen (each stays on its slide)',
        results: await race(contestants, options),
        goals: [{ peer: 'slidev', most: 1 }],
      },
    ],
    options,
  );
} finally {
  await browser.close();
  for (const { close } of contestants) await close();
}
