import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { pagesElsewhere, printableSite } from '../../../src/site/in-memory.ts';
import { makeSite } from '../../../src/site/site.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The page that is printed of a deck with one slide. */
async function printed(front: string, slide: string): Promise<string> {
  return String((await printableSite(await siteOf(front, slide))).get('index.html'));
}

async function siteOf(front: string, slide: string) {
  folder = mkdtempSync(join(tmpdir(), 'orihon print '));
  writeFileSync(join(folder, 'talk.md'), `---\ntitle: t\nsources: none\n${front}---\n\n# A\n\n${slide}\n`);
  const { site } = await makeSite(folder, { notes: false });
  if (!site) throw new Error('the deck has errors');
  return site;
}

test('in the place of another host’s page stand its title and its address, in its size', async () => {
  const html = await printed(
    'trust: true\n',
    '<iframe src="https://example.org/map" title="A map" width="800" height="400"></iframe>',
  );
  expect(html).not.toContain('<iframe');
  expect(html).toMatch(
    /<span style="width:800px;height:400px" class="picture-frame" role="img" aria-label="A map">/,
  );
  expect(html).toContain('<span class="picture-address">https://example.org/map</span>');
});

test('a deck that is trusted runs its own programs on paper, and asks nobody', async () => {
  const policy = (html: string) => /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  expect(policy(await printed('trust: true\n', 'a'))).toMatch(
    /script-src (&#39;|')self\1 (&#39;|')unsafe-inline/,
  );
  expect(policy(await printed('trust: true\n', 'a'))).not.toContain('https:');
  expect(policy(await printed('', 'a'))).not.toContain('unsafe-inline');
});

test('the pages of other hosts that are not printed are named, each once; of an untrusted deck none is left', async () => {
  const frame = '<iframe src="https://example.org/map"></iframe>';
  const frames = `${frame}\n\n${frame}\n\n<iframe data-src="https://example.net/film"></iframe>`;
  expect(pagesElsewhere(await siteOf('trust: true\n', frames))).toEqual([
    'https://example.org/map',
    'https://example.net/film',
  ]);
  rmSync(folder, { recursive: true });
  expect(pagesElsewhere(await siteOf('', frames))).toEqual([]);
});
