import { UsageError } from '../base/failure.ts';
import { command, oneDeck } from './command.ts';
import { exportsOf } from './export-shown.ts';

const PORT = 5173;

export const start = command({
  name: 'start',
  takes: '[deck]',
  says: 'serve a deck and show each change at once',
  more: ['--port N   --host NAME   --no-open'],
  options: { port: { type: 'string' }, host: { type: 'string' }, 'no-open': { type: 'boolean' } },
  run: async (words, { port, host, 'no-open': closed = false }) => {
    const deck = oneDeck(words);
    const wanted = readPort(port);
    const [{ serveDeck }, { drawDiagrams }] = await Promise.all([
      import('../site/vite.ts'),
      import('../browser/draw-diagrams.ts'),
    ]);
    const open = !closed && hasScreen();
    const exports = exportsOf(deck);
    const { exportNow, saved } = exports;
    const server = await serveDeck(deck, {
      ...{ port: wanted, open, drawDiagrams, exportNow, saved },
      ...(host ? { host } : {}),
    });
    const address = server.resolvedUrls?.local[0] ?? '';
    const taken = Number(new URL(address).port) === wanted ? '' : ` (port ${wanted} is taken)`;
    console.log(
      `\n  ${deck} is at ${address}${taken}\n  Keys: ? lists them, E writes a PDF. Ctrl+C ends it.\n`,
    );
    for (const url of server.resolvedUrls?.network ?? []) console.log(`  also at ${url}`);
    // Exports are made without it too.
    void exports.open().catch(() => undefined);
    return new Promise((resolve) => {
      const end = () => void Promise.all([exports.close(), server.close()]).then(() => resolve(0));
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
    });
  },
});

/** @throws UsageError for what is no port. */
function readPort(written: string | undefined): number {
  const port = Number(written ?? PORT);
  if (/^\d+$/.test(written ?? `${PORT}`) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`"${written}" is no port: write a number from 1 to 65535, e.g. --port ${PORT}.`);
}

/** Whether a browser window would be seen by anyone. */
function hasScreen(): boolean {
  if (process.env['CI'] || !process.stdout.isTTY) return false;
  return (
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
  );
}
