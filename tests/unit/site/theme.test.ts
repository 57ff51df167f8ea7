import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/base/problem.ts';
import { loadMeasure } from '../../../src/fonts/metrics.ts';
import { makeSite } from '../../../src/site/site.ts';

const HARBOUR = 'tests/decks/harbour';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon theme '));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The problems of the second deck with one of its files changed. */
async function problemsOf(name: string, change: (text: string) => string | Buffer): Promise<string[]> {
  const deck = join(folder, 'deck');
  rmSync(deck, { recursive: true, force: true });
  cpSync(HARBOUR, deck, { recursive: true });
  writeFileSync(join(deck, name), change(readFileSync(join(deck, name), 'utf8')));
  return (await makeSite(deck, { notes: true })).problems.map(formatProblem);
}

describe('a deck with fonts, a style sheet and data of its own', () => {
  test('is whole: in another script, without a fold, from TimelineJS’s columns, BibTeX and CSL-JSON', async () => {
    const { site, problems } = await makeSite(HARBOUR, { notes: true });
    expect(problems).toEqual([]);
    expect(site?.pages.map(({ id }) => id)).toEqual(['arxi', 'xronia', 'ploia', 'piges']);
    expect(site?.slides).toContain('Το βιβλίο του λιμανιού (επινοημένο)');
    expect(site?.slides).toContain('Χάρτης της Αρμυράς (επινοημένος)');
    expect(site?.strip).toContain('strip-era');
    const css = String([...(site?.files ?? [])].find(([path]) => path.endsWith('.css'))?.[1]);
    expect(css.indexOf('--paper:#e9eef0')).toBeGreaterThan(css.indexOf('#xronia'));
    expect(css).toMatch(/url\(\.\/deck\/sea-[0-9a-f]{8}\.svg\)/);
    expect([...(site?.files.keys() ?? [])].join(' ')).toMatch(/deck\/sea-[0-9a-f]{8}\.svg/);
  });

  test('gets its font’s letters for every face that lacks them, and no more of it than the deck needs', async () => {
    const { site } = await makeSite(HARBOUR, { notes: true });
    const css = String([...(site?.files ?? [])].find(([path]) => path.endsWith('.css'))?.[1]);
    const rules = css.split('\n').filter((line) => line.includes('fonts/own-'));
    expect(rules.map((rule) => /font-family:"([^"]*)"/.exec(rule)?.[1])).toEqual([
      'Newsreader',
      'Archivo',
      'Archivo',
    ]);
    const sizes = [...(site?.files ?? [])].flatMap(([path, bytes]) =>
      path.startsWith('fonts/own-') ? [bytes.length] : [],
    );
    const whole = readFileSync(`${HARBOUR}/fonts/commissioner-greek-400.woff2`).length;
    expect(Math.max(...sizes)).toBeLessThan(whole);
  });

  test('is measured in its own font', async () => {
    const source = readFileSync(`${HARBOUR}/fonts/commissioner-greek-400.woff2`);
    const own = await loadMeasure({ text: { name: 'own-measured', source, axes: {} } });
    const ours = await loadMeasure();
    expect(own('λιμάνι', 'text', 24)).not.toBeCloseTo(ours('λιμάνι', 'text', 24), 1);
    expect(own('λιμάνι', 'strong', 24)).toBeCloseTo(own('λιμάνι', 'text', 24));
    expect(own('harbour', 'text', 24)).toBeCloseTo(ours('harbour', 'text', 24));
  });

  test('is told of a character that its font does not hold either', async () => {
    expect(
      await problemsOf('limani.md', (text) => text.replace('τίποτα', '').replace('Τίποτα', 'ሀ')),
    ).toEqual([
      expect.stringMatching(/^limani\.md:12:1: notice: no face at hand holds these Ethiopic letters: 'ሀ'/),
    ]);
  });

  test('is told of a font that is not there, and of one that is none', async () => {
    const missing = await problemsOf('limani.md', (text) => text.replace('greek-400', 'greek-40'));
    expect(missing).toContain(
      'limani.md:7:9: notice: there is no font "fonts/commissioner-greek-40.woff2". Did you mean "fonts/commissioner-greek-400.woff2"?',
    );
    const broken = await problemsOf('fonts/commissioner-greek-400.woff2', () => 'no font');
    expect(broken).toContain(
      'limani.md:7:9: notice: "fonts/commissioner-greek-400.woff2" is no font that can be read. Give a WOFF2, WOFF, TrueType or OpenType file.',
    );
  });

  test('is told of a style sheet that is not there, and of what one would fetch from elsewhere', async () => {
    expect(
      await problemsOf('limani.md', (text) => text.replace('lang: el', 'lang: el\ntheme: them.css')),
    ).toEqual(['limani.md:5:8: notice: there is no style sheet "them.css". Did you mean "theme.css"?']);
    const away = '@import "https://example.org/a.css";\n.a { background: url(https://example.org/a.png) }';
    expect(await problemsOf('theme.css', () => away)).toEqual([
      'theme.css:1:1: notice: @import is not followed. Write all rules into this one file.',
      'theme.css:2:18: notice: url(https://example.org/a.png) is no file of the deck. Copy it into the deck, and write its path from this file.',
    ]);
  });
});
