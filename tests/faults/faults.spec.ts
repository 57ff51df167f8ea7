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
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Ended, orihon, serveByOrihon } from '../program.ts';
import { injecting } from './injected.ts';

// Through the command line alone, so that the same faults can be met by any checkout of the program.

const LONG = process.env['ORIHON_LONG'] !== undefined;

let folder = '';
const at = (...names: string[]) => join(folder, ...names);
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-fault-'));
  mkdirSync(at('deck'));
  writeDeck('Old');
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PIXEL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

function writeDeck(title: string): void {
  writeFileSync(
    at('deck', '01.md'),
    `---\ntitle: ${title}\nsources: none\n---\n\n# ${title}\n\n![a](a.svg)\n`,
  );
  writeFileSync(at('deck', 'a.svg'), PIXEL.replace('<rect', `<desc>${title}</desc><rect`));
}

const build = (env: Readonly<Record<string, string | undefined>> = {}) =>
  orihon(['build', at('deck'), '--out', at('site')], { env });

/** Whoever reads what was said is no programmer. */
function expectPlain({ code, said }: Ended, words: RegExp): void {
  expect(said).toMatch(words);
  expect(said).not.toMatch(/^\s+at .*[:)]/m);
  expect([1, 2]).toContain(code);
}

/** The title that the site shows; every file that its page names is there, and of the same build. */
function titleOfSite(): string {
  const html = readFileSync(at('site', 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.?\/?([\w./-]+\.(?:css|js|svg|png|webmanifest|woff2))"/g)];
  for (const [, path = ''] of named) expect(existsSync(at('site', path)), path).toBe(true);
  const title = /<h1[^>]*>(\w+)/.exec(html)?.[1] ?? '';
  const picture = named.map(([, path = '']) => path).find((path) => /\ba(-\w+)?\.svg$/.test(path)) ?? '';
  expect(readFileSync(at('site', picture), 'utf8')).toContain(`<desc>${title}</desc>`);
  return title;
}

const FULL = /no room left|cannot be written/;

test('a build killed at any moment leaves the old site or the new one, whole @long', async () => {
  expect((await build()).code).toBe(0);
  writeFileSync(at('site', 'thesis.pdf'), 'mine');
  const moments = Array.from({ length: 30 }, (_, index) => 1 + index);
  let killed = 0;
  for (const moment of moments) {
    const title = `New${moment}`;
    writeDeck(title);
    const before = titleOfSite();
    const { code } = await build(injecting({ fault: 'kill', at: moment, path: folder }));
    expect([before, title]).toContain(titleOfSite());
    expect(readFileSync(at('site', 'thesis.pdf'), 'utf8')).toBe('mine');
    if (code === null) killed += 1;
    else expect(titleOfSite()).toBe(title);
  }
  expect(killed).toBeGreaterThanOrEqual(12);
  writeDeck('Last');
  expect((await build()).code).toBe(0);
  expect(titleOfSite()).toBe('Last');
  expect(readdirSync(at('site')).filter((name) => /part$|writing$/.test(name))).toEqual([]);
  expect(readdirSync(at('site')).filter((name) => /^deck-.*css$/.test(name))).toHaveLength(1);
});

for (const fault of ['ENOSPC', 'EROFS'] as const)
  test(`a build that meets ${fault} says so, keeps the old site, and the next one mends it @long`, async () => {
    expect((await build()).code).toBe(0);
    writeDeck('New');
    const met = await build(injecting({ fault, at: 5, path: at('site') }));
    expectPlain(met, FULL);
    expect(titleOfSite()).toBe('Old');
    expect((await build()).code).toBe(0);
    expect(titleOfSite()).toBe('New');
  });

test('a picture that vanishes while the deck is read is named', async () => {
  const met = await build(injecting({ fault: 'ENOENT', at: 1, path: 'a.svg', reading: true }));
  expectPlain(met, /a\.svg/);
});

test('two builds at once leave one whole site', async () => {
  const ended = await Promise.all([build(), build()]);
  expect(ended.map(({ code, said }) => [code, code === 0 ? '' : said])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(titleOfSite()).toBe('Old');
});

test('without a home, in another language and zone, a build is the same @long', async () => {
  await build();
  const plain = readFileSync(at('site', 'index.html'));
  rmSync(at('site'), { recursive: true });
  const odd = { HOME: undefined, LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Apia' };
  expect((await build(odd)).code).toBe(0);
  expect(readFileSync(at('site', 'index.html')).equals(plain)).toBe(true);
});

test('files of somebody are neither replaced nor removed', async () => {
  mkdirSync(at('site'));
  const theirs = ['index.html', 'manifest.webmanifest', 'sw.js', 'thesis.pdf'];
  for (const name of theirs) writeFileSync(at('site', name), 'mine');
  expectPlain(await build(), /index\.html|manifest|sw\.js/);
  for (const name of theirs) expect(readFileSync(at('site', name), 'utf8')).toBe('mine');
});

test('an export writes over no file that the deck is made of @long', async () => {
  const source = readFileSync(at('deck', '01.md'), 'utf8');
  const words = ['export', at('deck'), '--format', 'html'];
  for (const more of [
    ['--output', at('deck', '01.md')],
    ['--output', at('deck', 'a.svg'), '--force'],
  ])
    expectPlain(await orihon([...words, ...more]), /file of the deck/);
  const report = ['--output', at('a.html'), '--report', at('deck', '01.md')];
  expectPlain(await orihon([...words, ...report]), /file of the deck/);
  expect(readFileSync(at('deck', '01.md'), 'utf8')).toBe(source);
  expect(readFileSync(at('deck', 'a.svg'), 'utf8')).toContain('<desc>Old</desc>');
});

test('an export that somebody worked on since is written over by force alone @long', async () => {
  const words = ['export', at('deck'), '--format', 'html', '--output', at('talk.html')];
  expect((await orihon(words)).code).toBe(0);
  expect((await orihon(words)).code).toBe(0);
  const theirs = `${readFileSync(at('talk.html'), 'utf8')}<!-- mine -->`;
  writeFileSync(at('talk.html'), theirs);
  expectPlain(await orihon(words), /was changed since/);
  expect(readFileSync(at('talk.html'), 'utf8')).toBe(theirs);
  expect((await orihon([...words, '--force'])).code).toBe(0);
});

test('no build is written into the deck it is made of, by no name of it @long', async () => {
  symlinkSync(at('deck'), at('alias'));
  const before = readdirSync(at('deck'));
  for (const out of [folder, at('deck', '.'), `${at('deck')}/`, at('alias'), ''])
    expectPlain(await orihon(['build', at('deck'), '--out', out]), /the deck itself|Name a folder/);
  expect(readdirSync(at('deck'))).toEqual(before);
});

test('a folder named like a temporary one of ours stays, and so does what lies behind a link @long', async () => {
  for (const name of ['orihon-export-2024-talk', 'home', 'site']) mkdirSync(at(name));
  writeFileSync(at('home', 'letter.txt'), 'mine');
  symlinkSync(at('home'), at('site', 'home'));
  const hash = createHash('sha256').update('mine').digest('hex');
  const list = { about: '', files: { 'home/letter.txt': [hash] } };
  writeFileSync(at('site', '.orihon-files.json'), JSON.stringify(list));
  await build();
  await orihon(['export', at('deck'), '--format', 'html', '--output', at('a.html')], {
    env: { TMPDIR: folder },
  });
  expect(readFileSync(at('home', 'letter.txt'), 'utf8')).toBe('mine');
  expect(existsSync(at('orihon-export-2024-talk'))).toBe(true);
});

test('places that are none are told in a sentence', async () => {
  symlinkSync(at('nowhere'), at('link'));
  expectPlain(await orihon(['build', at('deck'), '--out', at('link')]), /leads nowhere/);
  for (const port of LONG ? ['99999', 'abc'] : ['abc'])
    expectPlain(await orihon(['start', at('deck'), '--no-open', '--port', port]), /no port/);
});

test('names that no disk can hold, and links that lead to themselves, are told in a sentence @long', async () => {
  const long = 'a'.repeat(300);
  symlinkSync('loop', at('deck', 'loop'));
  writeFileSync(
    at('deck', '01.md'),
    `# A\n\n![a](${long}.png) ![b](loop) ![c](loop/c.png) ![d](a%00b.png)\n\n\`\`\`chart\nfile: "a\\0b.csv"\n\`\`\`\n`,
  );
  expectPlain(await orihon(['check', at('deck'), '--quick']), /there is no file/);
  writeDeck('Old');
  for (const words of [
    ['build', at('deck'), '--out', at(long)],
    ['export', at('deck'), '--format', 'text', '--output', at(long)],
    ['export', at('deck'), '--format', 'text', '--output', at('a.txt'), '--report', at(long)],
    ['new', at(long)],
    ['schema', '--out', at(long)],
  ])
    expectPlain(await orihon(words), /longer than a name may be/);
  expectPlain(await orihon(['check', '/dev/null']), /neither a folder nor a file/);
  expectPlain(await orihon(['import', at('deck'), '--to', at('deck')]), /is no file/);
});

test('the server answers an address that cannot be read, and goes on', async ({ request }) => {
  const served = await serveByOrihon(at('deck'));
  expect((await request.get(`${served.url}%`)).status()).toBe(400);
  expect((await request.get(served.url)).status()).toBe(200);
  await served.close();
});

const deep = {
  'a pattern that never ends': ['separator: "^(a+)+$"', `${'a'.repeat(40)}!`],
  'marks that open and never close': ['', '**a*'.repeat(20_000)],
  'comments in a front matter': [`${'# a\n'.repeat(30_000)}`, 'a'],
  'quotations in one another': ['', `${'>'.repeat(5000)} a`],
  'elements in one another': ['', `${'<div>'.repeat(20_000)}a`],
} as const;

for (const [name, [front, text]] of Object.entries(deep))
  test(`a deck of ${name} is read, or told, in time${name.startsWith('marks') ? '' : ' @long'}`, async () => {
    writeFileSync(at('deck', '01.md'), `---\ntitle: t\nsources: none\n${front}\n---\n\n# A\n\n${text}\n`);
    test.setTimeout(60_000);
    const { said } = await orihon(['check', at('deck'), '--quick']);
    expect(said).not.toMatch(/^\s+at .*[:)]/m);
  });
