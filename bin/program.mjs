import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sweep } from '../src/base/sweep.mjs';
import { IMPORT } from './compiled.mjs';

/** Bundles of other states of the source that are kept: a command may still be running from one. */
const MOST = { days: 7, bytes: 200e6 };

/**
 * A file of `src` with all it imports from there as JavaScript, bundled the first time and kept. Loading it takes half
 * the time of TypeScript through a loader, which every file of every package passes through too.
 *
 * @param {string} root the folder that holds package.json and src
 * @param {string} entry from `src`
 * @param {Iterable<string>} [folders] where bundles may be kept: the first that has it or can be written to
 * @returns {Promise<string | undefined>} path of a module; undefined where none could be made or written
 */
export async function bundledProgram(root, entry, folders = cacheFolders(root)) {
  const name = sourceDigest(root, entry);
  for (const folder of folders) {
    const kept = join(folder, name, 'main.cjs');
    if (existsSync(kept)) return kept;
    const aside = join(folder, `${name}.${randomUUID()}`);
    try {
      mkdirSync(aside, { recursive: true, mode: 0o700 });
    } catch {
      continue;
    }
    try {
      await bundle(root, entry, aside);
      sweep(folder, MOST);
      return settle(aside, join(folder, name));
    } catch {
      // The source may be broken: the loader that comes instead says where.
      rmSync(aside, { recursive: true, force: true });
      return undefined;
    }
  }
  return undefined;
}

/**
 * Another start may have made the same bundle meanwhile: then that one is taken.
 *
 * @param {string} aside
 * @param {string} target
 */
function settle(aside, target) {
  try {
    renameSync(aside, target);
  } catch (error) {
    if (!existsSync(join(target, 'main.cjs'))) throw error;
    rmSync(aside, { recursive: true, force: true });
  }
  return join(target, 'main.cjs');
}

/**
 * Tells this source, in this place, with its packages where they are, apart from all others.
 *
 * @param {string} root
 * @param {string} entry
 */
function sourceDigest(root, entry) {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const hash = createHash('sha256').update(JSON.stringify([root, entry, process.versions.node, manifest]));
  const { dependencies, devDependencies } = JSON.parse(manifest);
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    hash.update(`${packageFolder(root, name)}\n`);
  // How a bundle is made, too.
  hash.update(readFileSync(new URL(import.meta.url)));
  // Asked of every start: when a file was written says as much as what is in it, without opening hundreds.
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => join('src', path));
  for (const path of [...sources, 'vite.config.ts']) {
    const stats = statSync(join(root, path), { throwIfNoEntry: false, bigint: true });
    if (stats) hash.update(`${path}:${stats.size}:${stats.mtimeNs}:${stats.ino}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Where a package lies, beside or above: a later install of something else may move it.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {string | undefined}
 */
function packageFolder(folder, name) {
  const path = join(folder, 'node_modules', name);
  if (existsSync(path)) return path;
  const above = dirname(folder);
  return above === folder ? undefined : packageFolder(above, name);
}

/**
 * Whether Node takes the `main` of a package, and not the `module` that only bundlers can read.
 *
 * @param {string} folder
 * @param {string} name
 */
function isWithoutExports(folder, name) {
  const path = packageFolder(folder, name);
  return path !== undefined && !('exports' in JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')));
}

/** Packages that read files beside them, or that few commands need. */
const LEFT_OUT = new Set([
  ...['@babel/code-frame', '@citation-js/core', '@citation-js/plugin-bibtex', 'fontverter', 'harfbuzzjs'],
  ...['playwright', 'rolldown', 'subset-font', 'tsx', 'vite'],
]);

/** @param {string} source `@scope/name/file.js` */
function packageOf(source) {
  return source.split('/', source.startsWith('@') ? 2 : 1).join('/');
}

/**
 * Bundles what is ours and most of what it imports: one file is read where packages have hundreds. The others stay
 * where they are, named by their addresses, so that a bundle may lie anywhere.
 *
 * @param {string} root
 * @param {string} entry
 * @param {string} out
 */
async function bundle(root, entry, out) {
  const { build } = await import('rolldown');
  await build({
    input: { main: join(root, 'src', entry) },
    platform: 'node',
    logLevel: 'silent',
    tsconfig: false,
    resolve: { mainFields: ['module', 'main'], conditionNames: ['node', 'import'] },
    output: { dir: out, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    plugins: [
      {
        name: 'orihon:program',
        async resolveId(source, importer) {
          if (!importer || source.startsWith('.') || source.startsWith('node:') || isAbsolute(source))
            return null;
          if (!LEFT_OUT.has(packageOf(source))) return null;
          const found = isWithoutExports(dirname(importer), packageOf(source))
            ? { id: createRequire(importer).resolve(source) }
            : await this.resolve(source, importer, { skipSelf: true });
          return found && isAbsolute(found.id) ? { id: pathToFileURL(found.id).href, external: true } : null;
        },
        // What is read beside a source file is read there.
        transform: (code, id) =>
          code.includes('import.meta.url')
            ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
            : null,
        renderChunk: (code) => code.replaceAll('import("file:', `${IMPORT}("file:`),
      },
    ],
  });
}

/**
 * In the node_modules this program runs from, its own in a clone and its user's where it is installed; else in a
 * folder that nobody but this user writes to, since what lies there is run.
 *
 * @param {string} root
 */
function* cacheFolders(root) {
  const inside = root.lastIndexOf('node_modules');
  const modules = inside < 0 ? join(root, 'node_modules') : root.slice(0, inside + 'node_modules'.length);
  const own = join(tmpdir(), `orihon-${process.getuid?.() ?? 'user'}`);
  const kept = join(modules, '.cache', 'orihon', 'program');
  yield kept;
  // Made only where the first cannot be written to: other starts leave nothing behind.
  if (isOwn(own)) yield join(own, 'program');
}

/** @param {string} folder made where it is not there */
function isOwn(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    return !process.getuid || (uid === process.getuid() && (mode & 0o022) === 0);
  } catch {
    return false;
  }
}
