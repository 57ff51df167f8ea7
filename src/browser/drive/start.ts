import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { connect } from './connection.ts';
import { openPage, type PageOptions, type SitePage } from './page.ts';

/** A browser of Chromium's family that runs without a window. */
export interface Chromium {
  /** `156.0.7000.0` */
  readonly version: string;
  /** A page in a profile of its own: nothing is left of what was open before. */
  readonly newPage: (options: PageOptions) => Promise<SitePage>;
  /** Ends it, and waits until it is gone. */
  readonly close: () => Promise<void>;
}

/**
 * How it draws pages as every machine does, and does nothing of its own: no experiments, no updates, no rest for pages
 * that nobody sees.
 */
const SWITCHES = [
  '--headless',
  '--hide-scrollbars',
  '--mute-audio',
  '--force-color-profile=srgb',
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
  '--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies',
  `--disable-features=${[
    ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
    ...['HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'OptimizationHints', 'PaintHolding'],
    ...['ThirdPartyStoragePartitioning', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
    ...['msForceBrowserSignIn', 'msEdgeUpdateLaunchServicesPreferredVersion'],
  ].join(',')}`,
  '--disable-field-trial-config',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--disable-breakpad',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-dev-shm-usage',
  '--disable-hang-monitor',
  '--disable-ipc-flooding-protection',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-search-engine-choice-screen',
  '--disable-stack-profiler',
  '--allow-pre-commit-input',
  '--enable-unsafe-swiftshader',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  // Edge and Chrome on Windows start themselves anew, and lose their pipes over it.
  '--edge-skip-compat-layer-relaunch',
  '--do-not-de-elevate',
];

/** How long a browser may take to end before it is killed. Milliseconds. */
const PATIENCE = 5000;
/** How much of its last words is kept: why it did not start stands there. Characters. */
const LAST_WORDS = 4000;

/**
 * Starts a browser. Playwright does the same for more browsers than are ours; to load it takes a quarter of the time
 * in which twenty slides are printed.
 * @throws Error with the browser's last words where it does not start
 */
export async function startChromium({
  executablePath,
  args,
}: {
  readonly executablePath: string;
  readonly args: readonly string[];
}): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'orihon-browser-'));
  const own = [`--user-data-dir=${profile}`, '--remote-debugging-pipe', '--no-startup-window'];
  const child = spawn(executablePath, [...SWITCHES, ...args, ...own], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // With a group of its own it can be ended with all that it started.
    detached: process.platform !== 'win32',
  });
  const killNow = () => kill(child);
  process.once('exit', killNow);
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = `${words}${chunk.toString('utf8')}`.slice(-LAST_WORDS);
  });
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`it ended with ${signal ?? `exit code ${code}`}`));
  }).then(async (why) => {
    process.off('exit', killNow);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    return why;
  });
  const [, , , write, read] = child.stdio;
  if (!(write instanceof Writable && read instanceof Readable)) throw new Error(await gone);
  const connection = connect(write, read);
  const { send } = connection.session();
  const close = async () => {
    const late = setTimeout(killNow, PATIENCE);
    await send('Browser.close').catch(() => undefined);
    await gone;
    clearTimeout(late);
  };
  const version = await send('Browser.getVersion').catch(async () => {
    killNow();
    const why = await gone;
    throw new Error(`Target closed\n${words}\n${why}`);
  });
  return {
    version: version.product.replace(/^.*\//, ''),
    newPage: (options) => openPage(connection, options),
    close,
  };
}

function kill({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', `${pid}`, '/T', '/F']);
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended since.
  }
}
