import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { formatProblem, type Problem } from '../deck/problem.ts';
import { mimeOf } from './mime.ts';
import { fillPage } from './plugin.ts';
import { makeSite, type Site, type SiteOptions } from './site.ts';

/** An editor may write a file in two strokes; what is read between them is no deck. Milliseconds. */
const STROKE = 40;

/**
 * Serves a deck that is being written. Each save compiles it anew; with an error in it, the page keeps the last
 * good deck and shows the problems above it.
 */
export function liveDeck(path: string, options: SiteOptions): Plugin {
  let site: Site | undefined;
  let faults = '';

  const compile = async (): Promise<string> => {
    const { site: made, problems, root } = await makeSite(path, options);
    site = made ?? site;
    faults = listProblems(
      root,
      problems.filter(({ severity }) => severity === 'error'),
    );
    return root;
  };

  return {
    name: 'orihon:serve',
    async configureServer(server) {
      const root = await compile();
      if (faults) server.config.logger.error(faults);
      server.watcher.add(existsSync(resolve(path)) ? resolve(path) : root);
      onSave(server, root, async () => {
        await compile().catch((error: unknown) => {
          faults = error instanceof Error ? error.message : String(error);
        });
        if (faults) server.config.logger.error(faults);
        if (faults) showFaults(server, faults);
        else server.ws.send({ type: 'full-reload' });
      });
      server.ws.on('connection', () => faults && showFaults(server, faults));
      server.middlewares.use(serveFiles(() => site));
    },
    transformIndexHtml: { order: 'post', handler: (html) => (site ? fillPage(html, site) : html) },
  };
}

/** Calls back once for each save below a folder, one at a time. */
function onSave(server: ViteDevServer, root: string, update: () => Promise<void>): void {
  let waiting: NodeJS.Timeout | undefined;
  let updating = Promise.resolve();
  const saved = (file: string) => {
    if (relative(root, file).startsWith('..')) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      updating = updating.then(update);
    }, STROKE);
  };
  server.watcher.on('change', saved).on('add', saved).on('unlink', saved);
}

function showFaults(server: ViteDevServer, message: string): void {
  server.ws.send({ type: 'error', err: { message, stack: '' } });
}

function serveFiles(current: () => Site | undefined): Connect.NextHandleFunction {
  return (request, response, next) => {
    const name = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
    const file = current()?.files.get(name);
    if (file === undefined) return next();
    response.setHeader('Content-Type', mimeOf(name));
    response.setHeader('Cache-Control', 'no-cache');
    response.end(file);
  };
}

/** One problem a line, files named from the working directory, so that terminals and editors can open them. */
export function listProblems(root: string, problems: readonly Problem[]): string {
  return problems
    .map(({ place, ...problem }) => {
      const file = relative(process.cwd(), resolve(root, place.file)) || place.file;
      return formatProblem({ ...problem, place: { ...place, file } });
    })
    .join('\n');
}
