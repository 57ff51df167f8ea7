import { Blob, Face as OpenedFace } from 'harfbuzzjs';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Cmaps, nameCharacter, splitByFace, uncovered } from '../../../src/fonts/coverage.ts';
import { CUTS, FACES, type Face, type Measure, SIGN_CUTS } from '../../../src/fonts/faces.ts';
import { loadCmaps } from '../../../src/fonts/instances.ts';
import { loadMeasure } from '../../../src/fonts/metrics.ts';
import { type FontFile, ranges, subsetFaces } from '../../../src/fonts/subset.ts';

let measure: Measure;
let cmaps: Cmaps;
beforeAll(async () => {
  [measure, cmaps] = await Promise.all([loadMeasure(), loadCmaps({ more: SIGN_CUTS })]);
}, 30_000);

/** Widths at 26px that Chromium 156 gave for the same files (`getBoundingClientRect` of a span). */
const golden: readonly [text: string, face: Face, width: number, digits?: 'tabular'][] = [
  ['A new chapter: AVATAR Ty. Wo, fi fl ffi', 'display', 441.02],
  ['A new chapter: AVATAR Ty. Wo, fi fl ffi', 'text', 375.42],
  ['A new chapter: AVATAR Ty. Wo, fi fl ffi', 'strong', 396.09],
  ['Treaty of San Francisco signed, 8 September 1951', 'display', 583.02],
  ['Treaty of San Francisco signed, 8 September 1951', 'text', 507.09],
  ['Treaty of San Francisco signed, 8 September 1951', 'text', 510.2, 'tabular'],
  ['Treaty of San Francisco signed, 8 September 1951', 'mincho', 572.47],
  ['Ōhira Masayoshi, Tōjō, Kyūshū', 'display', 361.66],
  ['Ōhira Masayoshi, Tōjō, Kyūshū', 'text', 314.72],
  ['Ōhira Masayoshi, Tōjō, Kyūshū', 'strong', 331.61],
  ['日米安全保障条約', 'display', 208.02],
  ['日米安全保障条約', 'text', 208.02],
  ['日米安全保障条約', 'mincho', 208.02],
  ['Anglo-Japanese Alliance 日英同盟 1902–23', 'display', 501.13],
  ['Anglo-Japanese Alliance 日英同盟 1902–23', 'text', 457.42],
  ['Anglo-Japanese Alliance 日英同盟 1902–23', 'strong', 474.53],
  ['Anglo-Japanese Alliance 日英同盟 1902–23', 'gothic', 482.52],
  ['0123456789 1,111.11 %', 'text', 243.39],
  ['0123456789 1,111.11 %', 'text', 255.38, 'tabular'],
  ['0123456789 1,111.11 %', 'strong', 263.41, 'tabular'],
  ['U.S.–Japan “Security” Treaty’s “1960” revision', 'strong', 499.08],
  ['日本国憲法、第九条。「戦争の放棄」（一九四七年）', 'gothic', 624.02],
  ['¥6.8 trillion (1.19% of GDP) – FY2023 × 2', 'text', 417.48],
  ['サンフランシスコ平和条約・東京 Tōkyō', 'display', 472.94],
  ['サンフランシスコ平和条約・東京 Tōkyō', 'strong', 461.05],
];

describe('measure', () => {
  test.each(golden)('gives %s in %s the width Chromium gives it', (text, face, width, digits) => {
    const off = Math.abs(measure(text, face, 26, digits) - width);
    expect(off).toBeLessThan(Math.max(0.5, width * 0.005));
  });

  test('kerns pairs of letters', () => {
    const apart = measure('A', 'text', 100) + measure('V', 'text', 100);
    expect(measure('AV', 'text', 100)).toBeLessThan(apart - 1);
  });

  test('gives all digits one width only where they are tabular', () => {
    expect(measure('1111', 'text', 24, 'tabular')).toBeCloseTo(measure('0000', 'text', 24, 'tabular'));
    expect(measure('1111', 'text', 24)).toBeLessThan(measure('0000', 'text', 24));
  });

  test('grows with the size and is nothing for no text', () => {
    expect(measure('1951', 'display', 48)).toBeCloseTo(2 * measure('1951', 'display', 24));
    expect(measure('', 'text', 24)).toBe(0);
  });

  test('gives no width to characters that are not drawn', () => {
    expect(measure('treaty\u00ad\u200b', 'text', 24)).toBeCloseTo(measure('treaty', 'text', 24));
  });
});

describe('coverage', () => {
  test('covers Latin with macrons in the three Latin faces', () => {
    const text = 'AZaz09 – — ‘’ “” … éïçßŒ ĀāĒēĪīŌōŪū £€¥ ×÷±−·•°†';
    for (const face of ['display', 'text', 'strong'] as const)
      expect(uncovered(text, face, cmaps)).toEqual([]);
  });

  test('covers kanji, kana and full-width marks in every face', () => {
    const text = '日米安全保障条約・第九条「憲法」、戦後。（〇々ーんン）：％';
    for (const face of FACES.filter((one) => one !== 'emoji'))
      expect(uncovered(text, face, cmaps)).toEqual([]);
  });

  test('names each character that no face covers once', () => {
    const bare = uncovered('1902 ก 1923 ก 1951 ꠀ', 'text', cmaps);
    expect(bare.map(nameCharacter)).toEqual(["'ก' (U+0E01)", "'ꠀ' (U+A800)"]);
  });

  test('covers signs and emoji beside every text', () => {
    for (const face of ['display', 'text', 'strong'] as const)
      expect(uncovered('→ ≤ ✓ ½ ① 🎉 👍🏽 ❤️ 👩‍👩‍👧‍👦 🇯🇵 αβγ', face, cmaps)).toEqual([]);
  });

  test('keeps all that a picture of several characters is made of in one face', () => {
    const used = splitByFace('1️⃣ 🇯🇵 👩‍💻', 'text', cmaps).get('emoji') ?? new Set();
    expect(String.fromCodePoint(...used)).toBe('1\uFE0F\u20E3🇯🇵👩\u200D💻');
  });

  test('asks for no glyph for line ends, soft hyphens and joiners', () => {
    expect(uncovered('a\n\tb\u00adc\u2060d\ufe0f\ufeff', 'text', cmaps)).toEqual([]);
  });

  test('sets kanji in the gothic beside text and in the mincho beside display', () => {
    const split = (face: Face) =>
      [...splitByFace('Pact 条約', face, cmaps)].map(([set, used]) => [set, String.fromCodePoint(...used)]);
    expect(split('display')).toEqual([
      ['display', 'Pact '],
      ['mincho', '条約'],
    ]);
    expect(split('strong')).toEqual([
      ['strong', 'Pact '],
      ['gothic', '条約'],
    ]);
  });
});

const points = (text: string) => new Set([...text].map((character) => character.codePointAt(0) ?? 0));

async function reopen({ bytes }: FontFile): Promise<OpenedFace> {
  const all = { keepAllGlyphs: true, targetFormat: 'sfnt' } as const;
  return new OpenedFace(new Blob(await subsetFont(Buffer.from(bytes), undefined, all)));
}

describe('subsetFaces', () => {
  test('makes one file a used face and a second only for characters of its second slice', async () => {
    const plain = await subsetFaces(new Map([['text', points('Ohira')]]));
    expect(plain.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^archivo-400-[0-9a-f]{8}\.woff2$/),
    ]);
    const macron = await subsetFaces(new Map([['text', points('Ōhira')]]));
    expect(macron.map(({ css }) => css.match(/unicode-range:([^}]*)/)?.[1])).toEqual([
      'U+20,U+61,U+68-69,U+72',
      'U+14C',
    ]);
  });

  test('puts the used characters and a space into the file and no others', async () => {
    const used = new Map<Face, ReadonlySet<number>>([
      ['display', points('1951')],
      ['mincho', points('条約')],
    ]);
    const files = await subsetFaces(used);
    const held = await Promise.all(files.map(async (file) => [...(await reopen(file)).collectUnicodes()]));
    expect(held.map((codePoints) => String.fromCodePoint(...codePoints))).toEqual([' 159', ' 条約']);
    expect(files.map(({ codePoints }) => [...codePoints].sort((a, b) => a - b))).toEqual(held);
  });

  test('keeps kerning, tabular digits and vertical forms, and no axis', async () => {
    const files = await subsetFaces(
      new Map<Face, ReadonlySet<number>>([
        ['strong', points('AV0123456789')],
        ['gothic', points('「条約」ー、。')],
      ]),
    );
    const [strong, gothic] = await Promise.all(files.map(reopen));
    expect(strong?.getTableFeatureTags('GPOS')).toContain('kern');
    expect(strong?.getTableFeatureTags('GSUB')).toContain('tnum');
    expect(gothic?.getTableFeatureTags('GSUB')).toEqual(expect.arrayContaining(['vert', 'vrt2']));
    expect(strong?.getAxisInfos()).toEqual({});
  });

  test('writes a rule that names family, weight and file', async () => {
    const [file] = await subsetFaces(new Map([['strong', points('Pact')]]));
    expect(file?.css).toBe(
      `@font-face{font-family:"Archivo";font-style:normal;font-weight:640;font-display:block;src:url(./fonts/${file?.name}) format("woff2");unicode-range:U+20,U+50,U+61,U+63,U+74}`,
    );
  });

  test('gives the same characters the same file, and each of the cuts another', async () => {
    const used = new Map(FACES.map((face) => [face, points(face === 'emoji' ? '🎉' : 'Pact')]));
    const own = { more: SIGN_CUTS };
    const [first, second] = await Promise.all([subsetFaces(used, own), subsetFaces(used, own)]);
    expect(first).toEqual(second);
    expect(new Set(first.map(({ name }) => name)).size).toBe(FACES.length);
    expect(Object.keys(CUTS)).toEqual(FACES);
  });

  test('joins neighbouring code points into ranges', () => {
    expect(ranges(points('cabz'))).toBe('U+61-63,U+7A');
  });
});
