import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { listProblems } from '../../report/terminal.ts';
import { fillPage } from '../fill-page.ts';
import { mimeOf } from '../mime.ts';
import { servedPolicy } from '../policy.ts';
import { makeSite, type Site, type SiteOptions } from '../site.ts';
import { exportOnAsk } from './export-on-ask.ts';
import { guard, pathOf } from './guard.ts';
import { onSave } from './on-save.ts';
import { splitSheet, updateBetween } from './update.ts';

/** What is typed most: with it in the fonts from the start, few saves have to make a font. */
const LETTERS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index))}‘’“”–—…`;
/** How long a problem may last before it is shown: the second stroke may be late. Milliseconds. */
const SECOND_LOOK = 60;

/** What else happens to a deck while it is shown. */
export interface WhileShown {
  /** For the page's key: writes the deck to a PDF, and resolves to what came of it in a line. */
  readonly exportNow?: (() => Promise<string>) | undefined;
  /** Called after each save that compiles, once the open pages have it. */
  readonly saved?: (() => void) | undefined;
}

/**
 * Serves a deck that is being written. Each save compiles it anew and puts what changed into open pages; with an
 * error in it, they keep the last good deck and show the problems above it.
 */
export function liveDeck(path: string, options: SiteOptions, { exportNow, saved }: WhileShown = {}): Plugin {
  let site: Site | undefined;
  let version = 1;
  let faults = '';
  const nonce = randomBytes(16).toString('base64url');

  const compile = async (): Promise<string> => {
    const { site: made, problems, root } = await makeSite(path, { ...options, letters: LETTERS });
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
      server.watcher.add(watchedPaths(path, root, site));
      const compileSave = () =>
        compile().catch((error: unknown) => {
          faults = error instanceof Error ? error.message : String(error);
        });
      onSave(server.watcher, root, async () => {
        const before = site;
        await compileSave();
        server.watcher.add(watchedPaths(path, root, site));
        if (faults) {
          await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK));
          await compileSave();
        }
        if (faults) server.config.logger.error(faults);
        if (faults || !site) return showFaults(server, faults);
        version += 1;
        const update = before && updateBetween(before, site, { from: version - 1, to: version });
        if (update) server.ws.send('orihon:update', update);
        else server.ws.send({ type: 'full-reload' });
        saved?.();
      });
      server.ws.on('orihon:open', (shown: unknown, client) => {
        if (shown !== version) client.send({ type: 'full-reload' });
      });
      server.ws.on('connection', () => faults && showFaults(server, faults));
      server.middlewares.use(guard((host) => servedPolicy(site?.deck.meta ?? {}, { nonce, host })));
      if (exportNow) server.middlewares.use(exportOnAsk(exportNow));
      server.middlewares.use(serveFiles(() => site));
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => (site ? livePage(html, site, { version, nonce }) : html),
    },
  };
}

/** The page as it is served: its styles where they can be changed, and the program that changes it. */
function livePage(
  html: string,
  site: Site,
  { version, nonce }: { readonly version: number; readonly nonce: string },
): string {
  const { fonts, css } = splitSheet(site);
  // No text of a rule may end its element.
  const style = (id: string, rules: string) =>
    `<style id="${id}" nonce="${nonce}">${rules.replaceAll('</', '<\\/')}</style>`;
  return (
    fillPage(html, site)
      .replace(
        /<link rel="stylesheet" href="\.\/deck-[0-9a-f]+\.css">/,
        () => style('deck-fonts', fonts) + style('deck-css', css),
      )
      // By this the server's own program finds the mark for the styles it brings.
      .replace('<head>', () => `<head><meta property="csp-nonce" nonce="${nonce}">`)
      .replace('<html', `<html data-version="${version}"`)
      .replace('</body>', '<script type="module" src="/live.ts"></script></body>')
  );
}

/**
 * What is watched: a deck's folder, or beside a deck of one file its pictures and what such a deck may read. By real
 * paths, which events name too.
 */
function watchedPaths(path: string, root: string, site: Site | undefined): readonly string[] {
  const isFile = existsSync(path) && statSync(path).isFile();
  if (!isFile) return [root];
  const beside = readdirSync(root).filter((name) => /\.(ya?ml|csv|json|bib|css)$/i.test(name));
  return [
    realpathSync(path),
    ...[...beside, ...(site?.deck.pictures ?? []), ...(site?.deck.picturesInNotes ?? [])].map((name) =>
      join(root, name),
    ),
  ];
}

function showFaults(server: ViteDevServer, message: string): void {
  server.ws.send({ type: 'error', err: { message, stack: '' } });
}

function serveFiles(current: () => Site | undefined): Connect.NextHandleFunction {
  return (request, response, next) => {
    const name = pathOf(request.url ?? '')?.slice(1) ?? '';
    const file = current()?.files.get(name);
    if (file === undefined) return next();
    response.setHeader('Content-Type', mimeOf(name));
    response.setHeader('Cache-Control', 'no-cache');
    response.end(file);
  };
}
