import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { serveFolder } from '../../src/browser/serve-folder.ts';
import { injecting } from '../faults/injected.ts';
import { type Ended, orihon, serveByOrihon } from '../program.ts';
import { ATTACKS } from './attacks.ts';
import { type Show, showBuilt, showServed, successesOf } from './successes.ts';
import { settle } from './walk.ts';

// One test of each kind of fault that 49c0bda had, so plain that the same file runs on that checkout:
// ORIHON_UNDER_TEST=/that/checkout ORIHON_LONG=1 npx playwright test tests/security/eight-kinds.spec.ts
// There all eight fail. What each kind holds beside is tried in the other files here, and in tests/faults.

test.describe.configure({ timeout: 300_000 });

let folder = '';
const at = (...names: string[]) => join(folder, ...names);
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-kind-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a deck of one text, with what lies beside it. */
function write(front: string, text: string, files: Readonly<Record<string, string>> = {}): void {
  mkdirSync(at('deck'), { recursive: true });
  writeFileSync(at('deck', '01.md'), `---\ntitle: t\nsources: none\n${front}---\n\n# Front\n\n${text}\n`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(at('deck', path)), { recursive: true });
    writeFileSync(at('deck', path), content);
  }
}

const box = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="90"><rect width="${width}" height="90"/></svg>`;
const build = (env: Readonly<Record<string, string>> = {}) =>
  orihon(['build', at('deck'), '--out', at('site')], { env });
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const isStack = ({ said }: Ended) => /^\s+at .*[:)]/m.test(said);

test('1: no file of the user’s is removed or written over @long', async () => {
  write('', 'a', { 'timeline.yaml': 'lanes: []\n', 'sources.yaml': '[]\n' });
  mkdirSync(at('site', 'thesis'), { recursive: true });
  const theirs = [
    'index.html',
    'manifest.webmanifest',
    'sw.js',
    'thesis/thesis.tex',
    'robots.txt',
    '.htaccess',
  ];
  for (const name of theirs) writeFileSync(at('site', name), 'mine');
  await build();
  for (const name of theirs) expect(existsSync(at('site', name)), name).toBe(true);
  await orihon(['export', at('deck'), '--output', at('deck', 'timeline.yaml')]);
  await orihon(['export', at('deck'), '--output', at('a.pdf'), '--report', at('deck', 'sources.yaml')]);
  expect(readFileSync(at('deck', 'timeline.yaml'), 'utf8')).toBe('lanes: []\n');
  expect(readFileSync(at('deck', 'sources.yaml'), 'utf8')).toBe('[]\n');
});

/** Attacks whose names begin so, none of which may succeed: each in a deck of its own, since some are refused. */
async function expectNone(page: Page, names: RegExp, show: Show): Promise<void> {
  const attacks = ATTACKS.filter(({ name }) => names.test(name));
  expect(attacks.length).toBeGreaterThan(2);
  for (const attack of attacks)
    expect(await successesOf(page, [attack], show)).toEqual({ succeeded: [], refused: [] });
}

test('2: no file of a deck runs as a page of its own @long', async ({ page }) => {
  await expectNone(page, /^own-page-/, showBuilt);
});

test('3: what leaves its style or its attribute runs nothing on the served page @long', async ({ page }) => {
  await expectNone(
    page,
    /^(plain-style-break|mutation-form|img-srcset|svg-image|svg-mask|form-backslash)/,
    showServed,
  );
});

test('4: a stranger’s page gets no notes, and no file of another deck @long', async ({ page, request }) => {
  write('', 'Note: A secret.');
  const served = await serveByOrihon(at('deck'));
  const stranger = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<iframe src="${served.url}"></iframe><script>
      heard = []; onmessage = (event) => heard.push(JSON.stringify(event.data));
    </script>`);
  });
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  const address = stranger.address();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
  await page.waitForFunction(() => frames.length === 1);
  for (let round = 0; round < 20; round += 1) {
    await page.evaluate(() =>
      frames[0]?.postMessage(JSON.stringify({ method: 'getSlideNotes', args: [] }), '*'),
    );
    await settle(page);
  }
  expect(JSON.stringify(await page.evaluate('heard'))).not.toContain('secret');
  const answer = await request.get(`${served.url}@fs${join(process.cwd(), 'slides/01-opening.md')}`);
  expect(await answer.text()).not.toMatch(/^---\ntitle/);
  const foreign = await request.get(served.url, { headers: { Origin: 'http://localhost:9999' } });
  expect(foreign.headers()['access-control-allow-origin']).toBeUndefined();
  expect(foreign.ok()).toBe(false);
  await page.goto('about:blank');
  await served.close();
  await new Promise((done) => stranger.close(done));
});

test('5: a build that is killed leaves a whole site, and the next one mends it @long', async () => {
  write('', '![a](a.svg)', { 'a.svg': box(90) });
  await build();
  for (let moment = 1; moment <= 12; moment += 1) {
    write('', `![a](a.svg) ${moment}`, { 'a.svg': box(90 + moment) });
    await build(injecting({ fault: 'kill', at: moment, path: at('site') }));
    const html = existsSync(at('site', 'index.html')) ? readFileSync(at('site', 'index.html'), 'utf8') : '';
    const named = [...html.matchAll(/(?:src|href)="\.?\/?([\w./-]+\.(?:css|js|svg|webmanifest))"/g)];
    expect(named.length, `killed at ${moment}`).toBeGreaterThan(2);
    for (const [, path = ''] of named) expect(existsSync(at('site', path)), path).toBe(true);
  }
  const { code, said } = await build();
  expect(code, said).toBe(0);
});

test('6: a page from before a new build shows no picture of the new one @long', async ({ page }) => {
  write('', '![A box](a.svg)', { 'a.svg': box(90) });
  await build();
  const server = await serveFolder(at('site'));
  const html = readFileSync(at('site', 'index.html'), 'utf8');
  write('', '![A box](a.svg)', { 'a.svg': box(180) });
  await build();
  await page.route(server.url, (route) => route.fulfill({ body: html, contentType: 'text/html' }));
  await page.goto(server.url);
  const width = await page
    .getByRole('img', { name: 'A box' })
    .evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0));
  // Gone is what a page of old may find; never a picture that is not its own.
  expect(width).not.toBe(180);
  await page.goto('about:blank');
  await server.close();
});

test('7: no text and no option hangs the program or shows its stack @long', async () => {
  const texts: readonly (readonly [string, string])[] = [
    ['separator: "^(a+)+$"\n', `${'a'.repeat(40)}!`],
    ['', '**a*'.repeat(60_000)],
    ['# a\n'.repeat(90_000), 'a'],
    ['', `${'>'.repeat(5000)} a`],
    ['', `${'<div>'.repeat(20_000)}a`],
  ];
  for (const [front, text] of texts) {
    write(front, text);
    // Far above what any of them takes; what hangs takes minutes, or never ends.
    const ended = await orihon(['check', at('deck'), '--quick'], { timeout: 60_000 });
    expect(ended.code === null || isStack(ended), `${front}${text}`.slice(0, 30)).toBe(false);
  }
  write('', 'a');
  const full = await build(injecting({ fault: 'ENOSPC', at: 3, path: at('site') }));
  expect(isStack(full)).toBe(false);
  const port = await orihon(['start', at('deck'), '--no-open', '--port', '99999']);
  expect(isStack(port)).toBe(false);
});

test('8: what passes the check is exported, and no address of another machine is left @long', async () => {
  const decks: readonly (readonly [string, string])[] = [
    ['trust: true\n', '<iframe src="https://example.org/"></iframe>'],
    [
      'trust: true\n',
      '<script src="https://example.org/a.js"></script><script>Lost.run()</script>\n\n<b onclick="a()">a</b>',
    ],
    ['', '---\n\n<!-- .slide: data-visibility="hidden" -->\n\n## Hidden'],
    ['', '---\n\n<!-- .slide: data-background-video="gone.mp4" -->\n\n## Film'],
    ['', `![a](data:image/png;base64,${PIXEL})`],
  ];
  for (const [front, text] of decks) {
    write(front, text);
    const checked = await orihon(['check', at('deck')]);
    const exported = await orihon(['export', at('deck'), '--output', at('talk.pdf')]);
    expect(exported.code === 0 || checked.code !== 0, `${text}\n${checked.said}\n${exported.said}`).toBe(
      true,
    );
    rmSync(at('talk.pdf'), { force: true });
  }
  write('', '![a](file:///etc/hosts) [b](smb://host/share) <img src="\\\\host\\share\\a.png" alt="c">');
  await build();
  const page = existsSync(at('site')) ? readdirSync(at('site')).filter((name) => name.endsWith('.html')) : [];
  for (const name of page)
    expect(readFileSync(at('site', name), 'utf8')).not.toMatch(/(src|href)="(file:|smb:|\\\\)/);
});
