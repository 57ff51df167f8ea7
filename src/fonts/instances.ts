import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { Face as ShapedFace } from 'harfbuzzjs';
import { cached, digest } from '../base/disk-cache.ts';
import { packedFile } from '../base/packed.ts';
import type { Cmaps } from './coverage.ts';
import { type Cut, cutsOf, FACES, type Face, type OwnCuts } from './faces.ts';
import { LETTERS, measurePairs, readPairs, WAY, type WidthOfPairs } from './pairs.ts';

const require = createRequire(import.meta.url);

/** A cut frozen at its place on the axes: a static TrueType font with every glyph of its source. */
export interface Instance {
  readonly cut: Cut;
  readonly sfnt: Buffer;
  /** Tells this font apart from all others in the cache. */
  readonly key: string;
  /** The font opened for shaping, when it is first asked for: no deck sets words in all of them. */
  readonly face: ShapedFace;
  readonly codePoints: ReadonlySet<number>;
  /** Tells widths without the shaper, which is long in warming up; undefined where it is always needed. */
  readonly widthOfPairs: WidthOfPairs | undefined;
}

export type Instances = Readonly<Record<Face, readonly Instance[]>>;

async function instantiate(cut: Cut): Promise<Instance> {
  const source =
    typeof cut.source === 'string' ? await readFile(fontFile(cut.source)) : Buffer.from(cut.source);
  // Another version of the tool may make other bytes of the same source.
  const tool = await readFile(require.resolve('subset-font/package.json'));
  const key = digest(tool, source, JSON.stringify(cut.axes));
  const sfnt = await cached(`${cut.name}-${key}.ttf`, async () => {
    // Rarely needed, and long to load.
    const { default: subsetFont } = await import('subset-font');
    return subsetFont(source, undefined, {
      keepAllGlyphs: true,
      noHinting: true,
      targetFormat: 'sfnt',
      variationAxes: cut.axes,
    });
  });
  const harfbuzz = await import('harfbuzzjs');
  let opened: ShapedFace | undefined;
  const open = () => {
    opened ??= new harfbuzz.Face(new harfbuzz.Blob(sfnt));
    return opened;
  };
  const kept = await cached(`${cut.name}-${key}.letters`, async () =>
    Buffer.from(JSON.stringify([...open().collectUnicodes()])),
  );
  const all: readonly number[] = JSON.parse(kept.toString());
  const made = digest(WAY, key, harfbuzz.versionString(), ...LETTERS);
  const pairs =
    cut.byPairs && (await cached(`${cut.name}-${made}.pairs`, async () => measurePairs(open(), harfbuzz)));
  const codePoints = cut.withoutKanji ? all.filter((one) => !isKanji(one)) : all;
  return {
    ...{ cut, sfnt, key, codePoints: new Set(codePoints) },
    widthOfPairs: pairs ? readPairs(pairs) : undefined,
    get face() {
      return open();
    },
  };
}

const KANJI = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

function isKanji(codePoint: number): boolean {
  return KANJI.test(String.fromCodePoint(codePoint));
}

/** A published font file: from the package's own folder, or out of the packages of fonts in a clone. */
function fontFile(source: string): string {
  return packedFile(`fonts/${basename(source)}`) ?? require.resolve(source);
}

const opened = new Map<Cut, Promise<Instance>>();

/** A cut opened once for the whole process. Rejects where its file is no font. */
export function openCut(cut: Cut): Promise<Instance> {
  const known = opened.get(cut) ?? instantiate(cut);
  opened.set(cut, known);
  return known;
}

async function open(own: OwnCuts): Promise<Instances> {
  const all = (face: Face) => Promise.all(cutsOf(face, own).map(openCut));
  const [display, text, strong, gothic, mincho, math, emoji] = await Promise.all([
    all('display'),
    all('text'),
    all('strong'),
    all('gothic'),
    all('mincho'),
    all('math'),
    all('emoji'),
  ]);
  return { display, text, strong, gothic, mincho, math, emoji };
}

const sets = new Map<string, Promise<Instances>>();

/** Every face with its cuts, opened once for the whole process for each set of a deck's own. */
export function loadInstances(own: OwnCuts = {}): Promise<Instances> {
  const key = FACES.map((face) =>
    cutsOf(face, own).map(({ name, withoutKanji }) => `${name}${withoutKanji ? '-' : ''}`),
  ).join();
  const known = sets.get(key) ?? open(own);
  sets.set(key, known);
  return known;
}

const cmaps = new WeakMap<Instances, Cmaps>();

/** The characters of each face, for `splitByFace` and `uncovered`. */
export async function loadCmaps(own: OwnCuts = {}): Promise<Cmaps> {
  const instances = await loadInstances(own);
  const cmap = (face: Face): ReadonlySet<number> => {
    const [first, ...others] = instances[face];
    if (first && others.length === 0) return first.codePoints;
    return new Set(instances[face].flatMap(({ codePoints }) => [...codePoints]));
  };
  const made = cmaps.get(instances) ?? {
    display: cmap('display'),
    text: cmap('text'),
    strong: cmap('strong'),
    gothic: cmap('gothic'),
    mincho: cmap('mincho'),
    math: cmap('math'),
    emoji: cmap('emoji'),
  };
  cmaps.set(instances, made);
  return made;
}
