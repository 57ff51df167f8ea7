import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withTemporaryFolder } from '../../../src/browser/temporary-folder.ts';

test('what a killed run left goes, and nothing else, whatever its name', async () => {
  const above = mkdtempSync(join(tmpdir(), 'orihon temporary '));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = above;
  try {
    // No process has so high a number.
    const left = join(above, 'orihon-export-99999999-0a1b2c');
    for (const folder of [
      left,
      join(above, 'orihon-export-99999999-112233'),
      join(above, 'orihon-export-2024-talk'),
    ])
      mkdirSync(folder);
    writeFileSync(join(left, '.orihon-temporary'), '');
    const during = await withTemporaryFolder(
      async () => undefined,
      async () => readdirSync(above).length,
    );
    expect(during).toBe(3);
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(above).sort()).toEqual(['orihon-export-2024-talk', 'orihon-export-99999999-112233']);
  } finally {
    process.env['TMPDIR'] = before;
    if (before === undefined) delete process.env['TMPDIR'];
    rmSync(above, { recursive: true, force: true });
  }
});
