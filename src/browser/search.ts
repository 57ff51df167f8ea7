import { posix, win32 } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Failure } from '../base/failure.ts';

/** A browser that started when it was tried, ready to be started as the search did. */
export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  /** `Chromium 156 (/usr/bin/chromium)` */
  readonly name: string;
}

/** No browser can be had. The message says what to do: nobody needs its stack. */
export class NoBrowserError extends Failure {
  override readonly name = 'NoBrowserError';
}

/** What the search asks of the machine it runs on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isRoot: boolean;
  /** Where Playwright keeps its own Chromium once it is downloaded. */
  readonly ownPath: () => string;
  readonly exists: (path: string) => boolean;
  /** Resolves to the version; rejects where the browser does not start. */
  readonly launch: (executablePath: string, args: readonly string[]) => Promise<string>;
  /** Resolves to why the command failed, or undefined. */
  readonly run: (command: 'playwright' | 'apt-get', args: readonly string[]) => Promise<string | undefined>;
  /** What the last search found, if it is still the same file. */
  readonly recall: () => Pick<Browser, 'executablePath' | 'name'> | undefined;
  readonly remember: (browser: Pick<Browser, 'executablePath' | 'name'>) => void;
  readonly say: (line: string) => void;
}

/** Chromium without windows draws and prints the same pages in about a third of the time. */
const FROM_APT = ['chromium-headless-shell', 'chromium'] as const;

interface Candidate {
  readonly brand: 'Chrome' | 'Edge' | 'Chromium' | 'Browser';
  readonly path: string;
}

/** A browser that prints a deck asks nobody for anything: no updates, no accounts, no experiments. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  // Without windows Chromium would round the widths of letters to whole pixels.
  '--font-render-hinting=none',
];

/**
 * Looks for a browser in this order: the one ORIHON_BROWSER names (and no other then); the one found last time;
 * Playwright's own; an installed headless Chromium, Chrome, Edge or Chromium; one that Playwright downloads; one from apt.
 */
export async function searchBrowser(machine: Machine): Promise<Browser> {
  const args = machine.isRoot ? ['--no-sandbox', ...QUIET] : [...QUIET];
  const known = machine.recall();
  const tried: string[] = [];
  const start: Start = async ({ brand, path }) => {
    machine.say(`Trying ${path} …`);
    try {
      const version = await machine.launch(path, args);
      const name = `${brand} ${version.split('.')[0]} (${path})`;
      machine.remember({ executablePath: path, name });
      machine.say(`Browser: ${name}`);
      return { executablePath: path, args, name };
    } catch (error) {
      tried.push(`${path}: ${reasonOf(error instanceof Error ? error.message : String(error))}`);
      return undefined;
    }
  };
  const named = machine.env.ORIHON_BROWSER;
  if (named) {
    const path = resolveNamed(named, machine);
    if (path && path === known?.executablePath) return { ...known, args };
    const found = path && (await start({ brand: brandOf(path), path }));
    if (found) return found;
    throw new NoBrowserError(
      `ORIHON_BROWSER names "${named}", which ${path ? 'does not start' : 'is not there'}: set it to the path of Chrome, Edge or Chromium, or unset it.${listed(tried)}`,
    );
  }
  if (known) return { ...known, args };
  for (const candidate of installed(machine)) {
    const found = await start(candidate);
    if (found) return found;
  }
  const found = (await download(machine, start, tried)) ?? (await fromApt(machine, start, tried));
  if (found) return found;
  throw new NoBrowserError(
    `No browser that works was found, and none could be installed: install Chrome, Edge or Chromium, or set ORIHON_BROWSER to the path of one.${listed(tried)}`,
  );
}

type Start = (candidate: Candidate) => Promise<Browser | undefined>;

function listed(tried: readonly string[]): string {
  return tried.length === 0 ? '' : `\nTried:\n${tried.map((line) => `  ${line}`).join('\n')}`;
}

async function download(machine: Machine, start: Start, tried: string[]): Promise<Browser | undefined> {
  const own: Candidate = { brand: 'Chromium', path: machine.ownPath() };
  machine.say('No browser found here: downloading Chromium (about 170 MB) …');
  const failure = await machine.run('playwright', ['install', 'chromium', '--no-shell']);
  if (failure || !machine.exists(own.path)) {
    tried.push(`playwright install chromium: ${failure ?? 'downloaded nothing'}`);
    return undefined;
  }
  const found = await start(own);
  if (found || !hasApt(machine)) return found;
  machine.say('Installing the libraries it needs …');
  const missing = await machine.run('playwright', ['install-deps', 'chromium']);
  if (missing) tried.push(`playwright install-deps chromium: ${missing}`);
  return missing ? undefined : start(own);
}

async function fromApt(machine: Machine, start: Start, tried: string[]): Promise<Browser | undefined> {
  if (!hasApt(machine)) return undefined;
  machine.say('Installing Chromium with apt-get …');
  // One unreachable list of several is no reason to give up: the install itself tells.
  const lists = await machine.run('apt-get', ['-q', '-o', 'Acquire::Retries=1', 'update']);
  if (lists) tried.push(`apt-get update: ${lists}`);
  for (const name of FROM_APT) {
    const failure = await machine.run('apt-get', [
      ...'-q install -y --no-install-recommends'.split(' '),
      name,
    ]);
    if (failure) tried.push(`apt-get install ${name}: ${failure}`);
    const path = `/usr/bin/${name}`;
    const found = !failure && machine.exists(path) && (await start({ brand: 'Chromium', path }));
    if (found) return found;
  }
  return undefined;
}

function hasApt({ platform, isRoot, exists }: Machine): boolean {
  return platform === 'linux' && isRoot && exists('/usr/bin/apt-get');
}

/** The browsers that are there, each file once, Playwright's own first: it is the one the library was made for. */
export function installed(machine: Machine): readonly Candidate[] {
  const candidates: Candidate[] = [
    { brand: 'Chromium', path: machine.ownPath() },
    ...places(machine),
    ...NAMES.flatMap(([brand, names]) =>
      names.flatMap((name) => onPath(name, machine)).map((path) => ({ brand, path })),
    ),
  ];
  const seen = new Set<string>();
  return candidates.filter(({ path }) => !seen.has(path) && seen.add(path) && machine.exists(path));
}

/** Names of the commands, in the order in which they are tried. */
const NAMES: readonly (readonly [Candidate['brand'], readonly string[]])[] = [
  ['Chromium', ['chromium-headless-shell']],
  ['Chrome', ['google-chrome-stable', 'google-chrome']],
  ['Edge', ['microsoft-edge-stable', 'microsoft-edge']],
  ['Chromium', ['chromium', 'chromium-browser']],
];

/** Where installers put a browser outside of PATH. */
function places({ platform, env, home }: Machine): readonly Candidate[] {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root): root is string => root !== undefined && root !== '',
    );
    const inside = (brand: Candidate['brand'], ...path: readonly string[]): Candidate[] =>
      roots.map((root) => ({ brand, path: win32.join(root, ...path) }));
    return [
      ...inside('Chrome', 'Google', 'Chrome', 'Application', 'chrome.exe'),
      ...inside('Edge', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ...inside('Chromium', 'Chromium', 'Application', 'chrome.exe'),
    ];
  }
  if (platform === 'darwin') {
    const apps: readonly (readonly [Candidate['brand'], string])[] = [
      ['Chrome', 'Google Chrome'],
      ['Edge', 'Microsoft Edge'],
      ['Chromium', 'Chromium'],
    ];
    return apps.flatMap(([brand, app]) =>
      ['/', home].map((root) => ({
        brand,
        path: posix.join(root, 'Applications', `${app}.app`, 'Contents', 'MacOS', app),
      })),
    );
  }
  return [
    { brand: 'Chromium', path: '/usr/bin/chromium-headless-shell' },
    { brand: 'Chrome', path: '/opt/google/chrome/chrome' },
    { brand: 'Edge', path: '/opt/microsoft/msedge/msedge' },
    { brand: 'Chromium', path: '/usr/bin/chromium' },
    { brand: 'Chromium', path: '/usr/lib/chromium/chromium' },
    { brand: 'Chromium', path: '/snap/bin/chromium' },
  ];
}

/** Paths a command may have by PATH, whether or not anything is there. */
function onPath(command: string, { platform, env }: Machine): readonly string[] {
  const { delimiter, join } = platform === 'win32' ? win32 : posix;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, platform === 'win32' ? `${command}.exe` : command));
}

/** The path that a value of ORIHON_BROWSER means: a path, or the bare name of a command. */
function resolveNamed(named: string, machine: Machine): string | undefined {
  const candidates = /[\\/]/.test(named) ? [named] : onPath(named.replace(/\.exe$/i, ''), machine);
  return candidates.find(machine.exists);
}

function brandOf(path: string): Candidate['brand'] {
  if (/edge/i.test(path)) return 'Edge';
  if (/chromium|playwright/i.test(path)) return 'Chromium';
  return /chrome/i.test(path) ? 'Chrome' : 'Browser';
}

/** The line of a command's output, or of Playwright's account of a failed start, that says most about why. */
export function reasonOf(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) =>
      line
        .replace(/^[\s-]*(\[pid=\d+\]\s*)?(\[err\]\s*)?(browserType\.launch: (Failed to launch: )?)?/, '')
        .trim(),
    )
    .map((line) => line.replace(/^<process did exit: exitCode=(\d+).*/, 'it ended with exit code $1'))
    .filter((line) => line !== '');
  const telling = [/error while loading|cannot open display|ENOENT|EACCES/, /^(E:|Error:)/, /^it ended with/];
  const found = telling
    .map((pattern) => lines.find((line) => pattern.test(line)))
    .find((line) => line !== undefined);
  return found ?? lines.at(-1) ?? 'no reason given';
}
