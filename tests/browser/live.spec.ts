import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { serveDeck } from '../../src/build/vite.ts';
import { expect, test } from './deck.ts';

test.describe.configure({ mode: 'serial' });

let folder = '';
let server: ViteDevServer;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-live-'));
  writeFileSync(
    join(folder, '1.md'),
    '# First\n\n---\n\n<!-- .slide: id="second" -->\n## Second\n\nNote:\nsaid only\n',
  );
  server = await serveDeck(folder, { port: 5273, open: false });
});

test.afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a save shows at once on the same slide; a broken one shows its place over the last good deck', async ({
  page,
}) => {
  const file = join(folder, '1.md');
  const good = readFileSync(file, 'utf8');
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}#/second`);
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
  expect(await page.locator('aside.notes').textContent()).toContain('said only');

  writeFileSync(file, good.replace('## Second', '## Second, mended'));
  await expect(page.getByRole('heading', { name: 'Second, mended' })).toBeVisible();
  expect(await page.evaluate(() => window.Reveal.getCurrentSlide().id)).toBe('second');

  writeFileSync(file, good.replace('## Second', '## Second\n\n[@nobody]'));
  const overlay = page.locator('vite-error-overlay');
  await expect(overlay.getByText(/1\.md:8:3: error: unknown source "nobody"/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Second, mended' })).toBeAttached();

  writeFileSync(file, good);
  await expect(overlay).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Second', exact: true })).toBeVisible();
});

test('only this machine can reach the server', () => {
  expect(server.resolvedUrls?.network).toEqual([]);
});
