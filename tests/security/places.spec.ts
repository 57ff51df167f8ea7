import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type StaticServer, serveFolder } from '../../src/browser/serve-folder.ts';
import { orihon, type Served, serveByOrihon } from '../program.ts';
import { namesRunIn, settle, writeDeck } from './walk.ts';

// What comes from elsewhere than from the deck: addresses, what a browser kept, other sites.

const MARKUP = '<img src=x onerror=top.pwned=[1]>';
let folder = '';
let site: StaticServer | undefined;
let served: Served | undefined;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-place-'));
  const deck = join(folder, 'deck');
  writeDeck(deck, [{ name: 'words', slide: `said by all: \`${MARKUP}\`` }, { name: 'last' }]);
  await orihon(['build', deck, '--out', join(folder, 'site'), '--with-notes']);
  [site, served] = await Promise.all([serveFolder(join(folder, 'site')), serveByOrihon(deck)]);
});
test.afterAll(async () => {
  await Promise.all([site?.close(), served?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

test('no address runs anything', async ({ page }) => {
  const url = site?.url ?? '';
  const part = encodeURIComponent(MARKUP);
  for (const address of [
    `#/${MARKUP}`,
    `#/${part}/1`,
    `#/9999999/9999999/9999999`,
    `?read=${part}#${MARKUP}`,
    `?speaker=${part}`,
    `?${MARKUP}`,
    `#/javascript:top.pwned=[1]`,
  ]) {
    await page.goto('about:blank');
    await page.goto(`${url}${address}`);
    await settle(page);
    expect(await namesRunIn([page]), address).toEqual([]);
  }
});

test('nothing that a browser kept, and no name of a window, runs anything', async ({ page }) => {
  const url = site?.url ?? '';
  await page.goto(url);
  await page.waitForFunction(() => window.Reveal?.isReady());
  const keys = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  const known = ['orihon-theme', 'orihon-notes-size', 'orihon-view', 'orihon-nonce:/', 'orihon-started:/'];
  await page.evaluate(
    ({ names, text }) => {
      for (const name of names) {
        localStorage.setItem(name, text);
        sessionStorage.setItem(name, text);
      }
      window.name = `orihon-stage-${text}`;
    },
    { names: [...keys, ...known], text: `"'>${MARKUP}` },
  );
  for (const address of ['', '?speaker', '?read']) {
    await page.goto('about:blank');
    await page.goto(`${url}${address}`);
    await settle(page);
  }
  expect(await namesRunIn([page])).toEqual([]);
});

test('words that are found, and words that are looked for, are shown as words', async ({ page }) => {
  await page.goto(site?.url ?? '');
  await page.waitForFunction(() => window.Reveal?.isReady());
  await page.keyboard.press('F3');
  const field = page.getByRole('searchbox').or(page.getByRole('combobox')).first();
  await field.fill('onerror');
  await expect(page.getByRole('dialog')).toContainText('onerror=');
  await field.fill(MARKUP);
  await field.fill(`nothing ${MARKUP}`);
  await settle(page);
  expect(await namesRunIn([page])).toEqual([]);
});

test('framed by a stranger, the page shows its slides and gives nothing else', async ({ page }) => {
  const url = site?.url ?? '';
  const stranger = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(`<iframe src="${url}" width="960" height="540"></iframe><script>
      heard = []; onmessage = (event) => heard.push(JSON.stringify(event.data));
      ask = () => {
        for (const method of ['getSlideNotes', 'getState', 'getSlides', 'slide'])
          frames[0].postMessage(JSON.stringify({ method, args: [1] }), '*');
        for (const orihon of ['hello', 'key', 'go', 'show', 'clock'])
          frames[0].postMessage({ orihon, nonce: '', startedAt: null, id: 'last', state: { indexh: 2 }, press: { key: 'End' } }, '*');
      };
    </script>`);
  });
  await new Promise<void>((done) => stranger.listen(0, 'localhost', done));
  const address = stranger.address();
  await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : 0}/`);
  const frame = page.frames().find((one) => one.url().startsWith(url));
  await frame?.waitForFunction(() => window.Reveal?.isReady());
  const shown = await frame?.evaluate(() => window.Reveal.getCurrentSlide().id);
  await page.evaluate('ask()');
  await settle(page);
  await frame?.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  expect(await page.evaluate('heard')).toEqual([]);
  expect(await frame?.evaluate(() => window.Reveal.getCurrentSlide().id)).toBe(shown);
  expect(await frame?.locator('h1').first().innerText()).toBe('Front');
  expect(await frame?.locator('aside.notes').count()).toBe(0);
  // Some browsers refuse it by themselves.
  const kept = await frame?.evaluate(() => Object.keys(localStorage).length).catch(() => 0);
  expect(kept).toBe(0);
  await page.goto('about:blank');
  await new Promise((done) => stranger.close(done));
});

test('the server answers its own page, and no other site, deck or file', async ({ request }) => {
  const url = served?.url ?? '';
  const own = await request.get(url);
  expect(own.headers()['content-security-policy']).toContain("frame-ancestors 'self'");
  const status = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
    (await request.get(`${url}${path}`, { headers })).status();
  expect(await status('', { Origin: 'http://localhost:9999' })).toBe(403);
  expect(await status('', { Origin: 'null' })).toBe(403);
  expect(await status('', { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'cors' })).toBe(403);
  expect(
    await status('', {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'iframe',
    }),
  ).toBe(403);
  expect(await status('', { Host: 'evil.test' })).toBe(403);
  for (const path of [
    `@fs${join(process.cwd(), 'slides/01-opening.md')}`,
    `@fs${join(process.cwd(), 'slides/timeline.yaml')}`,
    '@fs/etc/hosts',
    'deck/own.html',
    '..%2f..%2fetc%2fhosts',
    '01.md?raw',
    '@id/__x00__/etc/hosts',
  ]) {
    const answer = await request.get(`${url}${path}`);
    // Under any other name there is the page, or nothing.
    if (answer.ok()) expect(await answer.text(), path).toContain('<html data-version=');
  }
});
