// Run by npm before it packs: makes `lib`, from which an installed package starts at once, with the packages that are
// not in `dependencies`, the page's bundles and the fonts inside.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importSource, ROOT } from './set-up.mjs';

const LIB = join(ROOT, 'lib');
const require = createRequire(import.meta.url);
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const external = new Set(Object.keys(dependencies));

rmSync(LIB, { recursive: true, force: true });
mkdirSync(join(LIB, 'fonts'), { recursive: true });
await bundle({ cli: 'src/cli.ts', api: 'src/api.ts' });
await packPages();
await packFonts();
writeTypes();
await listLicences();
// What reads a file that is not there any more breaks here, not where it is installed.
await Promise.all(['cli', 'api'].map((name) => import(pathToFileURL(join(LIB, `${name}.mjs`)).href)));

/** @param {Record<string, string>} input entries by the names of their files */
async function bundle(input) {
  const { build } = await import('rolldown');
  await build({
    input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, join(ROOT, path)])),
    platform: 'node',
    logLevel: 'warn',
    checks: { pluginTimings: false },
    tsconfig: false,
    resolve: {
      mainFields: ['module', 'main'],
      conditionNames: ['node', 'import'],
      // Its own modules read files beside them; this is the same in one file.
      alias: { 'css-tree': join(ROOT, 'node_modules', 'css-tree', 'dist', 'csstree.esm.js') },
    },
    output: { dir: LIB, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    external: (id) =>
      !id.startsWith('.') && !isAbsolute(id) && (id.startsWith('node:') || external.has(packageOf(id))),
    plugins: [
      {
        name: 'orihon:pack',
        // What is read beside a source file is read there: the package holds the source, too.
        transform: (code, id) => {
          const path = relative(ROOT, id);
          if (path.startsWith('..') || path.includes('node_modules') || !code.includes('import.meta.url'))
            return null;
          const there = JSON.stringify(`../${path.split(sep).join('/')}`);
          return code.replaceAll('import.meta.url', `new URL(${there}, import.meta.url).href`);
        },
      },
    ],
  });
}

/** The page without a deck, which is the same for every deck: nobody who installs it has to bundle it. */
async function packPages() {
  const { bundlePages } = await importSource('site/page-bundle.ts');
  for (const [name, text] of Object.entries(await bundlePages())) writeFileSync(join(LIB, name), text);
}

/** Declarations of the interface, and of what it names. */
function writeTypes() {
  const { status } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'),
      ...['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', '.'],
      ...['--outDir', join(LIB, 'types'), '-p', 'tsconfig.api.json'],
    ],
    { cwd: ROOT, stdio: ['ignore', 2, 2] },
  );
  if (status !== 0) throw new Error('The declarations could not be written.');
}

/** The licences of what is inside, which nobody who installs it could look up beside it. */
async function listLicences() {
  const { findLicences } = await importSource('report/licensed-packages.ts');
  writeFileSync(join(LIB, 'licences.json'), JSON.stringify(findLicences(ROOT), null, 1));
}

/** The font files that faces are made of, out of packages that hold hundreds. */
async function packFonts() {
  for (const source of new Set(fontsIn(await importSource('fonts/faces.ts')))) {
    const path = require.resolve(source);
    cpSync(path, join(LIB, 'fonts', basename(path)));
    const licence = join(path, '..', '..', 'LICENSE');
    if (existsSync(licence)) cpSync(licence, join(LIB, 'fonts', `${source.split('/')[1]}-LICENSE.txt`));
  }
}

/**
 * Every name of a published font file in what a module exports.
 *
 * @param {unknown} value
 * @returns {readonly string[]}
 */
function fontsIn(value) {
  if (typeof value === 'string') return /^@fontsource.*\.woff2$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return (value instanceof Map ? [...value.values()] : Object.values(value)).flatMap(fontsIn);
}

/** @param {string} id `@scope/name/file.js` */
function packageOf(id) {
  return id.split('/', id.startsWith('@') ? 2 : 1).join('/');
}
