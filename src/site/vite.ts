import { fileURLToPath } from 'node:url';
import { build, createServer, type InlineConfig, type ViteDevServer } from 'vite';
import config from '../../vite.config.ts';
import type { DrawDiagrams } from './compile-drawn.ts';
import { liveDeck, type WhileShown } from './serve/live.ts';

const WORKER = fileURLToPath(new URL('../page/offline-worker.ts', import.meta.url));
const shared: InlineConfig = { ...config, configFile: false };

/**
 * The page without a deck, as files in memory.
 *
 * @param split whether what is needed later lies in scripts of its own; else one script holds it all
 */
export async function bundlePage({
  split,
}: {
  readonly split: boolean;
}): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    ...shared,
    logLevel: 'warn',
    build: {
      ...config.build,
      write: false,
      ...(!split && {
        modulePreload: false,
        rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: false } },
      }),
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

/** The worker with the parts of Workbox it is made of, in one file; it is the same for every deck. */
export async function bundleWorker(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    // Workbox then leaves out what it says to developers.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: WORKER, checks: { pluginTimings: false }, output: { format: 'iife' } },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('The worker could not be bundled.');
  return chunk.code;
}

export interface ServeOptions extends WhileShown {
  readonly port?: number;
  /** An address to listen on besides this machine's own. */
  readonly host?: string;
  readonly open: boolean;
  readonly drawDiagrams?: DrawDiagrams;
}

/** Serves a deck that is being written, notes included, on the next free port. */
export async function serveDeck(
  path: string,
  { port, host, open, drawDiagrams, exportNow, saved }: ServeOptions,
): Promise<ViteDevServer> {
  const server = await createServer({
    ...shared,
    plugins: [
      config.plugins,
      liveDeck(
        path,
        { notes: true, drawDiagrams },
        { ...(exportNow && { exportNow }), ...(saved && { saved }) },
      ),
    ],
    server: { ...config.server, ...(port ? { port } : {}), ...(host ? { host } : {}), open },
  });
  return server.listen();
}
