import type { Connect } from 'vite';
import { pathOf } from './guard.ts';

/** This machine, as the other end of a line names it. */
const HERE = /^(?:::ffff:)?127\.|^::1$/;

/**
 * Answers the page's key for an export. Where the deck is shown to a network, only this machine's page is answered.
 * @param exportNow resolves to what came of it, in a line
 */
export function exportOnAsk(exportNow: () => Promise<string>): Connect.NextHandleFunction {
  let running: Promise<string> | undefined;
  return async (request, response, next) => {
    if (pathOf(request.url ?? '') !== '/orihon-export') return next();
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    if (request.method !== 'POST' || !HERE.test(request.socket.remoteAddress ?? ''))
      return response.writeHead(403).end('Only a page of this machine asks for it.');
    // Whoever asks twice gets one file.
    running ??= exportNow().finally(() => {
      running = undefined;
    });
    const said = await running.catch((error: unknown) =>
      error instanceof Error ? error.message : `${error}`,
    );
    return response.end(said);
  };
}
