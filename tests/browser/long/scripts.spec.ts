import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { serveFolder } from '../../../src/browser/serve-folder.ts';
import { orihon } from '../../program.ts';
import { DeckPage, expect, test } from '../deck.ts';
import { isPainted, openFont, paintedGlyphs, programFonts, setWord } from './glyphs.ts';

const require = createRequire(import.meta.url);

/** Folders that the command runs in: with packages installed, and with none. */
let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-scripts-'));
  cpSync('tests/scripts/packages', join(folder, 'with', 'node_modules'), { recursive: true });
  mkdirSync(join(folder, 'without'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const READER = spawnSync('pdftotext', ['-v']).error === undefined ? 'pdftotext' : undefined;
if (!READER) console.warn('pdftotext is not on this machine: the words of the PDFs are not looked for.');

/** Faces that a deck's words are drawn with and that no file of the page brought. */
async function machineFaces(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '.slides' });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId, selector: '*' });
  const used = await Promise.all(
    nodeIds.map((id) => session.send('CSS.getPlatformFontsForNode', { nodeId: id })),
  );
  return used.flatMap(({ fonts }) => fonts.flatMap((font) => (font.isCustomFont ? [] : [font.familyName])));
}

/** The lines of a deck's source as they can be read: without marks of Markdown and front matter. */
function linesOf(path: string): readonly string[] {
  const [, body = ''] = readFileSync(path, 'utf8').split(/^---\n[\s\S]*?\n---\n/);
  return body.split('\n').flatMap((line) => (/[\p{L}]/u.test(line) ? [line.replace(/^(?:#+|-) /, '')] : []));
}

/**
 * Letters in the order they are read. Left out are spaces, marks of direction, and signs above and below Arabic and
 * Hebrew letters, for which each reader of PDFs has a place of its own.
 */
const letters = (text: string) =>
  text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u0591-\u05c7\u064b-\u0652]/gu, '');

/** Whole fonts that words may be set in: those of the program, and of the packages. */
async function wholeFonts() {
  const files = (root: string) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.woff2'))
      .map((name) => openFont(join(root, name)));
  const devanagari = require.resolve(
    '@fontsource-variable/noto-sans/files/noto-sans-devanagari-wght-normal.woff2',
  );
  const packages = [
    ...files('tests/scripts/packages'),
    ...[400, 640].map((wght) => openFont(devanagari, { wght })),
  ];
  return [...(await programFonts()), ...(await Promise.all(packages))];
}

/** Letter-spacing of headlines of the two sizes, and of other text. */
const SPACINGS = [0, -12, -24];

/** Words of a PDF that are not set as HarfBuzz sets them in the whole font: joined, turned, with signs in place. */
async function wrongWords(pdf: string, deck: string, lang: string): Promise<readonly string[]> {
  const [pages, fonts] = await Promise.all([paintedGlyphs(pdf), wholeFonts()]);
  // Where lines may be broken; letters of ancient Greek lie in a file of their own.
  const words = linesOf(deck)
    .flatMap((line) => [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(line)])
    .flatMap(({ segment, isWordLike }) => (isWordLike ? segment : '').match(/[ἀ-῿]+|[^ἀ-῿]+/gu) ?? []);
  return words.filter((word) => {
    const set = fonts.flatMap((font) => SPACINGS.map((spacing) => setWord(word, lang, font, spacing) ?? []));
    return !set.some((glyphs) => glyphs.length > 0 && pages.some((page) => isPainted(glyphs, page)));
  });
}

for (const [lang, face] of [
  ['ar', 'Arabic'],
  ['el', undefined],
  ['he', 'Hebrew'],
  ['hi', undefined],
  ['ja', undefined],
  ['ka', 'Georgian'],
  ['ko', 'Korean'],
  ['ru', undefined],
  ['th', 'Thai'],
  ['zh', 'Chinese'],
] as const)
  test(`a deck in ${lang} needs no font of the machine where a package is installed, and can be searched`, async ({
    page,
    faults: _,
  }) => {
    const deck = resolve(`tests/scripts/${lang}.md`);
    const bare = await orihon(['check', '--quick', deck], { cwd: join(folder, 'without') });
    const told = bare.said.match(/no face at hand holds these \w+ letters/g) ?? [];
    expect(told).toEqual(face ? [`no face at hand holds these ${face} letters`] : []);

    const cwd = join(folder, 'with');
    const [site, pdf] = [join(folder, `${lang}-site`), join(folder, `${lang}.pdf`)];
    const built = await orihon(['build', deck, '--out', site], { cwd });
    expect([built.code, built.said]).toEqual([0, expect.not.stringContaining('no face at hand')]);
    const server = await serveFolder(site);
    try {
      const shown = new DeckPage(page, server.url);
      await shown.open();
      for (const id of await shown.ids()) {
        await shown.show(id);
        await expect.poll(() => machineFaces(page)).toEqual([]);
      }
    } finally {
      await page.close();
      await server.close();
    }

    const { code, said } = await orihon(['export', deck, '--output', pdf], { cwd });
    expect([code, said]).toEqual([0, expect.stringContaining('PDF/UA-1')]);
    expect(await wrongWords(pdf, deck, lang)).toEqual([]);
    if (!READER) return;
    const text = letters(spawnSync(READER, [pdf, '-'], { encoding: 'utf8' }).stdout);
    for (const line of linesOf(deck))
      for (const word of line.split(' ')) expect(text).toContain(letters(word));
  });
