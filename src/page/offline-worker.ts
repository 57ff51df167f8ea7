// Runs beside the page, not in it: keeps a copy of the whole site, so that it opens with no network at all.
// The build bundles it, and writes FILES and VERSION above it (src/site/offline.ts).

import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { NavigationRoute } from 'workbox-routing/NavigationRoute.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';

/** The site's files, by their paths from its folder; the page itself is "./". A hash in a name needs no revision. */
declare const FILES: { readonly url: string; readonly revision: string | null }[];
/** Changes with any byte of any file. */
declare const VERSION: string;

/** What of a worker's own world the page's types leave out. */
interface Step extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Scope {
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Step) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
declare const self: Scope;

/** How long a hall's network may take to answer before the copy does, ms. */
const PATIENCE = 3000;
const scope = self.registration.scope;
const cacheName = `orihon ${scope} ${VERSION}`;

const copy = new PrecacheController({ cacheName });
copy.addToCacheList(FILES);
self.addEventListener('install', (event) => event.waitUntil(copySite(event)));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
registerRoute(new NavigationRoute(({ request }) => openPage(request)));
// Names of files change with what is in them, so a copy is as good as the file, whatever is asked behind "?".
registerRoute(new PrecacheRoute(copy, { ignoreURLParametersMatching: [/./], cleanURLs: false }));
registerRoute(
  ({ url }) => url.href.startsWith(scope),
  ({ request }) => takeOlder(request),
);

/** All or nothing: half a deck on a stage would be worse than none. */
async function copySite(event: Step): Promise<void> {
  try {
    await copy.install(event);
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
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
    const answer = await fetch(request.url, { signal: late.signal, credentials: 'same-origin' });
    // A host that is down is no better than none.
    return answer.status < 500 ? answer : ((await copy.matchPrecache(scope)) ?? answer);
  } catch {
    return (await copy.matchPrecache(scope)) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

/** What this version has not got may be of the version before. */
async function takeOlder(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}
