import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startChromium } from '../../../../src/browser/drive/start.ts';

test.skipIf(process.platform === 'win32')(
  'a program that does not start says why, and leaves nothing behind',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'orihon-start-'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = folder;
    try {
      const broken = join(folder, 'broken');
      writeFileSync(broken, '#!/bin/sh\necho "error while loading shared libraries" >&2\nexit 127\n', {
        mode: 0o755,
      });
      await expect(startChromium({ executablePath: broken, args: [] })).rejects.toThrow(
        /^Target closed\nerror while loading shared libraries\n+it ended with exit code 127/,
      );
      await expect(startChromium({ executablePath: join(folder, 'none'), args: [] })).rejects.toThrow(
        'ENOENT',
      );
      expect(readdirSync(folder)).toEqual(['broken']);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(folder, { recursive: true });
    }
  },
);
