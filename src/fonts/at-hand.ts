import { needsGlyph, uncovered } from './coverage.ts';
import { type MoreCuts, type OwnCuts, SIGN_CUTS, SLICES } from './faces.ts';
import { findInstalled, packageFolders } from './installed.ts';
import { loadCmaps } from './instances.ts';
import { scriptOf } from './scripts.ts';

/** What is written in a deck, for its faces to be found. */
export interface Written {
  readonly letters: ReadonlySet<string>;
  readonly lang: string;
  readonly hasFormulas: boolean;
}

/**
 * The faces a deck needs beyond the theme's: slices the program has, then packages of Fontsource where the command runs
 * or the program is installed, then signs and emoji. What none of them holds is left to the fonts of the machine.
 */
export async function findFaces(
  { letters, lang, hasFormulas }: Written,
  own: OwnCuts,
  folders: readonly string[] = packageFolders(),
): Promise<MoreCuts> {
  const basic = await loadCmaps(own);
  const text = [...letters].join('');
  const missing = uncovered(text, 'text', basic);
  const slices = SLICES.filter((slice) => missing.some((letter) => slice.letters.test(letter))).map(
    ({ cuts }) => cuts,
  );
  const sliced = joinCuts(slices);
  const unsliced = uncovered(text, 'text', await loadCmaps({ ...own, more: sliced }));
  const signs = unsliced.some(isSign) ? await loadCmaps({ ...own, more: SIGN_CUTS }) : basic;
  // Letters of a text are not taken from the face for formulas: its signs and emoji are as good as any.
  const left = unsliced.filter((letter) => !isSign(letter) || uncovered(letter, 'text', signs).length > 0);
  const kanji = kanjiPackage(lang);
  const scripts = new Map<string, Set<string>>();
  for (const letter of kanji ? [...left, ...text].filter(needsGlyph) : left) {
    const script = scriptOf(letter);
    const isKanji = /Chinese|Japanese/.test(script.name);
    if (!left.includes(letter) && !isKanji) continue;
    const wanted = isKanji && kanji ? kanji : script.package;
    scripts.set(wanted, (scripts.get(wanted) ?? new Set()).add(letter));
  }
  const found = [...scripts].map(([name, wanted]) =>
    findInstalled({ letters: wanted, package: name, withoutKanji: kanji === undefined }, folders),
  );
  const more = joinCuts([sliced, ...found.filter((cuts) => cuts !== undefined)]);
  const bare = uncovered(text, 'text', await loadCmaps({ ...own, more }));
  const needsSigns = hasFormulas || bare.length > 0 || /\p{Extended_Pictographic}|\p{RI}/u.test(text);
  return needsSigns ? { ...more, ...SIGN_CUTS } : more;
}

function isSign(letter: string): boolean {
  return /^(emoji|signs)$/.test(scriptOf(letter).name);
}

/** The package that has kanji as they are written in a language; undefined where that is the theme's Japanese. */
function kanjiPackage(lang: string): string | undefined {
  const { language, script, region } = new Intl.Locale(lang).maximize();
  if (language === 'ko') return '@fontsource/noto-sans-kr';
  if (language !== 'zh' && language !== 'yue') return undefined;
  if (script !== 'Hant') return '@fontsource/noto-sans-sc';
  return region === 'HK' ? '@fontsource/noto-sans-hk' : '@fontsource/noto-sans-tc';
}

/** Cuts of several sets, each once. */
function joinCuts(sets: readonly MoreCuts[]): MoreCuts {
  const join = (face: 'display' | 'text' | 'strong') => {
    const all = sets.flatMap((set) => set[face] ?? []);
    return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
  };
  return { display: join('display'), text: join('text'), strong: join('strong') };
}
