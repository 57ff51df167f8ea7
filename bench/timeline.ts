import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { findBrowser } from '../src/browser/find.ts';
import { serveFolder } from '../src/browser/serve-folder.ts';
import { buildSite } from '../src/site/build.ts';
import { makeSite } from '../src/site/site.ts';
import { median, readOptions, tell } from './measure.ts';
import { installPeer } from './peers.ts';
import { ourDeck, peerPage, tellEvents } from './timeline-decks.ts';

// The same ten thousand events in all three, in one browser. What is timed: from the address to the first frame with
// events in it; from one step to the next event, and from one change of era or zoom, to the frame that shows it.
// vis has no keys: selecting the next event and moving the window to it stands for one. No animation is waited for.
interface Drawn {
  readonly name: string;
  readonly folder: string;
  readonly page: string;
  /** What an event looks like in its page, and the scripts of a step and of a change. */
  readonly event: string;
  /** What is there once it can be stepped. */
  readonly ready: string;
  readonly begin: string;
  readonly step: string;
  readonly change: string;
  /** A script that looks closer, and what is there once it is drawn; a peer's change of zoom is its change. */
  readonly zoom?: { readonly step: string; readonly drawn: string };
}

const COUNT = 10_000;
/** So long after its first render a page still loads what comes later, ms: nobody takes a step of a talk by then. */
const SETTLED = 3000;
/** Steps of a closer look after the first: past where strips give way to events, to where all of these are named. */
const ZOOMS = 8;
/** So much of a peer's time may ours take. */
const MOST: Readonly<Record<string, number>> = { vis: 0.08, timelinejs: 0.1 };
const options = readOptions(5);
const events = tellEvents(COUNT);
const root = fileURLToPath(new URL('.', import.meta.url));
const { executablePath } = await findBrowser();

async function ours(): Promise<Drawn> {
  const folder = join(root, 'peers', 'orihon', 'timeline');
  for (const [name, text] of Object.entries(ourDeck(events))) write(join(folder, 'deck', name), text);
  const { site } = await makeSite(join(folder, 'deck'), { notes: false });
  if (!site) throw new Error('the deck has problems');
  await buildSite(site, join(folder, 'site'));
  const press = (key: string) =>
    `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true }))`;
  return {
    name: 'orihon',
    folder: join(folder, 'site'),
    page: '',
    event: '.timeline .mark',
    ready: '#timeline [tabindex="0"]',
    begin: `document.querySelector('#timeline [tabindex="0"]').focus()`,
    step: press('ArrowRight'),
    change: 'Reveal.next()',
    zoom: { step: press('+'), drawn: '.closer' },
  };
}

function peer(name: 'vis' | 'timelinejs'): Drawn {
  const folder = installPeer(name);
  write(join(folder, 'many.html'), peerPage(name, events));
  const scripts =
    name === 'vis'
      ? {
          event: '.vis-item',
          begin: 'window.at = 5000',
          step: `timeline.setSelection(++at); timeline.moveTo(timeline.itemsData.get(at).start, { animation: false })`,
          change: `timeline.setWindow('1930-01-01', '1960-01-01', { animation: false })`,
        }
      : { event: '.tl-timemarker', begin: '', step: 'timeline.goToNext()', change: 'timeline.zoomIn()' };
  return { name, folder, page: 'many.html', ready: scripts.event, ...scripts };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Runs a script of the page and says how long it took until a frame had shown it, ms. */
function timed(page: Page, script: string): Promise<number> {
  return page.evaluate(
    `new Promise((done) => { const from = performance.now(); ${script}; requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now() - from); port2.postMessage(0); }); })`,
  );
}

/** Looks in vain for what is drawn anew, at most: some 20 s. */
const LOOKS = 5000;

/**
 * Runs a script of the page and says how long it took until a frame had shown what it draws anew, ms.
 * @throws where nothing is drawn anew.
 */
function timedUntil(page: Page, script: string, drawn: string): Promise<number> {
  return page.evaluate(
    `new Promise((done, fail) => { let looks = 0; const old = document.querySelector('${drawn}'); const from = performance.now(); ${script}; (function look() { const now = document.querySelector('${drawn}'); if (++looks > ${LOOKS}) return fail(new Error('no new ${drawn} was drawn')); if (!now || now === old) return setTimeout(look); requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now() - from); port2.postMessage(0); }); })(); })`,
  );
}

interface Times {
  readonly first: number[];
  readonly step: number[];
  readonly change: number[];
  readonly zoom: number[];
}

async function measure({ folder, page: path, event, ready, begin, step, change, zoom }: Drawn, times: Times) {
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  // TimelineJS asks other hosts for fonts: nothing leaves this machine.
  await page.route(
    (url) => url.hostname !== '127.0.0.1' && url.hostname !== 'localhost',
    (route) => route.abort(),
  );
  await page.addInitScript(
    `(function look() { requestAnimationFrame(() => { if (!document.querySelector('${event}')) return look(); requestAnimationFrame(() => { window.drawnAt = performance.now(); }); }); })()`,
  );
  await page.goto(server.url + path, { timeout: 300_000 });
  const drawn = await page.waitForFunction(() => Reflect.get(window, 'drawnAt'), undefined, {
    timeout: 300_000,
  });
  times.first.push(Number(await drawn.jsonValue()));
  await page.locator(ready).first().waitFor({ state: 'attached' });
  await page.waitForTimeout(SETTLED);
  await page.evaluate(begin || '0');
  await timed(page, step);
  for (let run = 0; run < 3; run++) times.step.push(await timed(page, step));
  if (zoom) {
    // The first fetches what draws it.
    await timedUntil(page, zoom.step, zoom.drawn);
    for (let run = 0; run < ZOOMS; run++) times.zoom.push(await timedUntil(page, zoom.step, zoom.drawn));
  }
  times.change.push(await timed(page, change));
  const elements = await page.evaluate('document.querySelectorAll("body *").length');
  await browser.close();
  await server.close();
  return elements;
}

const contestants = [await ours(), peer('vis'), peer('timelinejs')].filter(
  ({ name }) => name === 'orihon' || options.only.length === 0 || options.only.includes(name),
);
const all = new Map(
  contestants.map(({ name }) => [name, { first: [], step: [], change: [], zoom: [] } as Times]),
);
for (let run = 0; run < options.runs; run++)
  for (const contestant of contestants) {
    const times = all.get(contestant.name);
    if (!times) continue;
    const elements = await measure(contestant, times);
    if (run === 0) console.error(`${contestant.name}: ${elements} elements in the page`);
  }

const zooms = all.get('orihon')?.zoom ?? [];
console.log(
  `A closer look at ${COUNT} events: median ${median(zooms).toFixed(0)} ms, worst ${Math.max(...zooms).toFixed(0)} ms (goal: 50)`,
);
const table = (title: string, kind: keyof Times) => {
  const results = [...all].map(([name, times]) => ({
    name,
    runs: times[kind],
    median: median(times[kind]),
    ratio: median(times[kind]) / median(all.get('orihon')?.[kind] ?? []),
  }));
  const goals = results.slice(1).map(({ name }) => ({ peer: name, most: MOST[name] ?? 1 }));
  return { title, results, goals };
};
tell(
  [
    table(`First render of ${COUNT} events`, 'first'),
    table('A step to the next event', 'step'),
    table('A change of era or zoom', 'change'),
  ],
  options,
);
