import type { ExportFault } from '../report/export-report.ts';
import { pagesElsewhere, printableSite } from '../site/in-memory.ts';
import type { Site } from '../site/site.ts';
import { type BegunPage, beginPage } from './begin-page.ts';
import type { PageOptions, SitePage } from './drive/page.ts';
import { type Chromium, startChromium } from './drive/start.ts';
import { findBrowser } from './find.ts';
import { type ServedFiles, serveFiles } from './serve-folder.ts';

/** A browser that runs. */
export interface RunningBrowser {
  /** `Chromium 156 (/usr/bin/chromium)` */
  readonly name: string;
  readonly running: Chromium;
  /** A page as `PAGE` has it, being opened since the browser started, for whoever asks first; begun where it fits. */
  readonly takePage: (files: ServedFiles) => Promise<Taken>;
  /** Loads a site that is likely to be asked for next. */
  readonly loadAhead: (files: ServedFiles) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Taken {
  readonly page: SitePage;
  readonly begun?: BegunPage;
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
  await browser?.close();
}

const PAGE: PageOptions = { viewport: { width: 1920, height: 1080 } };

async function start(staysReady: boolean): Promise<RunningBrowser> {
  const { executablePath, args, name } = await findBrowser();
  const running = await startChromium({ executablePath, args });
  let ready: Promise<BegunPage | SitePage> | undefined;
  const makeReady = (like?: ServedFiles) => {
    const opened = running.newPage(PAGE);
    ready = like ? opened.then((page) => beginPage(page, like)) : opened;
    // Where it fails, whoever takes it hears of it.
    ready.catch(() => undefined);
  };
  makeReady();
  const take = async (files: ServedFiles): Promise<Taken> => {
    const taken = await (ready ?? running.newPage(PAGE));
    ready = undefined;
    if (!('page' in taken)) return { page: taken };
    if (taken.fits(files)) return { page: taken.page, begun: taken };
    await taken.close();
    return { page: await running.newPage(PAGE) };
  };
  const takePage = async (files: ServedFiles) => {
    const taken = await take(files);
    if (staysReady) void taken.page.closed.then(() => makeReady(files));
    return taken;
  };
  const loadAhead = async (files: ServedFiles) => {
    const { page, begun } = await take(files);
    const next = begun ?? (await beginPage(page, files));
    ready = Promise.resolve(next);
    next.finish(files).catch(() => undefined);
  };
  const close = async () => {
    void ready?.then((left) => ('server' in left ? left.server.close() : undefined)).catch(() => undefined);
    await running.close();
  };
  return { name, running, takePage, loadAhead, close };
}

/** A site's page in a browser, loaded; everything that goes wrong in it is kept. */
export interface OpenSite {
  readonly page: SitePage;
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  /** Lays another file there. */
  readonly lay: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly browser: RunningBrowser;
  /** What went wrong in the page so far, and requests it tried to send elsewhere. */
  readonly faults: readonly ExportFault[];
  /** What a deck that is trusted shows, and this page does not: it is on other hosts, or what it does needs them. */
  readonly unseen: readonly ExportFault[];
  /** Addresses of other hosts that the page asked for. */
  readonly away: readonly string[];
}

export interface OpenOptions extends Partial<PageOptions> {
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
  const [browser, files] = await Promise.all([source(), printableSite(site)]);
  const isPlain = Object.keys(context).length === 0 && query === '';
  const { page, begun }: Taken = isPlain
    ? await browser.takePage(files)
    : { page: await browser.running.newPage({ ...PAGE, ...context }) };
  const server = begun?.server ?? (await serveFiles(files));
  const watched = watch(page, server.url, site);
  try {
    await (begun ? begun.finish(files) : page.goto(`${server.url}${query}`));
    // The page fetches its program after it has loaded: until then it has no promise to wait for.
    await page.waitFor(() => typeof window.deckReady === 'function');
    const lay = async (path: string, bytes: Uint8Array) => void files.set(path, bytes);
    return await use({ page, url: server.url, lay, browser, ...watched });
  } finally {
    // It ends while what came of it is worked on.
    void page
      .close()
      .catch(() => undefined)
      .finally(server.close);
  }
}

/**
 * A deck that is trusted may ask other hosts for what it shows, and its programs may need that: they are not asked while
 * it is printed, which is told and stops nothing. Of any other deck the same is a fault.
 */
function watch(page: SitePage, url: string, site: Site): Pick<OpenSite, 'faults' | 'unseen' | 'away'> {
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
  page.hear({
    failed: (message) => tell(`the page failed: ${message}`),
    said: (text) => {
      const refused = /'(https?:[^']+)'.*Content Security Policy/.exec(text)?.[1];
      if (trust && refused) missing(refused);
      else tell(`the page said: ${text}`);
    },
    asked: (address) => {
      if (address.startsWith(url) || /^(data|blob):/.test(address)) return;
      if (trust) return missing(address);
      away.push(address);
      faults.push({ what: `the page asked for ${address}` });
    },
    // The policy refuses all that is asked for elsewhere; whatever is answered all the same has left the machine.
    answered: (address) => {
      if (trust && !address.startsWith(url) && /^https?:/.test(address)) away.push(address);
    },
  });
  return { faults, unseen, away };
}
