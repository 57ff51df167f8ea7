import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite } from '../../../src/site/site.ts';

test('years that cannot be read are a problem with their slide’s place, and with what would be right', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-years-'));
  writeFileSync(join(folder, 'a.md'), '<!-- .slide: id="one" data-years="1850-1860" -->\n# One\n');
  const { site, problems } = await makeSite(folder, { notes: false });
  rmSync(folder, { recursive: true });
  expect(site?.pages).toHaveLength(1);
  expect(problems).toMatchObject([
    {
      severity: 'notice',
      place: { file: 'a.md', line: 1 },
      what: 'data-years="1850-1860" is no stretch of time',
    },
  ]);
});

test('a deck without a timeline has no strip', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-years-'));
  writeFileSync(join(folder, 'a.md'), '<!-- .slide: id="one" data-years="1850/1860" -->\n# One\n');
  const { site } = await makeSite(folder, { notes: false });
  rmSync(folder, { recursive: true });
  expect(site?.strip).toBe('');
});
