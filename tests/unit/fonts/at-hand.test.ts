import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCharacters } from '../../../src/deck/check-characters.ts';
import { findFaces } from '../../../src/fonts/at-hand.ts';
import { uncovered } from '../../../src/fonts/coverage.ts';
import { loadCmaps } from '../../../src/fonts/instances.ts';

const require = createRequire(import.meta.url);
const NOTO = dirname(require.resolve('@fontsource-variable/noto-sans/package.json'));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faces-'));
  const to = join(folder, '@fontsource-variable', 'noto-sans');
  mkdirSync(join(to, 'files'), { recursive: true });
  const slice = join('files', 'noto-sans-devanagari-wght-normal.woff2');
  for (const file of ['metadata.json', 'unicode.json', slice]) cpSync(join(NOTO, file), join(to, file));
  // What is no package of Fontsource is passed over.
  mkdirSync(join(folder, '@fontsource', 'broken'), { recursive: true });
  writeFileSync(join(folder, '@fontsource', 'broken', 'metadata.json'), '{"id": "../../etc"}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const find = (text: string, { lang = 'en', hasFormulas = false, at = [] as readonly string[] } = {}) =>
  findFaces({ letters: new Set(text), lang, hasFormulas }, {}, at);
const namesOf = (cuts: readonly { readonly name: string }[] | undefined) => cuts?.map(({ name }) => name);

describe('faces for what is written', () => {
  test('are none more where the theme’s hold it all', async () => {
    const { text, math, emoji } = await find('Plain text, Ōhira 条約');
    expect([text, math, emoji]).toEqual([[], undefined, undefined]);
  });

  test.each([
    ['Привет', 'cyrillic'],
    ['Ελληνικά', 'greek'],
    ['tiếng Việt', 'vi'],
  ])('come with the program for %s', async (text, slice) => {
    const more = await find(text);
    expect(namesOf(more.text)?.join()).toContain(slice);
    expect(namesOf(more.strong)?.join()).not.toBe(namesOf(more.text)?.join());
    expect(uncovered(text, 'text', await loadCmaps({ more }))).toEqual([]);
  });

  test('come from an installed package that holds the script, as data', async () => {
    expect((await find('हिन्दी')).text).toEqual([]);
    const more = await find('हिन्दी', { at: [join(folder, 'none'), folder] });
    expect(namesOf(more.text)).toEqual(['noto-sans-devanagari-400']);
    expect(namesOf(more.strong)).toEqual(['noto-sans-devanagari-640']);
    expect(uncovered('हिन्दी', 'text', await loadCmaps({ more }))).toEqual([]);
  });

  test('have signs, emoji and formulas where there are some', async () => {
    for (const more of [await find('→'), await find('🎉'), await find('x', { hasFormulas: true })])
      expect([namesOf(more.emoji), namesOf(more.math)]).toEqual([['noto-emoji'], ['stix-two-math']]);
  });

  test.each([
    ['Καλημέρα κόσμε 🚀', 'el', undefined],
    ['Добрый день 🚀', 'ru', undefined],
    ['日本語の資料 🚀', 'ja', undefined],
    ['中文演示文稿的换行 🚀', 'zh', '@fontsource/noto-sans-sc'],
    ['한국어 발표 자료 🚀', 'ko', '@fontsource/noto-sans-kr'],
    ['สวัสดีชาวโลก 🚀', 'th', '@fontsource/noto-sans-thai'],
    ['مرحبا بالعالم 🚀', 'ar', '@fontsource/noto-sans-arabic'],
    ['שלום עולם 🚀', 'he', '@fontsource/noto-sans-hebrew'],
    ['नमस्ते दुनिया 🚀', 'hi', '@fontsource/noto-sans-devanagari'],
    ['გამარჯობა მსოფლიო 🚀', 'ka', '@fontsource/noto-sans-georgian'],
  ])('that no package holds are told once, with the package: %s', async (text, lang, name) => {
    const cmaps = await loadCmaps({ more: await find(text, { lang }) });
    const told: string[] = [];
    const covers = (part: string) => uncovered(part, 'text', cmaps);
    checkCharacters([{ file: 'a.md', line: 1, text }], covers, ({ fix }) => told.push(fix));
    expect(told.map((fix) => /install (\S+) where/.exec(fix)?.[1])).toEqual(name === undefined ? [] : [name]);
    // Where it is installed, nothing is left to the machine.
    const deck = text + readFileSync(`tests/scripts/${lang}.md`, 'utf8');
    const more = await find(deck, { lang, at: ['tests/scripts/packages', 'node_modules'] });
    expect(uncovered(deck, 'text', await loadCmaps({ more }))).toEqual([]);
    expect(uncovered(deck, 'display', await loadCmaps({ more }))).toEqual([]);
  });
});
