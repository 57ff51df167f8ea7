import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deckFolder, makeDeck } from './decks.ts';
import { timeNode } from './measure.ts';
import { installPeer } from './peers.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const bin = (name: 'marp' | 'reveal-md' | 'slidev', path: string) =>
  join(installPeer(name), 'node_modules', ...path.split('/'));

/** The programs, as Node runs them, without npm between. */
export const PROGRAMS = {
  orihon: () => join(ROOT, 'bin', 'orihon.mjs'),
  marp: () => bin('marp', '@marp-team/marp-cli/marp-cli.js'),
  'reveal-md': () => bin('reveal-md', 'reveal-md/bin/reveal-md.js'),
  slidev: () => bin('slidev', '@slidev/cli/bin/slidev.mjs'),
} as const;

/** A run of each tool's own command that prints the deck. Each fails where the file it leaves is no PDF. */
export function pdfRuns(slides: number, browser: string) {
  const reveal = join(ROOT, 'bench', 'print-reveal.mjs');
  const run = (
    tool: 'orihon' | 'marp' | 'slidev' | 'reveal',
    args: (deck: string, pdf: string) => string[],
  ) => {
    const deck = makeDeck(tool, tool === 'marp' || tool === 'slidev' ? tool : 'reveal', slides);
    const folder = deckFolder(tool, slides);
    const pdf = join(folder, 'deck.pdf');
    return {
      name: tool,
      run: async () => {
        const time = await timeNode(args(deck, pdf), folder, {
          ORIHON_BROWSER: browser,
          CHROME_PATH: browser,
        });
        if (!readFileSync(pdf).subarray(0, 5).equals(Buffer.from('%PDF-')))
          throw new Error(`${pdf} is no PDF`);
        return time;
      },
    };
  };
  return {
    orihon: () => run('orihon', (deck, pdf) => [PROGRAMS.orihon(), 'export', deck, '--output', pdf]),
    marp: () => {
      const program = PROGRAMS.marp();
      return run('marp', (deck, pdf) => [
        ...[program, '--no-stdin', '--pdf', '--allow-local-files', '--no-config-file'],
        ...['--browser-path', browser, deck, '-o', pdf],
      ]);
    },
    slidev: () => {
      const program = PROGRAMS.slidev();
      return run('slidev', (deck, pdf) => [
        program,
        'export',
        deck,
        '--output',
        pdf,
        '--executable-path',
        browser,
      ]);
    },
    reveal: () => {
      const folder = installPeer('reveal');
      return run('reveal', (deck, pdf) => [
        reveal,
        join(folder, 'node_modules', 'reveal.js'),
        deck,
        pdf,
        browser,
      ]);
    },
  };
}

/** A run of each tool's own command that writes the deck as a static page. */
export function buildRuns(slides: number) {
  const run = (tool: 'orihon' | 'marp' | 'slidev', args: (deck: string, out: string) => string[]) => {
    const deck = makeDeck(tool, tool === 'orihon' ? 'reveal' : tool, slides);
    const folder = deckFolder(tool, slides);
    return { name: tool, run: () => timeNode(args(deck, join(folder, 'dist')), folder) };
  };
  return {
    orihon: () => run('orihon', (deck, out) => [PROGRAMS.orihon(), 'build', deck, '--out', out]),
    marp: () => {
      const program = PROGRAMS.marp();
      return run('marp', (deck, out) => [
        ...[program, '--no-stdin', '--no-config-file', deck],
        ...['-o', join(out, 'index.html')],
      ]);
    },
    slidev: () => {
      const program = PROGRAMS.slidev();
      return run('slidev', (deck, out) => [program, 'build', deck, '--out', out, '--base', '/']);
    },
  };
}
