import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIST } from '../../../../src/site/write/file-list.ts';
import { writeOutFolder } from '../../../../src/site/write/out-folder.ts';

let above = '';
let folder = '';
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'orihon folder '));
  folder = join(above, 'site');
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

const OLD = new Map([
  ['assets/a-11111111.js', 'old script'],
  ['index.html', 'old page'],
]);
const NEW = new Map([
  ['assets/b-22222222.js', 'new script'],
  ['index.html', 'new page'],
]);

test('a list that came with a folder takes nothing away behind a link', () => {
  const text = 'somebody’s';
  mkdirSync(join(above, 'home'));
  writeFileSync(join(above, 'home/letter.txt'), text);
  mkdirSync(folder);
  symlinkSync(join(above, 'home'), join(folder, 'home'));
  const hash = createHash('sha256').update(text).digest('hex');
  writeFileSync(join(folder, LIST), JSON.stringify({ about: '', files: { 'home/letter.txt': [hash] } }));
  writeOutFolder(folder, NEW);
  expect(readFileSync(join(above, 'home/letter.txt'), 'utf8')).toBe(text);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Every file but the list, with what it holds. */
function all(): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== LIST)
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

describe('a folder of files', () => {
  test('holds what was written last and nothing of what was written before', () => {
    writeOutFolder(folder, OLD);
    writeOutFolder(folder, NEW);
    expect(all()).toEqual(Object.fromEntries(NEW));
    expect(readdirSync(above)).toEqual(['site']);
  });

  test('keeps every file of the user beside an earlier run', () => {
    write('thesis.pdf', 'years of work');
    writeOutFolder(folder, OLD);
    write('robots.txt', 'mine');
    write('assets/own.js', 'mine too');
    writeOutFolder(folder, NEW);
    expect(all()).toEqual({
      ...Object.fromEntries(NEW),
      'thesis.pdf': 'years of work',
      'robots.txt': 'mine',
      'assets/own.js': 'mine too',
    });
  });

  test.each([
    ['a page of somebody', 'index.html', 'my page'],
    ['a file where a folder is to be', 'assets', 'my notes'],
    ['a list of another program', LIST, '{}'],
  ])('is refused, and nothing touched, for %s', (_, path, text) => {
    write(path, text);
    write('sources.txt', 'mine');
    const before = all();
    expect(() => writeOutFolder(folder, NEW)).toThrow(`${path}"`);
    expect(all()).toEqual(before);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('is refused where the user changed what is to be replaced', () => {
    writeOutFolder(folder, OLD);
    write('index.html', 'old page, mended by hand');
    const before = all();
    expect(() => writeOutFolder(folder, NEW)).toThrow('was changed since');
    expect(all()).toEqual(before);
  });

  test('leaves a file that the user changed, though it is no more of the site', () => {
    writeOutFolder(folder, OLD);
    write('assets/a-11111111.js', 'mended by hand');
    writeOutFolder(folder, NEW);
    expect(all()['assets/a-11111111.js']).toBe('mended by hand');
  });

  test('writes through no link that leads out of it', () => {
    mkdirSync(folder);
    mkdirSync(join(above, 'mine'));
    symlinkSync(join(above, 'mine'), join(folder, 'assets'));
    expect(() => writeOutFolder(folder, NEW)).toThrow('assets" is no folder');
    writeFileSync(join(above, 'page.html'), 'mine');
    rmSync(join(folder, 'assets'));
    symlinkSync(join(above, 'page.html'), join(folder, 'index.html'));
    expect(() => writeOutFolder(folder, NEW)).toThrow('index.html" was not written');
    expect(readFileSync(join(above, 'page.html'), 'utf8')).toBe('mine');
  });

  test('trusts no list that leads out of it', () => {
    writeOutFolder(folder, OLD);
    writeFileSync(join(above, 'mine.txt'), 'mine');
    const hash = createHash('sha256').update('mine').digest('hex');
    write(LIST, JSON.stringify({ about: '', files: { '../mine.txt': [hash] } }));
    expect(() => writeOutFolder(folder, NEW)).toThrow('index.html');
    rmSync(join(folder, 'index.html'));
    writeOutFolder(folder, NEW);
    expect(readFileSync(join(above, 'mine.txt'), 'utf8')).toBe('mine');
  });

  test('mends what a run left that was killed: its lock, its half file, its files without a page', () => {
    writeOutFolder(folder, OLD);
    const { pid } = spawnSync(process.execPath, ['--version']);
    write('.orihon-writing', String(pid));
    write(`.orihon-${pid}.part`, 'half');
    write('assets/c-33333333.js', 'third');
    const list = JSON.parse(readFileSync(join(folder, LIST), 'utf8'));
    list.files['assets/c-33333333.js'] = [createHash('sha256').update('third').digest('hex')];
    write(LIST, JSON.stringify(list));
    writeOutFolder(folder, NEW);
    expect(all()).toEqual(Object.fromEntries(NEW));
  });

  test('yields to a file of the user where it is told to', () => {
    write('_headers', 'mine');
    const files = new Map([['_headers', 'ours'], ...NEW]);
    writeOutFolder(folder, files, ['_headers']);
    writeOutFolder(folder, files, ['_headers']);
    expect(all()['_headers']).toBe('mine');
  });

  test('takes over the site of a build that wrote no list, but what was changed or added since', () => {
    for (const [path, text] of OLD) write(path, text);
    write('CNAME', 'example.org');
    const revision = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
    const found = [...OLD, ['CNAME', 'example.org'] as const].map(([path, text]) => ({
      path,
      revision: revision(text),
    }));
    const kept = found.map(({ path, revision: hash }) => ({
      url: path === 'index.html' ? './' : path,
      revision: path.startsWith('assets') ? null : hash,
    }));
    const version = revision(JSON.stringify(found));
    write('sw.js', `const FILES = ${JSON.stringify(kept)};\nconst VERSION = "${version}";\nworker()`);
    write('robots.txt', 'mine');
    writeOutFolder(folder, new Map([['sw.js', 'new worker'], ...NEW]));
    expect(all()).toEqual({
      ...Object.fromEntries(NEW),
      'sw.js': 'new worker',
      CNAME: 'example.org',
      'robots.txt': 'mine',
    });
  });

  test('is refused where a file has its name, or a link that leads nowhere', () => {
    writeFileSync(folder, 'a file');
    expect(() => writeOutFolder(folder, NEW)).toThrow('is a file');
    rmSync(folder);
    symlinkSync(join(above, 'nowhere'), folder);
    expect(() => writeOutFolder(folder, NEW)).toThrow('leads nowhere');
    expect(existsSync(join(above, 'nowhere'))).toBe(false);
  });
});
