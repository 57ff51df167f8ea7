import { cached, digest } from '../base/disk-cache.ts';
import { isJoiner } from './coverage.ts';
import { FACES, type Face, type OwnCuts, STYLES } from './faces.ts';
import { type Instance, loadInstances } from './instances.ts';

/** The characters to ship, by the face that sets them: `splitByFace` of every text of the deck, joined. */
export type UsedCharacters = ReadonlyMap<Face, ReadonlySet<number>>;

/** One font file of the built page. */
export interface FontFile {
  readonly face: Face;
  /** Ends in a digest of the content, so that it may be cached for ever: `newsreader-1a2b3c4d.woff2`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its `@font-face` rule, for a style sheet one folder above the file: `url(./fonts/<name>)`. */
  readonly css: string;
  /** The characters in it, to tell which files a slide needs. */
  readonly codePoints: ReadonlySet<number>;
}

/** What the browser does unasked (kern, marks, ligatures, local forms), figures of one width, vertical setting. */
const FEATURES = [
  ...['kern', 'liga', 'clig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'rlig'],
  ...['tnum', 'lnum'],
  ...['vert', 'vrt2', 'vkrn'],
  // Forms of joined letters, and of syllables.
  ...['isol', 'init', 'medi', 'fina', 'fin2', 'fin3', 'med2', 'mset', 'stch', 'ljmo', 'vjmo', 'tjmo'],
  ...['nukt', 'akhn', 'rphf', 'rkrf', 'pref', 'blwf', 'abvf', 'half', 'pstf', 'vatu', 'cjct', 'cfar'],
  ...['pres', 'abvs', 'blws', 'psts', 'haln', 'dist', 'abvm', 'blwm', 'curs', 'rtlm', 'rtla'],
];

/** Smaller forms for indices, script letters, primes, dotless letters under accents. */
const MATH_FEATURES = ['ssty', 'ss01', 'ss04', 'dtls', 'flac'];

const SPACE = 0x20;

/**
 * Makes the font files that hold exactly the used characters, as WOFF2 without hints. A file that would be empty is
 * not made: most decks then ship one file a Latin face, and macrons alone bring the second slice, which
 * `unicode-range` keeps off a slide without them (the first slide is to need three files at most). Characters no
 * face covers are left out: `uncovered` finds them.
 */
export async function subsetFaces(used: UsedCharacters, own: OwnCuts = {}): Promise<readonly FontFile[]> {
  const instances = await loadInstances(own);
  const files = FACES.flatMap((face) =>
    share(instances[face], used.get(face) ?? new Set()).map(([instance, codePoints]) =>
      subset(face, instance, codePoints),
    ),
  );
  return Promise.all(files);
}

/** Deals each code point to the first cut that holds it; what joins letters, to each cut that some are taken from. */
function share(cuts: readonly Instance[], used: ReadonlySet<number>): [Instance, ReadonlySet<number>][] {
  const dealt = cuts.map((cut): [Instance, Set<number>] => [cut, new Set()]);
  const [joiners = [], letters = []] = [true, false].map((joins) =>
    [...used].sort((a, b) => a - b).filter((one) => isJoiner(String.fromCodePoint(one)) === joins),
  );
  for (const codePoint of letters) dealt.find(([cut]) => cut.codePoints.has(codePoint))?.[1].add(codePoint);
  for (const [cut, own] of dealt)
    if (own.size > 0) for (const joiner of joiners) if (cut.codePoints.has(joiner)) own.add(joiner);
  // The browser takes the height of a line from the first family of the list that holds a space.
  const first = dealt[0]?.[1];
  if (dealt.some(([, own]) => own.size > 0)) first?.add(SPACE);
  return dealt.filter(([, own]) => own.size > 0);
}

async function subset(face: Face, instance: Instance, codePoints: ReadonlySet<number>): Promise<FontFile> {
  const characters = String.fromCodePoint(...[...codePoints].sort((a, b) => a - b));
  const keepFeatures = face === 'math' ? [...FEATURES, ...MATH_FEATURES] : FEATURES;
  const key = digest(instance.key, characters, keepFeatures.join());
  const bytes = await cached(`${instance.cut.name}-${key}.woff2`, async () => {
    const { default: subsetFont } = await import('subset-font');
    return subsetFont(instance.sfnt, characters, {
      keepFeatures,
      noHinting: true,
      targetFormat: 'woff2',
    });
  });
  const name = `${instance.cut.name}-${digest(bytes).slice(0, 8)}.woff2`;
  return { face, name, bytes, css: rule(face, name, codePoints), codePoints };
}

/**
 * `font-display: block`: boxes and labels are placed by the widths of these very faces, so that a passing fallback
 * would break lines elsewhere and run labels into each other; a moment without letters is the lesser harm, and
 * after three seconds the browser shows a fallback all the same. Preloading the first slide's files avoids both.
 */
function rule(face: Face, name: string, codePoints: ReadonlySet<number>): string {
  const { family, weight } = STYLES[face];
  return [
    `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:block;`,
    `src:url(./fonts/${name}) format("woff2");unicode-range:${ranges(codePoints)}}`,
  ].join('');
}

/** Code points as CSS writes them, neighbours joined: `U+20-22,U+41`. */
export function ranges(codePoints: ReadonlySet<number>): string {
  const spans: { from: number; to: number }[] = [];
  for (const codePoint of [...codePoints].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && last.to === codePoint - 1) last.to = codePoint;
    else spans.push({ from: codePoint, to: codePoint });
  }
  const hex = (codePoint: number) => codePoint.toString(16).toUpperCase();
  return spans.map(({ from, to }) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',');
}
