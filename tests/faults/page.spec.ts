import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type StaticServer, serveFolder } from '../../src/browser/serve-folder.ts';
import { orihon } from '../program.ts';

// What may go wrong behind a page that is open: through the command line and a browser alone.

// Each goes on with what the one before has built, where it can.
test.describe.configure({ mode: 'default' });

let folder = '';
let built: Build | undefined;
let server: StaticServer | undefined;
const at = (...names: string[]) => join(folder, ...names);

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-page-fault-'));
  mkdirSync(at('deck'));
});
test.afterEach(async ({ page }) => {
  await page.goto('about:blank');
  await server?.close();
  server = undefined;
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each build has a picture of its own width, so that a page tells by itself which build each of its parts is of. */
const BUILDS = { Old: 90, New: 180 } as const;
type Build = keyof typeof BUILDS;

async function build(title: Build): Promise<void> {
  const width = BUILDS[title];
  const box = `width="${width}" height="90"`;
  writeFileSync(
    at('deck', '01.md'),
    `---\ntitle: ${title}\nsources: none\n---\n\n# ${title}\n\n---\n\n## Picture of ${title}\n\n![A box](a.svg)\n\n---\n\n` +
      '## Trade\n\n```chart\nfile: a.csv\n```\n',
  );
  writeFileSync(at('deck', 'a.svg'), `<svg xmlns="http://www.w3.org/2000/svg" ${box}><rect ${box}/></svg>`);
  writeFileSync(at('deck', 'a.csv'), 'year,trade\n1902,3\n1910,5\n1923,4\n');
  const { code, said } = await orihon(['build', at('deck'), '--out', at('site')]);
  expect(code, said).toBe(0);
  built = title;
}

const ready = (page: Page) => page.waitForFunction(() => window.Reveal?.isReady());
const whole = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 });
const go = (page: Page, slide: number) => page.evaluate((to) => window.Reveal.slide(to), slide);

/** The build that heading and picture are both of. */
async function buildShown(page: Page): Promise<Build | undefined> {
  await go(page, 1);
  const heading = page.getByRole('heading', { name: /Picture of/ });
  await expect(heading).toBeVisible();
  const named = (await heading.innerText()).replace('Picture of ', '');
  const picture = page.getByRole('img', { name: 'A box' });
  const width = () => picture.evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0));
  await expect.poll(width).toBeGreaterThan(0);
  const drawn = await width();
  return (['Old', 'New'] as const).find((title) => title === named && BUILDS[title] === drawn);
}

test.describe('with a copy that the browser keeps', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a page opened before a new build is of the old one, whole, and the next of the new @long', async ({
    page,
    context,
  }) => {
    await build('Old');
    server = await serveFolder(at('site'));
    await page.goto(server.url);
    await whole(page);
    await build('New');
    // The page from before has not shown its picture yet.
    expect(await buildShown(page)).toBe('Old');
    const second = await context.newPage();
    await second.goto(server.url);
    await ready(second);
    expect(await buildShown(second)).toBe('New');
    await whole(second);
    await page.reload();
    await ready(page);
    expect(await buildShown(page)).toBe('New');
    await server.close();
    await page.reload();
    await ready(page);
    expect(await buildShown(page)).toBe('New');
  });

  test('a host that answers that it is down is no better than none: the copy is shown @long', async ({
    page,
  }) => {
    await build('Old');
    let answer: ((response: ServerResponse) => void) | undefined;
    server = await serveFolder(at('site'));
    const behind = server.url;
    const front = createServer(async (request, response) => {
      if (answer) return answer(response);
      const from = await fetch(new URL(request.url ?? '/', behind));
      response.writeHead(from.status, { 'Content-Type': from.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await from.arrayBuffer()));
    });
    await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
    const address = front.address();
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
    await whole(page);
    for (const status of [500, 503]) {
      answer = (response) => response.writeHead(status, { 'Content-Type': 'text/html' }).end('<h1>Down</h1>');
      await page.reload();
      await ready(page);
      expect(await buildShown(page), `${status}`).toBe('Old');
    }
    front.closeAllConnections();
    front.close();
  });
});

for (const [what, files] of Object.entries({
  'a face @long': /\.woff2$/,
  'a figure’s program': /assets\/mount-[^/]*\.js$/,
  'a picture @long': /\.svg$/,
}))
  test(`a page that loses ${what} on the way is presented all the same`, async ({ page }) => {
    const lost = await lose(page, files);
    for (const name of [/^New$/, /Picture of New/, 'Trade']) {
      await expect(page.getByRole('heading', { name })).toBeVisible();
      await page.keyboard.press('PageDown');
    }
    await page.keyboard.press('Home');
    await expect(page.getByRole('heading', { name: /^New$/ })).toBeVisible();
    await expect.poll(lost).toBeGreaterThan(0);
  });

test('a page that loses the whole program on the way is read', async ({ page }) => {
  const lost = await lose(page, /assets\/(slides|later)-[^/]*\.js$/, { waits: false });
  for (const name of [/^New$/, /Picture of New/, 'Trade'])
    await expect(page.getByRole('heading', { name })).toBeVisible();
  expect(lost()).toBeGreaterThan(0);
});

/** Opens the page of a new build, to which files of some names never come. @returns how many have not come yet. */
async function lose(page: Page, files: RegExp, { waits = true } = {}): Promise<() => number> {
  if (built !== 'New') await build('New');
  server = await serveFolder(at('site'));
  let lost = 0;
  await page.route(files, (route) => {
    lost += 1;
    return route.abort();
  });
  await page.goto(server.url);
  if (waits) await ready(page);
  return () => lost;
}

test('ten thousand changes of slide leave the page as it was @long', async ({ page }) => {
  if (built !== 'New') await build('New');
  server = await serveFolder(at('site'));
  await page.goto(server.url);
  await ready(page);
  const walk = (times: number) =>
    page.evaluate(async (count) => {
      for (let step = 0; step < count; step++) {
        window.Reveal.slide(step % 3);
        if (step % 100 === 0) await new Promise(requestAnimationFrame);
      }
      window.Reveal.slide(0);
      await new Promise(requestAnimationFrame);
      return document.querySelectorAll('*').length;
    }, times);
  const before = await walk(30);
  expect(await walk(10_000)).toBe(before);
  expect(await buildShown(page)).toBe('New');
});
