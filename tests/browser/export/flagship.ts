import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../../src/cli.ts';
import { expect } from '../deck.ts';

/** The deck of this repository as a PDF, and what its export says of it. */
export interface Exported {
  readonly pdf: string;
  readonly report: string;
}

/** Exports the deck once for all workers: whoever comes first does, the others wait for it. */
export async function exportedFlagship(): Promise<Exported> {
  const folder = join(process.env['SITE_DECK_FOLDER'] ?? '', '..', 'flagship');
  const [done, doing] = [join(folder, 'done'), join(folder, 'doing')];
  mkdirSync(folder, { recursive: true });
  const isFirst = begins(doing);
  if (isFirst) {
    try {
      const words = ['--output', join(doing, 'deck.pdf'), '--report', join(doing, 'report.json')];
      expect(await main(['export', 'slides', ...words])).toBe(0);
      renameSync(doing, done);
    } finally {
      // After a failure the next one who asks begins anew.
      rmSync(doing, { recursive: true, force: true });
    }
  } else await expect.poll(() => existsSync(done), { timeout: 150_000 }).toBe(true);
  return { pdf: join(done, 'deck.pdf'), report: join(done, 'report.json') };
}

/** Whether nobody has begun, or finished, before. */
function begins(doing: string): boolean {
  if (existsSync(join(doing, '..', 'done'))) return false;
  try {
    mkdirSync(doing);
  } catch {
    return false;
  }
  // It may have been finished in between.
  if (!existsSync(join(doing, '..', 'done'))) return true;
  rmSync(doing, { recursive: true });
  return false;
}
