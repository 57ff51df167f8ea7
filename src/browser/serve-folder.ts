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

type Find = (path: string) => Promise<Uint8Array | string | undefined>;

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
export function serveFiles(files: ReadonlyMap<string, Uint8Array | string>): Promise<StaticServer> {
  return serve(async (path) => files.get(path), '/');
}

function serve(find: Find, under: string): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const inside = path.startsWith(under) ? path.slice(under.length) || 'index.html' : undefined;
    const file = inside === undefined ? undefined : await find(inside).catch(() => undefined);
    if (inside === undefined || file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': mimeOf(inside) }).end(file);
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
