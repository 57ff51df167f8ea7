import { type SitePage, within } from './drive/page.ts';
import { type ServedFiles, type StaticServer, serveBegun } from './serve-folder.ts';

/** A page that is told its site later. Until then it loads what is the same for every site. */
export interface BegunPage {
  readonly page: SitePage;
  readonly server: StaticServer;
  /** Whether it can be, or is, the page of a site. */
  readonly fits: (files: ServedFiles) => boolean;
  /** Sends the site, once. Resolves when the page and all it shows is loaded. */
  readonly finish: (files: ServedFiles) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Lets a page begin as that of another site did, which is likely to be how the next begins: what it loads, and in which
 * order, is the same as if it came in one piece.
 */
export async function beginPage(page: SitePage, like: ServedFiles): Promise<BegunPage> {
  const begins = beginningOf(like);
  let sent: ServedFiles | undefined;
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
      sent ? isSame(sent, files) : beginningOf(files) === begins && isSame(early, filesOf(files, early)),
    finish: (files) => {
      sent ??= files;
      send(sent);
      return within(`loading ${server.url}`, () => loaded);
    },
    close: () => page.close().finally(server.close),
  };
}

/** What stands in a page before its title: the program's own scripts and sheets. */
function beginningOf(files: ServedFiles): string {
  const page = `${files.get('index.html') ?? ''}`;
  return page.slice(0, Math.max(0, page.indexOf('<title>')));
}

/** Those files that are also in another list. */
function filesOf(files: ServedFiles, named: ServedFiles): ServedFiles {
  return new Map([...files].filter(([path]) => named.has(path)));
}

function isSame(some: ServedFiles, others: ServedFiles): boolean {
  return (
    some.size === others.size &&
    [...some].every(([path, file]) => {
      const other = others.get(path);
      return other !== undefined && (other === file || Buffer.from(other).equals(Buffer.from(file)));
    })
  );
}
