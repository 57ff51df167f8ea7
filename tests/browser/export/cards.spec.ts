import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserSource } from '../../../src/browser/open-site.ts';
import { takeCards } from '../../../src/export/cards.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';
import { expect, test } from '../deck.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-cards-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

// One browser takes them all.
test.describe.configure({ mode: 'default' });
const browser = browserSource();
test.afterAll(() => browser.close());

const silent = { say: () => undefined, count: () => undefined };

test('every slide has a picture for whoever shares it, and a build without takes them away', async () => {
  const { site } = await makeSite('tests/decks/small', { notes: false });
  if (!site) throw new Error('no site');
  const first = await takeCards(site, browser, silent);
  expect(first.faults).toEqual([]);
  expect([...first.files.keys()]).toEqual(site.pages.map(({ id }) => `slide/${id}.png`));
  for (const bytes of first.files.values()) {
    const png = Buffer.from(bytes);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  }
  expect(new Set([...first.files.values()].map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(
    first.files.size,
  );

  const listed = () =>
    Object.keys(JSON.parse(readFileSync(join(folder, '.orihon-files.json'), 'utf8')).files);
  await buildSite(site, folder, first.files);
  expect(listed()).toEqual(expect.arrayContaining([...first.files.keys()]));
  const page = readFileSync(join(folder, 'slide/years.html'), 'utf8');
  expect(page).toContain('<meta property="og:image" content="./years.png">');
  const written = readFileSync(join(folder, 'slide/years.png'));
  expect(written.equals(first.files.get('slide/years.png') ?? new Uint8Array())).toBe(true);
  await buildSite(site, folder);
  expect(listed().filter((path) => path.endsWith('.png'))).toEqual([]);
  expect(readFileSync(join(folder, 'slide/years.html'), 'utf8')).not.toContain('og:image');
});

test('a deck’s cards are the same bytes twice @long', async () => {
  const { site } = await makeSite('tests/decks/small', { notes: false });
  if (!site) throw new Error('no site');
  const [once, again] = [await takeCards(site, browser, silent), await takeCards(site, browser, silent)];
  for (const [path, bytes] of once.files)
    expect(Buffer.from(bytes).equals(again.files.get(path) ?? new Uint8Array())).toBe(true);
});

test('what other hosts would give a trusted deck is named, and the cards are taken without it', async () => {
  const deck = join(folder, 'trusted');
  mkdirSync(deck);
  writeFileSync(
    join(deck, 'deck.md'),
    '---\ntitle: Trusted\ntrust: true\n---\n\n# One\n\n<p id="a">A harbour</p>\n<script>document.getElementById("a").style.background = "url(https://example.org/harbour.png)"</script>\n\n' +
      '---\n\n# Two\n\n<iframe src="https://example.net/map"></iframe>\n',
  );
  const { site } = await makeSite(deck, { notes: false });
  if (!site) throw new Error('no site');
  const { files, faults, unseen } = await takeCards(site, browser, silent);
  expect(faults).toEqual([]);
  expect(files.size).toBe(2);
  expect(unseen.map(({ what }) => what)).toEqual([
    'https://example.net/map is not in it: nothing is fetched for it',
    'https://example.org/harbour.png is not in it: nothing is fetched for it',
  ]);
});
