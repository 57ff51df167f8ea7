import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** What files of a bundle call in place of `import()` where they name a file. */
export const IMPORT = 'importFile';

/** How long a command that runs on waits before it keeps what was compiled, milliseconds. */
const SETTLED = 5000;

/** Files of bundles already loaded, by path. */
const loaded = new Map();
/** @type {Map<string, Script>} Scripts of which nothing compiled is kept yet, by path. */
const unkept = new Map();

/**
 * Loads a file of a bundle, a CommonJS module, with what V8 made of it the last time: to compile its functions anew, each
 * when it is first called, takes a sixth of a build. Node 22 can do so (`module.enableCompileCache`), Node 20 cannot.
 *
 * @param {string} path
 * @returns {any} what it exports
 */
export function loadCompiled(path) {
  const known = loaded.get(path);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  const elsewhere = createRequire(path);
  /** @param {string} id */
  const load = (id) => {
    if (id.startsWith('.')) return loadCompiled(join(dirname(path), id));
    return elsewhere(id.startsWith('file:') ? fileURLToPath(id) : id);
  };
  compile(path).runInThisContext()(module.exports, load, importFile, dirname(path));
  return module.exports;
}

/**
 * An `import()` of what is no part of the bundle: in a script that was compiled before, Node allows none.
 *
 * @param {string} address
 */
function importFile(address) {
  return import(address);
}

/** @param {string} path */
function compile(path) {
  const kept = keptFile(path);
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  const script = new Script(
    `(function (exports, require, ${IMPORT}, __dirname) {${readFileSync(path, 'utf8')}\n})`,
    {
      filename: path,
      ...(cachedData && { cachedData }),
    },
  );
  if (!cachedData || script.cachedDataRejected) keepLater(path, script);
  return script;
}

/**
 * Functions are compiled when they are called: what is worth keeping is known at the end.
 *
 * @param {string} path
 * @param {Script} script
 */
function keepLater(path, script) {
  if (unkept.size === 0) {
    process.once('exit', keep);
    setTimeout(keep, SETTLED).unref();
  }
  unkept.set(path, script);
}

/** Written aside and renamed, so that another start never reads half of it; where that fails nothing is lost. */
function keep() {
  for (const [path, script] of unkept) {
    unkept.delete(path);
    const aside = `${path}.${randomUUID()}`;
    try {
      writeFileSync(aside, script.createCachedData());
      renameSync(aside, keptFile(path));
    } catch {
      rmSync(aside, { force: true });
    }
  }
}

/** @param {string} path */
function keptFile(path) {
  return `${path}.compiled`;
}
