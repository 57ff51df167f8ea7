import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { digest } from '../../../src/base/disk-cache.ts';
import { buildSite } from '../../../src/site/build.ts';
import { makeSite } from '../../../src/site/site.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function filesOf(out: string): Record<string, string> {
  const paths = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path, digest(readFileSync(path))]));
}

test('a second build writes the same bytes, and leaves what is not of the site', async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon build '));
  const out = join(folder, 'site');
  const { site } = await makeSite('tests/decks/small', { notes: false });
  if (!site) throw new Error('the deck has errors');
  await buildSite(site, out);
  const first = filesOf(out);
  mkdirSync(join(out, '.git'));
  writeFileSync(join(out, '.git', 'HEAD'), 'ref: refs/heads/main');
  await buildSite(site, out);
  const { [join(out, '.git', 'HEAD')]: head, ...second } = filesOf(out);
  expect(head).toBeDefined();
  expect(second).toEqual(first);
});

test('no site is built into its deck, or over a file', async () => {
  folder = mkdtempSync(join(tmpdir(), 'orihon build '));
  writeFileSync(join(folder, 'talk.md'), '# My talk');
  const { site } = await makeSite(folder, { notes: false });
  if (!site) throw new Error('the deck has errors');
  await expect(buildSite(site, folder)).rejects.toThrow(/is the deck itself/);
  await expect(buildSite(site, join(folder, 'talk.md'))).rejects.toThrow(/is a file/);
  expect(readdirSync(folder)).toEqual(['talk.md']);
});
