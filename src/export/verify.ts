import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportFault } from '../report/export-report.ts';

/** The standards a file is held against, as veraPDF names them. */
const FLAVOURS = [
  ['ua1', 'PDF/UA-1'],
  ['3a', 'PDF/A-3a'],
] as const;

/** What another program says of a finished file: a row of the table, and a fault for each standard it does not keep. */
export interface Verdict {
  readonly row: readonly [string, string];
  readonly faults: readonly ExportFault[];
}

/**
 * Asks veraPDF, where it is installed, whether a file keeps the standards it is to keep.
 * @param program its command
 */
export function verifyPdf(bytes: Uint8Array, program = 'verapdf'): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-verify-'));
  try {
    const file = join(folder, 'deck.pdf');
    writeFileSync(file, bytes);
    const kept: string[] = [];
    const faults: ExportFault[] = [];
    for (const [flavour, name] of FLAVOURS) {
      const { error, stdout } = spawnSync(program, ['--format', 'text', '--flavour', flavour, file], {
        encoding: 'utf8',
        // On Windows it is a script, which only a shell starts; the words are ours alone.
        shell: process.platform === 'win32',
      });
      if (error) return { row: ['veraPDF', 'was not asked: it is not installed'], faults: [] };
      if (/^PASS\b/m.test(stdout)) kept.push(name);
      else faults.push({ what: `veraPDF finds that the file is not ${name}` });
    }
    return {
      row: ['veraPDF', kept.length > 0 ? `finds nothing: ${kept.join(', ')}` : 'finds faults'],
      faults,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
