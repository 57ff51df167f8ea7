import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { editFile, placeIn } from '../../../../src/site/write/edit-file.ts';

let above = '';
let deck = '';
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'orihon edit '));
  deck = join(above, 'deck');
  mkdirSync(join(deck, 'pictures'), { recursive: true });
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

test('what is not changed stays letter for letter, and a file that is not there begins empty', () => {
  writeFileSync(join(deck, 'a.md'), '\uFEFFone\r\ntwo\n');
  editFile(deck, 'a.md', (text) => text.replace('two', '2'));
  expect(readFileSync(join(deck, 'a.md'), 'utf8')).toBe('\uFEFFone\r\n2\n');
  editFile(deck, 'pictures/new.yaml', (text) => `${text}- a\n`);
  expect(readFileSync(join(deck, 'pictures/new.yaml'), 'utf8')).toBe('- a\n');
});

test('a text that is no UTF-8 is left as it is', () => {
  const latin = Buffer.from('caf\xe9 http://example.org/a.png', 'latin1');
  writeFileSync(join(deck, 'a.csv'), latin);
  expect(() => editFile(deck, 'a.csv', (text) => `${text}!`)).toThrow('not written in UTF-8');
  expect(readFileSync(join(deck, 'a.csv')).equals(latin)).toBe(true);
});

test('no link of a deck leads an edit out of it', () => {
  writeFileSync(join(above, 'theirs.txt'), 'theirs');
  symlinkSync(join(above, 'theirs.txt'), join(deck, 'addresses.yaml'));
  symlinkSync(join(above, 'nowhere'), join(deck, 'dangling.yaml'));
  symlinkSync(above, join(deck, 'out'));
  symlinkSync(join(deck, 'pictures'), join(deck, 'in'));
  for (const path of ['addresses.yaml', 'out/a.png', 'out/b/c.png'])
    expect(() => editFile(deck, path, () => 'a'), path).toThrow('leads out of the deck');
  expect(() => editFile(deck, 'dangling.yaml', () => 'a')).toThrow('leads nowhere');
  expect(readFileSync(join(above, 'theirs.txt'), 'utf8')).toBe('theirs');
  expect(placeIn(deck, 'in/a.png')).toBe(join(deck, 'in/a.png'));
});
