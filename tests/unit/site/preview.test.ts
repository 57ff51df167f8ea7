import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite } from '../../../src/site/site.ts';

test('the site names the preview a deck brings, by its whole address where the deck says it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon preview '));
  try {
    const head = async (url: string) => {
      writeFileSync(join(folder, '1.md'), `---\ntitle: A "deck"\ndescription: Words\n${url}---\n\n# One\n`);
      const { site, problems } = await makeSite(folder, { notes: false });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      return { head: site?.head ?? '', files: [...(site?.files.keys() ?? [])] };
    };
    const without = await head('');
    expect(without.head).toContain('<meta property="og:title" content="A &quot;deck&quot;">');
    expect(without.head).not.toContain('og:image');
    writeFileSync(join(folder, 'preview.png'), 'a picture');
    const relative = await head('');
    expect(relative.head).toContain('<meta property="og:image" content="./preview.png">');
    expect(relative.files).toContain('preview.png');
    const whole = await head('url: https://example.org/talk\n');
    expect(whole.head).toContain('content="https://example.org/talk/preview.png"');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
