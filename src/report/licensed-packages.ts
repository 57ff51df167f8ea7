import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A package that is part of the program or of the pages it makes. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** As its package says: `MIT`, `OFL-1.1`; undefined where it says none. */
  readonly licence: string | undefined;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Written where the program is packed: what is inside the package is not beside it any more. */
const LIST = join(ROOT, 'lib', 'licences.json');

const Kind = z.union([z.string(), z.looseObject({ type: z.string() }).transform(({ type }) => type)]);
const Names = z.record(z.string(), z.string()).default({});
const PackageSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: Kind.optional(),
  licenses: z.array(Kind).optional(),
  dependencies: Names,
  devDependencies: Names,
  optionalDependencies: Names,
});
const ListSchema = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string().optional() }),
);

/** All of them: as they were listed when the program was packed, else as they are installed. */
export function listLicences(): readonly Licensed[] {
  if (!existsSync(LIST)) return findLicences(ROOT);
  return ListSchema.parse(JSON.parse(readFileSync(LIST, 'utf8'))).map((one) => ({
    ...one,
    licence: one.licence,
  }));
}

/** One line a package, and a last one that names those without a licence. */
export function writeLicences(all: readonly Licensed[]): string {
  const wide = Math.max(0, ...all.map(({ name, version }) => name.length + version.length)) + 3;
  const lines = all.map(
    ({ name, version, licence }) => `${`${name} ${version}`.padEnd(wide)}${licence ?? 'no licence found'}`,
  );
  const without = all.filter(({ licence }) => licence === undefined).map(({ name }) => name);
  const end = without.length === 0 ? 'each names its licence' : `no licence found: ${without.join(', ')}`;
  return [...lines, `${all.length} packages; ${end}.`].join('\n');
}

/**
 * The packages that the source under a folder names, all that come with those, and what is installed beside them.
 * By name; what an operating system does without is left out where it is not there.
 */
export function findLicences(root: string): readonly Licensed[] {
  const own = readPackage(root);
  if (!own) return [];
  const known = new Set([...Object.keys(own.dependencies), ...Object.keys(own.devDependencies)]);
  const named = namesIn(join(root, 'src')).filter((name) => known.has(name));
  const found = new Map<string, Licensed>();
  const add = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    const one = folder === undefined ? undefined : readPackage(folder);
    if (folder === undefined || !one || found.has(`${one.name} ${one.version}`)) return;
    const licence = one.license ?? (one.licenses?.length ? one.licenses.join(' OR ') : undefined);
    found.set(`${one.name} ${one.version}`, { name: one.name, version: one.version, licence });
    for (const next of Object.keys({ ...one.dependencies, ...one.optionalDependencies })) add(next, folder);
  };
  for (const name of [...Object.keys(own.dependencies), ...named]) add(name, root);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Packages that a source file imports, or names a file of; types alone are not in what is run. */
const IMPORTED = /(?:^import (?!type\b)[^'";]*|^\} from |^export [^'";]* from |\bimport\()'([^'./][^']*)'/gm;
const NAMED = /['"`]((?:@[\w-]+\/)?[\w.-]+)\/[^'"`\s]*/g;

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|css)$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8').replace(/^import type\b[^;]*;/gm, ''))
    .flatMap((text) => [...text.matchAll(IMPORTED), ...text.matchAll(NAMED)])
    .map(([, name = '']) => name);
}

function folderOf(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return dirname(from) === from ? undefined : folderOf(name, dirname(from));
}

function readPackage(folder: string): z.infer<typeof PackageSchema> | undefined {
  const read = PackageSchema.safeParse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  return read.data;
}
