import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { BrowserSource } from '../../browser/open-site.ts';
import type { Progress } from '../../browser/progress.ts';
import { printableSite } from '../../site/in-memory.ts';
import type { Site } from '../../site/site.ts';
import { chooseFormat } from '../formats/index.ts';
import { readDoor, writeDoor } from './door.ts';
import { type Asked, AskedSchema, type Made, writeMade } from './message.ts';

interface Choices {
  readonly notes: boolean;
  readonly strict: boolean;
}

/** Compiles the deck as it is now; undefined where something keeps it from being exported. */
export type MakeSite = (choices: Choices) => Promise<Site | undefined>;

/** Exports of a deck that is shown, each with a browser that stays. */
export interface WarmExports {
  /** Undefined where the deck has errors. */
  readonly make: (asked: Asked) => Promise<Made | undefined>;
  /** Says that the deck was saved: what was asked for last is likely to be asked for again. */
  readonly saved: () => void;
  readonly close: () => Promise<void>;
}

const SILENT: Progress = { say: () => undefined, count: () => undefined };
/** How long the browser waits for the next export. Milliseconds. */
const IDLE = 10 * 60_000;

/**
 * Makes exports one after the other; the browser starts with the first, and ends when none comes for long. While it
 * is there, each save is compiled and loaded ahead.
 * @param stateOf tells a state of the deck's files from the next; undefined where it cannot
 */
export function warmExports(makeSite: MakeSite, stateOf: () => string | undefined): WarmExports {
  let last: Promise<unknown> = Promise.resolve();
  let held: Held | undefined;
  let idle: NodeJS.Timeout | undefined;
  let ahead: Ahead | undefined;
  let isSaved = false;
  const release = async () => {
    const ended = held?.end();
    held = undefined;
    await ended;
  };
  const make = async ({ format: name, written }: Asked): Promise<Made | undefined> => {
    clearTimeout(idle);
    const { format, options } = chooseFormat(name, written);
    if (!format.needsBrowser) return undefined;
    held ??= await holdBrowser();
    const choices = { notes: format.withNotes(options), strict: options.strict };
    const site = isReady(ahead, choices, stateOf) ? ahead?.site : await makeSite(choices);
    if (!site) return undefined;
    const write = await format.load();
    const made = await write(site, { options, browser: held.browser, progress: SILENT });
    // What is printed with a page for each step is another page.
    ahead = { choices, isWhole: name === 'pdf' && !options.steps };
    idle = setTimeout(() => void release(), IDLE).unref();
    return { ...made, site };
  };
  const lookAhead = async () => {
    isSaved = false;
    if (!held || !ahead) return;
    const { choices, isWhole } = ahead;
    const state = stateOf();
    const site = state === undefined ? undefined : await makeSite(choices);
    ahead = { choices, isWhole, ...(site && { state, site }) };
    if (site && isWhole) await (await held.browser()).loadAhead(await printableSite(site));
  };
  return {
    make: (asked) => {
      const made = last.then(() => make(asked));
      last = made.catch(release);
      return made;
    },
    saved: () => {
      if (isSaved) return;
      isSaved = true;
      last = last.then(lookAhead).catch(release);
    },
    close: async () => {
      clearTimeout(idle);
      await last.catch(() => undefined);
      await release();
    },
  };
}

/** The choices of the last export, and what the deck is with them since it was saved. */
interface Ahead {
  readonly choices: Choices;
  /** Whether its page is what is printed. */
  readonly isWhole: boolean;
  readonly state?: string | undefined;
  readonly site?: Site;
}

function isReady(ahead: Ahead | undefined, { notes, strict }: Choices, stateOf: () => string | undefined) {
  if (!ahead?.site || ahead.choices.notes !== notes || ahead.choices.strict !== strict) return false;
  return ahead.state !== undefined && ahead.state === stateOf();
}

/** A browser with the folder it keeps its things in. */
interface Held {
  readonly browser: BrowserSource;
  readonly end: () => Promise<void>;
}

/** What drives a browser is loaded here: the deck is shown before, and most are never exported from there. */
async function holdBrowser(): Promise<Held> {
  const [{ browserSource }, { withTemporaryFolder }] = await Promise.all([
    import('../../browser/open-site.ts'),
    import('../../browser/temporary-folder.ts'),
  ]);
  const browser = browserSource({ staysReady: true });
  let release = () => {};
  const over = new Promise<void>((resolve) => {
    release = resolve;
  });
  // Whoever serves the deck ends the process.
  const gone = withTemporaryFolder(browser.close, () => over, { exit: () => undefined });
  browser().catch(() => undefined);
  return {
    browser,
    end: async () => {
      release();
      await gone;
    },
  };
}

/**
 * Lets other commands of this user ask for exports of a deck that is shown: at a port of this machine, with a word
 * that stands in a file which only they can read.
 */
export async function openDoor(
  deck: string,
  exports: WarmExports,
): Promise<{ readonly close: () => Promise<void> }> {
  const token = randomBytes(32).toString('hex');
  const server = createServer(async (request, response) => {
    const refuse = (status: number) => response.writeHead(status).end();
    if (!isOurs(request, token)) return refuse(403);
    try {
      const asked = AskedSchema.parse(JSON.parse(await textOf(request)));
      const made = await exports.make(asked);
      return made ? response.writeHead(200).end(writeMade(made)) : refuse(409);
    } catch {
      // Whoever asked does it again, and says what is wrong.
      return refuse(409);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  server.unref();
  const path = writeDoor(deck, { port, token });
  return {
    close: async () => {
      // Another program may show the same deck since.
      if (path !== undefined && readDoor(path)?.token === token) rmSync(path, { force: true });
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** No page of a browser asks: it would say where it is from. */
function isOurs({ method, headers }: IncomingMessage, token: string): boolean {
  const wanted = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(headers.authorization ?? '');
  return (
    method === 'POST' &&
    headers.origin === undefined &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}
