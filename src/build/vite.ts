import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import config from '../../vite.config.ts';
import { liveDeck } from './live.ts';
import { bundleWorker, writeOffline } from './offline.ts';
import { builtDeck } from './plugin.ts';
import type { Site } from './site.ts';

const shared: InlineConfig = { ...config, configFile: false };

/** Writes a site as static files that run from any folder of a web server. */
export async function buildSite(site: Site, outDir: string): Promise<void> {
  const [worker] = await Promise.all([bundleWorker(), buildPage(site, outDir)]);
  writeOffline(outDir, site.deck.meta, worker);
}

async function buildPage(site: Site, outDir: string): Promise<void> {
  await build({
    ...shared,
    logLevel: 'warn',
    plugins: [builtDeck(site)],
    build: { ...config.build, outDir, emptyOutDir: true },
  });
}

/** The page without a deck, as files in memory: one script, which holds what is otherwise fetched when needed. */
export async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    ...shared,
    logLevel: 'warn',
    build: {
      ...config.build,
      write: false,
      modulePreload: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = 'on' in built ? [] : [built].flat().flatMap(({ output }) => output);
  return new Map(
    outputs.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : Buffer.from(file.source).toString('utf8'),
    ]),
  );
}

export interface ServeOptions {
  readonly port?: number;
  /** An address to listen on besides this machine's own. */
  readonly host?: string;
  readonly open: boolean;
}

/** Serves a deck that is being written, notes included, on the next free port. */
export async function serveDeck(path: string, { port, host, open }: ServeOptions): Promise<ViteDevServer> {
  const server = await createServer({
    ...shared,
    plugins: [liveDeck(path, { notes: true })],
    server: { ...config.server, ...(port ? { port } : {}), ...(host ? { host } : {}), open },
  });
  return server.listen();
}
