import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import type { Cut, MoreCuts } from './faces.ts';

/** What a package of Fontsource says of itself, and where each of its slices lies. */
const Metadata = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  subsets: z.array(z.string().regex(/^[a-z0-9-]+$/)),
  weights: z.array(z.number()).min(1),
  variable: z.union([z.literal(false), z.record(z.string(), z.unknown())]),
});
const Ranges = z.record(z.string(), z.string());

/** A package of Fontsource that is installed: only ever read, never run. */
interface Package {
  /** `@fontsource/noto-sans-thai` */
  readonly name: string;
  readonly folder: string;
  readonly metadata: z.infer<typeof Metadata>;
  /** Whether it holds a code point, and in which of its slices. */
  readonly slicesWith: (codePoint: number) => readonly string[];
}

/** What a script's letters are looked for in. */
export interface Wanted {
  readonly letters: ReadonlySet<string>;
  /** The package to be preferred. */
  readonly package: string;
  /** Whether its kanji and kana are left to the theme's own face. */
  readonly withoutKanji: boolean;
}

const require = createRequire(import.meta.url);

/** Folders of packages: that of the folder the command runs in, and those the program's own packages come from. */
export function packageFolders(): readonly string[] {
  return [join(process.cwd(), 'node_modules'), ...(require.resolve.paths('orihon') ?? [])];
}

/** Cuts for a script from the package that holds most of its letters; undefined where none holds any. */
export function findInstalled(wanted: Wanted, folders: readonly string[]): MoreCuts | undefined {
  const codePoints = [...wanted.letters].map((letter) => letter.codePointAt(0) ?? 0);
  let best: { readonly one: Package; readonly count: number } | undefined;
  for (const one of packagesIn(folders, wanted.package)) {
    const count = codePoints.filter((codePoint) => one.slicesWith(codePoint).length > 0).length;
    if (count > (best?.count ?? 0)) best = { one, count };
    if (count === codePoints.length) break;
  }
  if (!best) return undefined;
  const { one } = best;
  const slices = [...new Set(codePoints.flatMap((codePoint) => one.slicesWith(codePoint)))];
  const cuts = (weight: number) =>
    slices.flatMap((slice) => cutOf(one, slice, weight, wanted.withoutKanji) ?? []);
  const regular = cuts(400);
  return { display: regular, text: regular, strong: cuts(640) };
}

/** Packages in the folders, the one of this name first, then the plain ones. */
function* packagesIn(folders: readonly string[], preferred: string): Generator<Package> {
  const family = preferred.split('/')[1] ?? '';
  const order = ({ name }: { readonly name: string }) => (name.endsWith(`/${family}`) ? 0 : 1);
  for (const folder of new Set(folders)) {
    const named = ['@fontsource', '@fontsource-variable'].flatMap((scope) =>
      listFolder(join(folder, scope)).map((name) => ({
        name: `${scope}/${name}`,
        folder: join(folder, scope, name),
      })),
    );
    for (const one of named.sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1))) {
      const found = readPackage(one.name, one.folder);
      if (found) yield found;
    }
  }
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readPackage(name: string, folder: string): Package | undefined {
  try {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const metadata = Metadata.parse(read('metadata.json'));
    const ranges = Object.entries(Ranges.parse(read('unicode.json'))).map(([slice, written]) => ({
      slice,
      spans: readRanges(written),
    }));
    const slicesWith = (codePoint: number) => {
      const found = ranges.filter(({ spans }) =>
        spans.some(([from, to]) => codePoint >= from && codePoint <= to),
      );
      // Large writings are cut in numbered slices; the whole has a name that no slice has.
      return found.flatMap(({ slice }) => (slice.startsWith('[') ? wholes(metadata, ranges) : [slice]));
    };
    return { name, folder, metadata, slicesWith };
  } catch {
    return undefined;
  }
}

function wholes(
  { subsets }: Package['metadata'],
  ranges: readonly { readonly slice: string }[],
): readonly string[] {
  return subsets.filter((subset) => ranges.every(({ slice }) => slice !== subset));
}

/** `U+600-6FF,U+750` as pairs of code points. */
function readRanges(written: string): readonly (readonly [number, number])[] {
  return [...written.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}

/** Read once, however often a deck is compiled. */
const known = new Map<string, Cut>();

function cutOf(
  { folder, metadata: { id, weights, variable } }: Package,
  slice: string,
  weight: number,
  withoutKanji: boolean,
): Cut | undefined {
  const near = weights.reduce((a, b) => (Math.abs(b - weight) < Math.abs(a - weight) ? b : a));
  const isVariable = variable !== false && existsSync(fileOf(folder, id, slice, 'wght'));
  const source = fileOf(folder, id, slice, isVariable ? 'wght' : String(near));
  if (!existsSync(source)) return undefined;
  const name = `${id}-${slice}-${isVariable ? weight : near}`;
  const key = `${source} ${name} ${withoutKanji}`;
  const axes = isVariable ? { wght: weight } : {};
  const cut = known.get(key) ?? {
    name,
    source: readFileSync(source),
    axes,
    ...(withoutKanji && { withoutKanji }),
  };
  known.set(key, cut);
  return cut;
}

function fileOf(folder: string, id: string, slice: string, weight: string): string {
  return join(folder, 'files', `${id}-${slice}-${weight}-normal.woff2`);
}
