import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadCompiled } from './compiled.mjs';
import { whatDiffers } from './lock-file.mjs';
import { alone } from './one-at-a-time.mjs';
import { bundledProgram } from './program.mjs';

/** The folder that holds package.json, bin and src. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A set-up that failed for a reason said in plain words: its stack is of no use to anyone. */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError';
}

/**
 * Makes the packages what the lock file says, then imports a TypeScript file of `src`; in an installed package, what
 * was made of that file when it was packed.
 *
 * @param {string} path from `src`
 * @returns {Promise<any>} the module
 */
export async function importSource(path) {
  const packed = join(ROOT, 'lib', path.replace(/\.ts$/, '.mjs'));
  if (!existsSync(join(ROOT, 'package-lock.json')) && existsSync(packed))
    return import(pathToFileURL(packed).href);
  installPackages(ROOT);
  const bundled = await bundledProgram(ROOT, path);
  if (bundled) return loadCompiled(bundled);
  const { register } = await import('tsx/esm/api');
  // The deck's folder may hold a tsconfig.json of another project: none is read.
  register({ tsconfig: false });
  return import(pathToFileURL(join(ROOT, 'src', path)).href);
}

/**
 * Runs `npm ci` where node_modules is not exactly what package-lock.json says; otherwise takes a few milliseconds.
 * Does nothing outside a clone: an installed package has its dependencies from whoever installed it.
 *
 * @param {string} root
 * @param {{ install?: (root: string) => number | null, say?: (line: string) => void }} [effects] for tests
 * @returns {boolean} whether anything was installed
 */
export function installPackages(root, { install = npmCi, say = console.error } = {}) {
  if (!existsSync(join(root, 'package-lock.json')) || root.split(/[\\/]/).includes('node_modules'))
    return false;
  if (differences(root).length === 0) return false;
  return alone(root, say, () => {
    // Another process may have done it while this one waited.
    if (differences(root).length === 0) return false;
    say('Installing packages (first time, or the lock file changed) …');
    const code = install(root);
    if (code !== 0)
      throw new SetUpError(
        'The packages could not be installed: see what npm says above, mend it (often the network), and run the same command again.',
      );
    acceptWhatIsLeft(root);
    return true;
  });
}

/**
 * What differs, but for optional packages that the last `npm ci` could not install on this machine.
 *
 * @param {string} root
 */
function differences(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!installed) return [{ id: 'node_modules', optional: false }];
  const accepted = readJson(acceptedPath(root)) ?? [];
  return whatDiffers(wanted, installed, (path) => existsSync(join(root, path, 'package.json'))).filter(
    ({ id, optional }) => !(optional && accepted.includes(id)),
  );
}

/**
 * An optional package may fail to build without `npm ci` failing: noted, so that it is not tried at every start.
 *
 * @param {string} root
 */
function acceptWhatIsLeft(root) {
  const left = differences(root);
  const needed = left.filter(({ optional }) => !optional).map(({ id }) => id);
  if (needed.length > 0)
    throw new SetUpError(
      `npm ci left ${needed.slice(0, 5).join(', ')} unlike package-lock.json: delete the folder node_modules and run the same command again.`,
    );
  if (left.length > 0) writeFileSync(acceptedPath(root), JSON.stringify(left.map(({ id }) => id)));
}

/** @param {string} root */
function acceptedPath(root) {
  return join(root, 'node_modules', '.orihon-optional.json');
}

/**
 * @param {string} path
 * @returns {any} undefined where there is no such file or it is not JSON, e.g. cut short
 */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @returns {number | null} exit code; null when npm could not be started or was stopped
 */
function npmCi(root) {
  // What a user's or a server's settings leave out (development or optional packages) is needed here.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const beside = dirname(process.execPath);
  const cli = [
    process.env.npm_execpath ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  // Chromium is looked for later, and only by the commands that need one.
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  // npm's words go to stderr: stdout belongs to the command.
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  if (cli) return spawnSync(process.execPath, [cli, ...args], options).status;
  // Node starts npm.cmd only by a shell; the words are fixed and hold no path.
  if (process.platform === 'win32')
    return spawnSync(['npm.cmd', ...args].join(' '), { ...options, shell: true }).status;
  return spawnSync('npm', args, options).status;
}
