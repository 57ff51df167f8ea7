import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StaticServer, serveFolder } from '../../src/browser/serve-folder.ts';
import { buildSite } from '../../src/site/build.ts';
import { makeSite } from '../../src/site/site.ts';
import { test } from './deck.ts';

/**
 * Builds a deck of a file's tests, by its files' names, and opens it on a phone before each of them.
 *
 * @returns what tells its address, once it is served
 */
export function showOnPhone(files: Readonly<Record<string, string>>): () => string {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  let folder = '';
  let server: StaticServer | undefined;
  const address = (): string => server?.url ?? '';
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'orihon-phone-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { site } = await makeSite(folder, { notes: false });
    if (!site) throw new Error('the deck has errors');
    await buildSite(site, join(folder, 'site'));
    server = await serveFolder(join(folder, 'site'));
  });
  test.afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  test.beforeEach(async ({ page }) => {
    await page.goto(address());
    await page.waitForFunction(() => document.documentElement.dataset['read'] === 'ready');
  });
  return address;
}
