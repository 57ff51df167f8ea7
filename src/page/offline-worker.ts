// Runs beside the page, not in it: keeps a copy of the whole site, so that it opens with no network at all.
// The build writes FILES and VERSION above it (src/build/offline.ts).

/** Paths of the site's files, from its folder; the page itself is "./". */
declare const FILES: readonly string[];
/** Changes with any byte of any file. */
declare const VERSION: string;

/** What of a worker's own world the page's types leave out. */
interface Step extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Ask extends Step {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Step) => void): void;
  addEventListener(type: 'fetch', listener: (event: Ask) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
declare const self: Scope;

/** How long a hall's network may take to answer before the copy does, ms. */
const PATIENCE = 3000;
const scope = self.registration.scope;
const cacheName = `orihon ${scope} ${VERSION}`;

self.addEventListener('install', (event) => event.waitUntil(copySite()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else event.respondWith(takeFile(request));
});

/** All or nothing: half a deck on a stage would be worse than none. */
async function copySite(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(FILES.map((path) => new Request(new URL(path, scope), { cache: 'no-cache' })));
}

/** The version before stays: a page of it that is still open fetches its charts by their old names. */
async function tidy(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(`orihon ${scope} `));
  const old = names.filter((name) => name !== cacheName).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page comes from the network, so that a mended talk is never hidden by its copy, or else from the copy. */
async function openPage(request: Request): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    return await fetch(request.url, { signal: late.signal, credentials: 'same-origin' });
  } catch {
    return (await fromCopy(new URL('./', scope).href)) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

/** Names of files change with what is in them, so a copy is as good as the file. */
async function takeFile(request: Request): Promise<Response> {
  return (await fromCopy(request.url)) ?? fetch(request);
}

async function fromCopy(url: string): Promise<Response | undefined> {
  const own = await (await caches.open(cacheName)).match(url, { ignoreSearch: true });
  return own ?? caches.match(url, { ignoreSearch: true });
}

export {};
