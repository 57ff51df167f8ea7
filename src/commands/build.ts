import { resolve } from 'node:path';
import { UsageError } from '../base/failure.ts';
import { command, oneDeck } from './command.ts';
import { makeOrList } from './make-or-list.ts';

export const build = command({
  name: 'build',
  takes: '[deck] --out folder',
  says: 'write it as a static site',
  more: ['--with-notes   speaker notes too   --strict   only where nothing is left to say'],
  options: { out: { type: 'string' }, 'with-notes': { type: 'boolean' }, strict: { type: 'boolean' } },
  run: async (words, { out = 'dist', 'with-notes': notes = false, strict = false }) => {
    if (out.trim() === '') throw new UsageError('Name a folder with --out, e.g. "--out dist".');
    const began = performance.now();
    const site = await makeOrList(oneDeck(words), { notes, notices: true, strict });
    if (!site) return 1;
    const { buildSite } = await import('../site/build.ts');
    await buildSite(site, resolve(out));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${site.pages.length} slides in ${out} after ${seconds} s.`);
    return 0;
  },
});
