import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { verifyPdf } from '../../../src/export/verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'orihon-verapdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that answers as veraPDF does. */
function program(name: string, answer: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${answer}\n`);
  chmodSync(path, 0o755);
  return path;
}

const BYTES = new TextEncoder().encode('%PDF-1.7');

test.skipIf(process.platform === 'win32')(
  'a validator that finds nothing is a row, what it finds is a fault',
  () => {
    const pleased = program('pleased', 'echo "PASS $5 $4"');
    expect(verifyPdf(BYTES, pleased)).toEqual({
      row: ['veraPDF', 'finds nothing: PDF/UA-1, PDF/A-3a'],
      faults: [],
    });
    const strict = program('strict', 'if [ "$4" = 3a ]; then echo "FAIL $5"; exit 1; fi; echo "PASS $5"');
    const { row, faults } = verifyPdf(BYTES, strict);
    expect(row).toEqual(['veraPDF', 'finds nothing: PDF/UA-1']);
    expect(faults).toEqual([{ what: 'veraPDF finds that the file is not PDF/A-3a' }]);
  },
);

test('where there is none, that is said and nothing fails', () => {
  expect(verifyPdf(BYTES, join(folder, 'none')).faults).toEqual([]);
  expect(verifyPdf(BYTES, join(folder, 'none')).row[1]).toContain('not installed');
});
