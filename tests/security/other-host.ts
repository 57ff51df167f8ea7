import { createServer } from 'node:http';
import type { Page } from '@playwright/test';

/** A host that no deck without trust may reach: it keeps who asked. */
export interface OtherHost {
  /** `127.0.0.1:40001` */
  readonly host: string;
  /** First part of each path that was asked for: the name of the attack that asks. */
  readonly asked: Set<string>;
  readonly close: () => Promise<void>;
}

/** Answers everything with nothing, so that a page which is led there stays where it is. */
export async function listenAsOtherHost(): Promise<OtherHost> {
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    asked.add(nameIn(request.url ?? ''));
    response.writeHead(204, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  // Whoever comes over TLS speaks no HTTP, and has come nevertheless.
  server.on('clientError', (_, socket) => {
    asked.add('over TLS');
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    host: `127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The attack that an address on that host names. */
export function nameIn(path: string): string {
  return /^\/?([\w-]+)/.exec(path)?.[1] ?? path;
}

/** Names of the attacks that reach the other host, or that a page alone sees leave: one with TLS, or that is refused. */
export function namesAskedBy(page: Page, other: OtherHost): ReadonlySet<string> {
  page.context().on('request', (request) => {
    const { host, pathname } = new URL(request.url());
    if (host === other.host) other.asked.add(nameIn(pathname));
  });
  return other.asked;
}
