import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { mimeOf } from '../site/mime.ts';

export interface StaticServer {
  /** Address of the folder, with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Files of a site by path relative to its page. */
export type ServedFiles = ReadonlyMap<string, Uint8Array | string>;

/** A text of which the beginning is known before the rest of it is. */
interface Begun {
  readonly begins: string;
  readonly rest: Promise<string>;
}

type Find = (path: string) => Promise<Uint8Array | string | Begun | undefined>;

/**
 * Serves a folder to this machine alone, on a free port.
 * @param under a sub-folder of the address, to show that a site does not care where it lies; with its slashes.
 */
export function serveFolder(folder: string, under = '/'): Promise<StaticServer> {
  return serve(async (path) => {
    const file = join(folder, normalize(`/${path}`));
    return existsSync(file) && statSync(file).isFile() ? readFile(file) : undefined;
  }, under);
}

/** Serves files that are in memory, in the same way. */
export function serveFiles(files: ServedFiles): Promise<StaticServer> {
  return serve(async (path) => files.get(path), '/');
}

/**
 * Serves a page of which the beginning is known, and the rest of it once there is one.
 * @param early what the beginning names
 */
export function serveBegun(
  begins: string,
  early: ServedFiles,
  later: Promise<ServedFiles>,
): Promise<StaticServer> {
  const restOf = async () => `${(await later).get(PAGE) ?? ''}`.slice(begins.length);
  return serve(
    async (path) =>
      path === PAGE ? { begins, rest: restOf() } : (early.get(path) ?? (await later).get(path)),
    '/',
  );
}

/** The page itself, which its folder's address stands for. */
const PAGE = 'index.html';

function serve(find: Find, under: string): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(under) ? path.slice(under.length) || PAGE : undefined;
    const file = inside === undefined ? undefined : await find(inside).catch(() => undefined);
    if (inside === undefined || file === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': mimeOf(inside) });
    if (typeof file === 'string' || file instanceof Uint8Array) return response.end(file);
    response.write(file.begins);
    return response.end(await file.rest);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      resolve({
        url: `http://127.0.0.1:${portOf(server.address())}${under}`,
        close: () => {
          server.closeAllConnections();
          return new Promise((closed) => server.close(() => closed()));
        },
      });
    });
  });
}

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}
