import type { SitePage } from './drive/page.ts';
import { type ServedFiles, type StaticServer, serveBegun } from './serve-folder.ts';

/** A page that is told the deck later. Until then it loads what is the same for every deck. */
export interface BegunPage {
  readonly page: SitePage;
  readonly server: StaticServer;
  /** Whether a site's page begins so. */
  readonly fits: (files: ServedFiles) => boolean;
  /** Sends the site. Resolves once the page and all it shows is loaded. */
  readonly finish: (files: ServedFiles) => Promise<void>;
}

/**
 * Lets a page begin as the page of another site did, which is likely to be that of the next: what it loads, and how, is
 * the same as if it came in one piece, but for when.
 */
export async function beginPage(page: SitePage, like: ServedFiles): Promise<BegunPage> {
  const begins = beginningOf(like);
  let send: (files: ServedFiles) => void = () => undefined;
  const later = new Promise<ServedFiles>((resolve) => {
    send = resolve;
  });
  const early = new Map([...like].filter(([path]) => begins.includes(`"./${path}"`)));
  const server = await serveBegun(begins, early, later);
  // Waited for as long as nobody has anything to print.
  const loaded = page.goto(server.url, { patience: Number.POSITIVE_INFINITY });
  loaded.catch(() => undefined);
  return {
    page,
    server,
    fits: (files) =>
      beginningOf(files) === begins && [...early].every(([path, text]) => files.get(path) === text),
    finish: (files) => {
      send(files);
      return loaded;
    },
  };
}

/** What stands in a page before its title: the program's own scripts and sheets. */
function beginningOf(files: ServedFiles): string {
  const page = `${files.get('index.html') ?? ''}`;
  return page.slice(0, Math.max(0, page.indexOf('<title>')));
}
