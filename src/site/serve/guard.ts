import type { IncomingMessage } from 'node:http';
import type { Connect } from 'vite';

/**
 * Stands before everything that is served. Only the page itself may ask, and whoever opens it: no other site on this
 * machine reads a talk that is being written, or shows it in a frame.
 * @param policyOf the page's Content-Security-Policy, for the name it was asked by
 */
export function guard(policyOf: (host: string) => string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const refuse = (status: number, why: string) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(why);
    };
    const path = pathOf(request.url ?? '/');
    if (path === undefined) return refuse(400, 'This is no address.');
    if (!isAskedByPage(request)) return refuse(403, 'Another site asks for this.');
    // The page is the one document there is.
    if (/\.x?html?$/i.test(path) && path !== '/index.html') return refuse(404, 'There is no such page.');
    response.setHeader('Content-Security-Policy', policyOf(request.headers.host ?? 'localhost'));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('X-Frame-Options', 'SAMEORIGIN');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    return next();
  };
}

/** The path of an address as it is meant; undefined for one that cannot be read. */
export function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '');
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Browsers say which site asks; a link that leads here may be followed from anywhere. */
function isAskedByPage({ headers }: IncomingMessage): boolean {
  const { origin, host = '' } = headers;
  if (origin !== undefined && ![`http://${host}`, `https://${host}`].includes(origin)) return false;
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}
