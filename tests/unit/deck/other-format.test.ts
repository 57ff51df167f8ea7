import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { otherFormat, partOf } from '../../../src/deck/other-format.ts';
import { readDeck } from '../../../src/deck/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'orihon-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NONE = new Uint8Array();

describe('a file that is no Markdown', () => {
  test.each([
    ['talk.ipynb', 'notebook', 'nbconvert --to markdown talk.ipynb'],
    ['talk.org', 'Org', 'pandoc talk.org'],
    ['talk.adoc', 'AsciiDoc', 'downdoc talk.adoc'],
    ['talk.PDF', 'drawn pages', 'Write the slides as Markdown'],
    ['slides.json', 'no Markdown', 'Name the Markdown file'],
  ])('is named with what would be right: %s', (path, kind, fix) => {
    const told = otherFormat(path, NONE) ?? '';
    expect(told).toContain(kind);
    expect(told).toContain(fix);
  });

  test('is refused under any name, where it is no text', () => {
    expect(otherFormat('talk', new Uint8Array([80, 0, 75]))).toContain('no text');
    expect(otherFormat('talk.md', new TextEncoder().encode('# A'))).toBeUndefined();
  });

  test('is refused where it is given as a deck', () => {
    writeFileSync(join(folder, 'a.ipynb'), '{}');
    expect(() => readDeck(join(folder, 'a.ipynb'))).toThrow('notebook of Jupyter');
  });
});

describe('files beside slides', () => {
  test('are known by their names', () => {
    expect(
      partOf(['1.md', 'LICENSE.md', 'README.ja.md', 'security.md', 'SECURITY.md', 'changelog.md']),
    ).toEqual({
      slides: ['1.md', 'security.md'],
      beside: ['LICENSE.md', 'README.ja.md', 'SECURITY.md', 'changelog.md'],
    });
  });

  test('are the deck where nothing else is', () => {
    const alone = join(folder, 'alone');
    mkdirSync(alone);
    writeFileSync(join(alone, 'README.md'), '# A');
    const { slides, beside } = readDeck(alone);
    expect(slides.map(({ path }) => path)).toEqual(['README.md']);
    expect(beside).toEqual([]);
  });
});
