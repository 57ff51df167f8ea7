import { statSync } from 'node:fs';
import { basename, extname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listProblems } from './build/live.ts';
import { makeSite, type Site } from './build/site.ts';
import { buildSite, serveDeck } from './build/vite.ts';
import type { Problem } from './deck/problem.ts';
import { NoDeckError } from './deck/read.ts';

const USAGE = `orihon: timeline slide decks from Markdown and data

  start  [deck]                     serve a deck and show each change at once   --port N --host NAME --no-open
  build  [deck] --out folder        write it as a static site                   --with-notes
  export [deck] --output file.pdf   print it to a PDF, one page a slide
  check  [deck]                     read it whole and list every problem

A deck is a folder of Markdown files, or one Markdown file; "slides" where none is named.`;

const OPTIONS = {
  out: { type: 'string', default: 'dist' },
  output: { type: 'string' },
  'with-notes': { type: 'boolean', default: false },
  port: { type: 'string' },
  host: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Options = ReturnType<typeof readArguments>['values'];

/** Runs one command. Resolves to the exit code: 0 done, 1 problems or a failure, 2 a command that is none. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = readArguments(argv);
    const [command, deck = 'slides', ...more] = positionals;
    if (values.help || command === undefined) return say(USAGE, values.help ? 0 : 2);
    if (more.length > 0) return say(`One deck at a time; not understood: ${more.join(' ')}`, 2);
    switch (command) {
      case 'start':
        return await start(deck, values);
      case 'build':
        return await buildCommand(deck, values);
      case 'export':
        return await exportCommand(deck, values);
      case 'check':
        return await check(deck);
      default:
        return say(`"${command}" is no command.\n\n${USAGE}`, 2);
    }
  } catch (error) {
    if (error instanceof NoDeckError) return say(error.message, 1);
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return say(error.message, 2);
    throw error;
  }
}

function readArguments(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
}

async function start(deck: string, { port, host, 'no-open': closed }: Options): Promise<number> {
  const wanted = Number(port ?? 5173);
  const open = !closed && hasScreen();
  const server = await serveDeck(deck, { port: wanted, open, ...(host ? { host } : {}) });
  const address = server.resolvedUrls?.local[0] ?? '';
  const taken = Number(new URL(address).port) === wanted ? '' : ` (port ${wanted} is taken)`;
  say(`\n  ${deck} is at ${address}${taken}\n  Keys: ? lists them. Ctrl+C ends it.\n`, 0);
  for (const url of server.resolvedUrls?.network ?? []) say(`  also at ${url}`, 0);
  return new Promise((resolve) => {
    const end = () => void server.close().then(() => resolve(0));
    process.once('SIGINT', end).once('SIGTERM', end);
  });
}

async function buildCommand(deck: string, { out, 'with-notes': notes }: Options): Promise<number> {
  const began = performance.now();
  const site = await makeOrList(deck, notes);
  if (!site) return 1;
  await buildSite(site, resolve(out));
  return say(`${site.pages.length} slides in ${out} after ${seconds(began)}.`, 0);
}

async function exportCommand(deck: string, { output }: Options): Promise<number> {
  const began = performance.now();
  const { exportPdf } = await import('./export/pdf.ts');
  const site = await makeOrList(deck, false);
  if (!site) return 1;
  const file = output ?? `${nameOf(deck)}.pdf`;
  const report = await exportPdf(site, file, (line) => console.error(line));
  for (const fault of report.faults) console.error(`export: ${fault}`);
  if (report.bitmaps.length > 0)
    console.error(`Bitmaps, where all else is lines and text: ${report.bitmaps.join(', ')}.`);
  if (report.faults.length > 0) return say(`${file} was not written.`, 1);
  return say(`${file}: ${report.pages} pages of ${report.slides} slides after ${seconds(began)}.`, 0);
}

async function check(deck: string): Promise<number> {
  const { problems, root } = await makeSite(deck, { notes: true });
  list(root, problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return say(`${errors} errors, ${problems.length - errors} notices.`, errors > 0 ? 1 : 0);
}

async function makeOrList(deck: string, notes: boolean): Promise<Site | undefined> {
  const { site, problems, root } = await makeSite(deck, { notes });
  const errors = problems.filter(({ severity }) => severity === 'error');
  list(root, errors);
  if (!site) console.error(`${errors.length} errors; nothing was written.`);
  return site;
}

function list(root: string, problems: readonly Problem[]): void {
  if (problems.length > 0) console.error(listProblems(root, problems));
}

function say(text: string, code: number): number {
  if (code === 0) console.log(text);
  else console.error(text);
  return code;
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

function nameOf(deck: string): string {
  const path = resolve(deck);
  return statSync(path).isFile()
    ? basename(path, extname(path))
    : basename(path) || relative('.', path) || 'deck';
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
