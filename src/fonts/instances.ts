import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Blob, Face as ShapedFace } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { cached, digest } from './cache.ts';
import type { Cmaps } from './coverage.ts';
import { CUTS, type Cut, type Face } from './faces.ts';

const require = createRequire(import.meta.url);

/** A cut frozen at its place on the axes: a static TrueType font with every glyph of its source. */
export interface Instance {
  readonly cut: Cut;
  readonly sfnt: Buffer;
  /** Tells this font apart from all others in the cache. */
  readonly key: string;
  /** The font opened for shaping. */
  readonly face: ShapedFace;
  readonly codePoints: ReadonlySet<number>;
}

export type Instances = Readonly<Record<Face, readonly Instance[]>>;

async function instantiate(cut: Cut): Promise<Instance> {
  const source = await readFile(require.resolve(cut.source));
  // Another version of the tool may make other bytes of the same source.
  const tool = await readFile(require.resolve('subset-font/package.json'));
  const key = digest(tool, source, JSON.stringify(cut.axes));
  const sfnt = await cached(`${cut.name}-${key}.ttf`, () =>
    subsetFont(source, undefined, {
      keepAllGlyphs: true,
      noHinting: true,
      targetFormat: 'sfnt',
      variationAxes: cut.axes,
    }),
  );
  const face = new ShapedFace(new Blob(sfnt));
  return { cut, sfnt, key, face, codePoints: new Set(face.collectUnicodes()) };
}

async function open(): Promise<Instances> {
  const all = (face: Face) => Promise.all(CUTS[face].map(instantiate));
  const [display, text, strong, gothic, mincho] = await Promise.all([
    all('display'),
    all('text'),
    all('strong'),
    all('gothic'),
    all('mincho'),
  ]);
  return { display, text, strong, gothic, mincho };
}

let opened: Promise<Instances> | undefined;

/** Every face with its cuts, opened once for the whole process. */
export function loadInstances(): Promise<Instances> {
  opened ??= open();
  return opened;
}

/** The characters of each face, for `splitByFace` and `uncovered`. */
export async function loadCmaps(): Promise<Cmaps> {
  const instances = await loadInstances();
  const cmap = (face: Face) => new Set(instances[face].flatMap(({ codePoints }) => [...codePoints]));
  return {
    display: cmap('display'),
    text: cmap('text'),
    strong: cmap('strong'),
    gothic: cmap('gothic'),
    mincho: cmap('mincho'),
  };
}
