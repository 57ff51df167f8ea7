import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { mimeOf } from '../../../src/site/mime.ts';
import { expect, test } from '../deck.ts';

/** The end of the first slide in the page: what follows is not waited for. */
const FIRST = '</section>';
const folder = process.env['SITE_DECK_FOLDER'] ?? '';
const html = readFileSync(join(folder, 'index.html'), 'utf8');
const head = html.slice(0, html.indexOf(FIRST) + FIRST.length);

let server: Server | undefined;
test.afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** kB of 1,000 bytes, as a server sends them: gzip -9; fonts are packed already. */
function sent(path: string, content: string | Buffer): number {
  return (path.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length) / 1000;
}

/** Serves the built deck, the page only as far as its first slide. */
async function serveHead(): Promise<{
  url: string;
  asked: readonly string[];
  held: () => ServerResponse | undefined;
}> {
  const asked: string[] = [];
  let held: ServerResponse | undefined;
  const made = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
    response.setHeader('Content-Type', mimeOf(path || 'index.html'));
    if (path === '') {
      held = response;
      response.write(head);
      return;
    }
    asked.push(path);
    response.end(readFileSync(join(folder, path)));
  }).listen(0, 'localhost');
  server = made;
  await new Promise((resolve) => made.once('listening', resolve));
  const address = made.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://localhost:${port}/`, asked, held: () => held };
}

test('the first slide shows before the rest of the page is here, and takes at most 60 kB until then', async ({
  browser,
}) => {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const { url, asked, held } = await serveHead();
  await page.goto(url, { waitUntil: 'commit' });
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length))
    .toBe(1);
  const headline = page.locator('.slides section h1').first();
  await expect(headline).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length))
    .toBeGreaterThan(0);
  expect(held()?.writableEnded).toBe(false);
  // Sheets for other media, and scripts that are fetched ahead, hold nothing back.
  const blocking = asked.filter((path) => {
    const link = html.split('\n').find((line) => line.includes(path)) ?? '';
    return /\.(css|woff2)$/.test(path) ? !/media=|manifest/.test(link) : link.includes('blocking="render"');
  });
  const sizes = blocking.map((path) => [path, sent(path, readFileSync(join(folder, path)))] as const);
  const total = sent('index.html', head) + sizes.reduce((sum, [, size]) => sum + size, 0);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(60);
  await page.close();
});

test('what looks closer at a timeline is a script of its own, of at most 15 kB, that no page asks for', () => {
  const assets = readdirSync(join(folder, 'assets'));
  const own = assets.filter((name) => /^closer-[^/]*\.js$/.test(name));
  expect(own).toHaveLength(1);
  for (const name of own) {
    const script = readFileSync(join(folder, 'assets', name));
    // By Brotli, as hosts send what is fetched later; 16.3 by gzip.
    expect(brotliCompressSync(script).length / 1000).toBeLessThanOrEqual(15);
    expect(sent(name, script)).toBeLessThanOrEqual(16.4);
    expect(html).not.toContain(name);
  }
});

test('the whole page is at most 90 kB', () => {
  expect(sent('index.html', html)).toBeLessThanOrEqual(90);
});
