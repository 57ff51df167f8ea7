import { lookup } from 'node:dns/promises';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** What a fetch may cost. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_TIME = 20_000;
const MOST_REDIRECTS = 8;

/** What came back. */
export interface Fetched {
  readonly status: number;
  /** The address it came from in the end, and all it was sent on to, from the first. */
  readonly address: string;
  readonly redirects: readonly { readonly to: string; readonly lasting: boolean }[];
  readonly bytes: Uint8Array;
  readonly lastModified: string | undefined;
}

/** Why nothing was fetched, in words. */
export class FetchError extends Error {}

export interface FetchOptions {
  readonly method?: 'GET' | 'HEAD';
  /** Hosts with their ports that may be asked though they are not public: a test's own server. */
  readonly allow?: ReadonlySet<string>;
  readonly mostBytes?: number;
  readonly mostTime?: number;
}

/**
 * Fetches an address of the open network by http or https, and follows what it is sent on to. Every host is resolved
 * first and only public addresses are connected to, also after a redirect, so that no page and no name can lead into
 * the network of who asks. At most 20 MB and 20 s.
 */
export async function fetchBounded(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const until = Date.now() + (options.mostTime ?? MOST_TIME);
  const redirects: { to: string; lasting: boolean }[] = [];
  let from = checkAddress(address);
  for (;;) {
    const answer = await ask(from, until, options);
    const to = answer.status >= 300 && answer.status < 400 ? answer.location : undefined;
    if (to === undefined) return { ...answer, address: from.href, redirects };
    if (redirects.length >= MOST_REDIRECTS) throw new FetchError('it is sent on and on');
    from = checkAddress(new URL(to, from).href);
    redirects.push({ to: from.href, lasting: answer.status === 301 || answer.status === 308 });
  }
}

function checkAddress(address: string): URL {
  if (!URL.canParse(address)) throw new FetchError(`"${address}" is no address`);
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol))
    throw new FetchError(`${url.protocol} is not fetched, only http and https`);
  if (url.username || url.password) throw new FetchError('an address with a password in it is not fetched');
  return url;
}

/** The IP address to connect to: public, or of a server that may be asked. */
async function resolve(url: URL, allow: ReadonlySet<string>): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  const [first] = found;
  if (!first) throw new FetchError(`no host is called ${host}`);
  if (!allow.has(url.host) && !found.every(({ address }) => isPublicAddress(address)))
    throw new FetchError(`${host} is not on the open network`);
  return first.address;
}

type Answer = Pick<Fetched, 'status' | 'bytes' | 'lastModified'> & { readonly location: string | undefined };

async function ask(url: URL, until: number, options: FetchOptions): Promise<Answer> {
  const { method = 'GET', allow = new Set<string>(), mostBytes = MOST_BYTES } = options;
  const ip = await resolve(url, allow);
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((done, fail) => {
    const signal = AbortSignal.timeout(Math.max(1, until - Date.now()));
    const refuse = (why: string) => fail(new FetchError(why));
    // What was checked is what is connected to: the name is not resolved again.
    const outgoing = send(url, {
      ...{ method, signal, agent: false },
      headers: { 'user-agent': 'orihon (+https://www.npmjs.com/package/orihon)', accept: '*/*' },
      lookup: (_host, { all }, answer) => {
        const family = isIP(ip);
        if (all) answer(null, [{ address: ip, family }]);
        else answer(null, ip, family);
      },
    });
    outgoing.on('error', (error) => refuse(signal.aborted ? 'it did not answer in time' : error.message));
    outgoing.on('response', (incoming) => {
      const chunks: Uint8Array[] = [];
      let size = 0;
      incoming.on('data', (chunk: Uint8Array) => {
        size += chunk.byteLength;
        if (size > mostBytes) {
          outgoing.destroy();
          refuse(`it is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB`);
        } else chunks.push(chunk);
      });
      incoming.on('error', (error) => refuse(signal.aborted ? 'it did not answer in time' : error.message));
      incoming.on('end', () =>
        done({
          status: incoming.statusCode ?? 0,
          bytes: Buffer.concat(chunks),
          location: incoming.headers.location,
          lastModified: incoming.headers['last-modified'],
        }),
      );
    });
    outgoing.end();
  });
}
