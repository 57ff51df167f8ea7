import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { suggest } from './base/nearest.ts';
import { type Problem, sortProblems } from './base/problem.ts';
import { NoDeckError } from './deck/read.ts';
import { UsageError } from './export/options.ts';
import { annotateProblems, listProblems, listShort, problemsJson } from './report/terminal.ts';
import { NotEmptyError, newDeck } from './site/new-deck.ts';
import { makeSite, type Site } from './site/site.ts';

const USAGE = `orihon: timeline slide decks from Markdown and data

  start  [deck]                     serve a deck and show each change at once   --port N --host NAME --no-open
  build  [deck] --out folder        write it as a static site                   --with-notes
  export [deck] --output file       print it to a PDF, one page a slide
         --format pdf|html|handout|png|poster   --report file.json
         pdf: --steps --notes   html: --public   handout: --paper a4|letter   png: --size 1920x1080
  check  [deck]                     list every problem, also what a browser measures   --json --github --quick
  new    folder                     write a small deck to begin with

A deck is a folder of Markdown files, or one Markdown file; "slides" where none is named.`;

const OPTIONS = {
  out: { type: 'string' },
  output: { type: 'string' },
  format: { type: 'string' },
  report: { type: 'string' },
  steps: { type: 'boolean' },
  notes: { type: 'boolean' },
  public: { type: 'boolean' },
  paper: { type: 'string' },
  size: { type: 'string' },
  'with-notes': { type: 'boolean' },
  port: { type: 'string' },
  host: { type: 'string' },
  'no-open': { type: 'boolean' },
  json: { type: 'boolean' },
  github: { type: 'boolean' },
  quick: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Every command, with the options it takes. */
const COMMANDS: ReadonlyMap<string, readonly (keyof typeof OPTIONS)[]> = new Map([
  ['start', ['port', 'host', 'no-open']],
  ['build', ['out', 'with-notes']],
  ['export', ['output', 'format', 'report', 'steps', 'notes', 'public', 'paper', 'size']],
  ['check', ['json', 'github', 'quick']],
  ['new', []],
]);

type Options = ReturnType<typeof readArguments>['values'];

/** Runs one command. Resolves to the exit code: 0 done, 1 problems or a failure, 2 a command that is none. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = readArguments(argv);
    const [command, deck = 'slides', ...more] = positionals;
    if (values.help || command === undefined) return say(USAGE, values.help ? 0 : 2);
    const takes = COMMANDS.get(command);
    if (!takes)
      return say(`"${command}" is no command. ${suggest(command, [...COMMANDS.keys()])}\n\n${USAGE}`, 2);
    if (more.length > 0) return say(`One deck at a time; not understood: ${more.join(' ')}`, 2);
    const foreign = Object.keys(values).find((name) => !takes.some((taken) => taken === name));
    if (foreign) return say(`"${command}" has no option --${foreign}.\n\n${USAGE}`, 2);
    switch (command) {
      case 'new':
        return writeNew(positionals[1]);
      case 'start':
        return await start(deck, values);
      case 'build':
        return await buildCommand(deck, values);
      case 'export':
        return await exportCommand(deck, values);
      default:
        return await check(deck, values);
    }
  } catch (error) {
    if (error instanceof NoDeckError || error instanceof NotEmptyError) return say(error.message, 1);
    if (error instanceof UsageError) return say(error.message, 2);
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
  const { serveDeck } = await import('./site/vite.ts');
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

async function buildCommand(
  deck: string,
  { out = 'dist', 'with-notes': notes = false }: Options,
): Promise<number> {
  const began = performance.now();
  const site = await makeOrList(deck, notes, { notices: true });
  if (!site) return 1;
  const { buildSite } = await import('./site/build.ts');
  await buildSite(site, resolve(out));
  return say(`${site.pages.length} slides in ${out} after ${seconds(began)}.`, 0);
}

async function exportCommand(deck: string, options: Options): Promise<number> {
  const { exportDeck } = await import('./export/command.ts');
  return exportDeck(deck, options.format ?? 'pdf', options, (notes) => makeOrList(deck, notes));
}

async function check(deck: string, { json, github, quick }: Options): Promise<number> {
  const { site, problems: read, root } = await makeSite(deck, { notes: true });
  const { measureDeck } = await import('./check/measure-deck.ts');
  const measured = site && !quick ? await measureDeck(site, deck) : [];
  if (typeof measured === 'string') console.error(`Nothing was measured in a browser: ${measured}`);
  const problems = sortProblems([...read, ...(typeof measured === 'string' ? [] : measured)]);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const code = errors > 0 ? 1 : 0;
  if (json) {
    console.log(problemsJson(root, problems));
    return code;
  }
  list(root, problems);
  if ((github || process.env['GITHUB_ACTIONS'] === 'true') && problems.length > 0)
    console.log(annotateProblems(root, problems));
  if (!site && !quick) console.error('Slides are measured in a browser once there is no error.');
  return say(`${errors} errors, ${problems.length - errors} notices.`, code);
}

async function makeOrList(
  deck: string,
  notes: boolean,
  { notices } = { notices: false },
): Promise<Site | undefined> {
  const { site, problems, root } = await makeSite(deck, { notes });
  const errors = problems.filter(({ severity }) => severity === 'error');
  list(root, errors);
  if (!site) console.error(`${errors.length} errors; nothing was written.`);
  else if (notices && problems.length > 0) console.error(`${listShort(root, problems)}\n`);
  return site;
}

function writeNew(path: string | undefined): number {
  if (path === undefined) return say('Name the folder to write, e.g. "new ../my-talk".', 2);
  const files = newDeck(path).join(', ');
  // Started by npm from a clone, or as an installed command: the next one is started the same way.
  const viaNpm = process.env['npm_lifecycle_event'] !== undefined;
  const named = /\s/.test(path) ? `"${path}"` : path;
  const [start, check, print] = viaNpm
    ? [`npm start -- ${named}`, `npm run check -- ${named}`, `npm run export -- ${named}`]
    : [`orihon start ${named}`, `orihon check ${named}`, `orihon export ${named}`];
  const next = `  ${start}    shows it, and each change as you save it\n  ${check}\n  ${print}`;
  return say(`A small deck is in ${path}: ${files}. Next:\n\n${next}\n`, 0);
}

function list(root: string, problems: readonly Problem[]): void {
  const colour = process.stderr.isTTY && !process.env['NO_COLOR'];
  if (problems.length > 0) console.error(`${listProblems(root, problems, { colour })}\n`);
}

function say(text: string, code: number): number {
  if (code === 0) console.log(text);
  else console.error(text);
  return code;
}

function seconds(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
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
