import { existsSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import type { HtmlTagDescriptor, Plugin, ViteDevServer } from 'vite';
import { formatProblem, type Problem } from '../deck/problem.ts';
import { POLICY } from './policy.ts';
import { makeSite, type Site, type SiteOptions } from './site.ts';

const MIME: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
};

/** Puts a site made beforehand into the page Vite builds, with its files and its policy. */
export function builtDeck(site: Site): Plugin {
  return {
    name: 'orihon:build',
    generateBundle() {
      for (const [fileName, source] of site.files) this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) => ({
        html: fillPage(html, site),
        tags: [policyTag],
      }),
    },
  };
}

const policyTag: HtmlTagDescriptor = {
  tag: 'meta',
  attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
  injectTo: 'head-prepend',
};

/**
 * Serves a deck that is being written. Each save compiles it anew; with an error in it, the page keeps the last
 * good deck and shows the problems above it.
 */
export function liveDeck(path: string, options: SiteOptions): Plugin {
  let site: Site | undefined;
  let problems: readonly Problem[] = [];
  let root = '';

  const compile = async () => {
    const made = await makeSite(path, options);
    site = made.site ?? site;
    root = made.root;
    problems = made.problems.filter(({ severity }) => severity === 'error');
  };
  const showProblems = (server: ViteDevServer) => {
    if (problems.length > 0)
      server.ws.send({ type: 'error', err: { message: listProblems(root, problems), stack: '' } });
  };

  return {
    name: 'orihon:serve',
    async configureServer(server) {
      await compile();
      if (problems.length > 0) server.config.logger.error(listProblems(root, problems));
      server.watcher.add(existsSync(resolve(path)) ? resolve(path) : root);
      let compiling = Promise.resolve();
      const update = (file: string) => {
        if (relative(root, file).startsWith('..')) return;
        compiling = compiling.then(async () => {
          const broken = problems.length > 0;
          await compile();
          if (problems.length > 0) {
            server.config.logger.error(listProblems(root, problems));
            showProblems(server);
          } else {
            if (broken) server.config.logger.info('mended');
            server.ws.send({ type: 'full-reload' });
          }
        });
      };
      server.watcher.on('change', update).on('add', update).on('unlink', update);
      server.ws.on('connection', () => showProblems(server));
      server.middlewares.use((request, response, next) => {
        const name = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
        const file = site?.files.get(name);
        if (file === undefined) return next();
        response.setHeader('Content-Type', MIME[extname(name).toLowerCase()] ?? 'application/octet-stream');
        response.setHeader('Cache-Control', 'no-cache');
        response.end(file);
      });
    },
    transformIndexHtml: { order: 'post', handler: (html) => (site ? fillPage(html, site) : html) },
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

function fillPage(html: string, site: Site): string {
  // The rules for paper come last: they overrule all others wherever they apply.
  const printSheet = /[ \t]*<link[^>]*id="print-sheet"[^>]*>\n?/.exec(html)?.[0] ?? '';
  return html
    .replace(printSheet, '')
    .replace(/<html([^>]*) lang="en"/, (_, rest: string) => `<html${rest} lang="${site.deck.meta.lang}"`)
    .replace('</head>', () => `${site.head}\n${printSheet}</head>`)
    .replace('<div class="slides"></div>', () => `<div class="slides">\n${site.slides}\n</div>`);
}
