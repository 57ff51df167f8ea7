import type { BrowserContextOptions, Page, Browser as Running } from 'playwright';
import type { ExportFault } from '../report/export-report.ts';
import { pagesElsewhere, printableSite } from '../site/in-memory.ts';
import type { Site } from '../site/site.ts';
import { findBrowser } from './find.ts';
import { chromium } from './playwright.ts';
import { serveFiles } from './serve-folder.ts';

/** A browser that runs. */
export interface RunningBrowser {
  /** `Chromium 156 (/usr/bin/chromium)` */
  readonly name: string;
  readonly running: Running;
  /** A page as `PAGE` has it, being opened since the browser started: for whoever asks first. */
  readonly takePage: () => Promise<Page>;
}

/** A browser started with the first call, for all calls. */
export interface BrowserSource {
  (): Promise<RunningBrowser>;
  /** Says that what it opened is no more needed: it ends meanwhile, unless it stays ready. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

/**
 * A browser to be had, started when it is first asked for.
 * @param staysReady whether a page is opened anew when one is closed, for whoever comes next
 */
export function browserSource({ staysReady = false } = {}): BrowserSource {
  let started: Promise<RunningBrowser> | undefined;
  const get = () => {
    started ??= start(staysReady);
    return started;
  };
  let ended = Promise.resolve();
  return Object.assign(get, {
    release: () => {
      if (staysReady) return;
      ended = Promise.all([ended, end(started)]).then(() => undefined);
      // Whoever closes hears of it.
      ended.catch(() => undefined);
      started = undefined;
    },
    close: async () => {
      await Promise.all([ended, end(started)]);
    },
  });
}

async function end(started: Promise<RunningBrowser> | undefined): Promise<void> {
  const browser = await started?.catch(() => undefined);
  await browser?.running.close();
}

/** Whoever starts an export ends its browser when the process is asked to stop. */
const OURS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } as const;

const PAGE: BrowserContextOptions = {
  viewport: { width: 1920, height: 1080 },
  // The copy for halls without a network is of no use to an export.
  serviceWorkers: 'block',
};

async function start(staysReady: boolean): Promise<RunningBrowser> {
  const { executablePath, args, name } = await findBrowser();
  const running = await chromium.launch({ executablePath, args: [...args], ...OURS });
  let ready: Promise<Page> | undefined;
  const makeReady = () => {
    ready = running.newPage(PAGE);
    // Where it fails, whoever takes it hears of it.
    ready.catch(() => undefined);
  };
  makeReady();
  const takePage = async () => {
    const page = ready ?? running.newPage(PAGE);
    ready = undefined;
    if (staysReady) (await page).once('close', makeReady);
    return page;
  };
  return { name, running, takePage };
}

/** A site's page in a browser, loaded; everything that goes wrong in it is kept. */
export interface OpenSite {
  readonly page: Page;
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  readonly browser: RunningBrowser;
  /** What went wrong in the page so far, and requests it tried to send elsewhere. */
  readonly faults: readonly ExportFault[];
  /** What a deck that is trusted shows, and this page does not: it is on other hosts, or what it does needs them. */
  readonly unseen: readonly ExportFault[];
  /** Addresses of other hosts that the page asked for. */
  readonly away: readonly string[];
}

export interface OpenOptions extends BrowserContextOptions {
  /** What follows the folder in the address: `?view=print`. */
  readonly query?: string;
}

/**
 * Builds a site, opens it in a browser, and closes it once `use` is done. `use` is called with the page loaded and
 * its `deckReady` there to be waited for: `await open.page.evaluate(() => window.deckReady())`.
 */
export async function withSite<T>(
  site: Site,
  source: BrowserSource,
  use: (open: OpenSite) => Promise<T>,
  { query = '', ...context }: OpenOptions = {},
): Promise<T> {
  const [browser, server] = await Promise.all([source(), printableSite(site).then(serveFiles)]);
  try {
    const isPlain = Object.keys(context).length === 0;
    const page = await (isPlain ? browser.takePage() : browser.running.newPage({ ...PAGE, ...context }));
    const watched = watch(page, server.url, site);
    await page.goto(`${server.url}${query}`, { waitUntil: 'load' });
    // The page fetches its program after it has loaded: until then it has no promise to wait for.
    await page.waitForFunction(() => typeof window.deckReady === 'function');
    try {
      return await use({ page, url: server.url, browser, ...watched });
    } finally {
      await page.close();
    }
  } finally {
    await server.close();
  }
}

/**
 * A deck that is trusted may ask other hosts for what it shows, and its programs may need that: they are not asked while
 * it is printed, which is told and stops nothing. Of any other deck the same is a fault.
 */
function watch(page: Page, url: string, site: Site): Pick<OpenSite, 'faults' | 'unseen' | 'away'> {
  const trust = site.deck.meta.trust === true;
  const faults: ExportFault[] = [];
  const unseen: ExportFault[] = [];
  const away: string[] = [];
  const tell = (what: string) => {
    const told = trust ? unseen : faults;
    if (!told.some((fault) => fault.what === what)) told.push({ what });
  };
  const missing = (address: string) => tell(`${address} is not in it: nothing is fetched for it`);
  pagesElsewhere(site).forEach(missing);
  page.on('pageerror', (error) => tell(`the page failed: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const refused = /'(https?:[^']+)'.*Content Security Policy/.exec(message.text())?.[1];
    if (trust && refused) missing(refused);
    else tell(`the page said: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (request.url().startsWith(url) || /^(data|blob):/.test(request.url())) return;
    if (trust) return missing(request.url());
    away.push(request.url());
    faults.push({ what: `the page asked for ${request.url()}` });
  });
  // The policy refuses all that is asked for elsewhere; whatever is answered all the same has left the machine.
  page.on('response', (response) => {
    if (trust && !response.url().startsWith(url) && /^https?:/.test(response.url()))
      away.push(response.url());
  });
  return { faults, unseen, away };
}
