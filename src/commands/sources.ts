import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, sortProblems } from '../base/problem.ts';
import type { Source } from '../deck/sources/sources.ts';
import { addArchived } from '../network/add-archived.ts';
import { checkSources, type Finding } from '../network/check-sources.ts';
import { type ArchivedCopy, findArchived } from '../network/wayback.ts';
import { editFile } from '../site/write/edit-file.ts';
import { agree } from './ask.ts';
import { command, oneDeck } from './command.ts';
import { list } from './make-or-list.ts';

const SOURCES = 'sources.yaml';

export const sources = command({
  name: 'sources',
  takes: '[deck]',
  says: 'ask for the address of every work: what is dead, moved or changed (goes online)',
  more: [
    '--write   add copies that the Wayback Machine holds   --dry-run   only show them   --yes   without asking',
  ],
  options: { write: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } },
  run: async (words, { write = false, 'dry-run': dry = false, yes = false }) => {
    const deck = oneDeck(words);
    const path = join(deck, SOURCES);
    if (!existsSync(path)) {
      console.error(`There is no ${path}: works of other forms are checked by the programs that write them.`);
      return 1;
    }
    const text = readFileSync(path, 'utf8');
    const { parseSources } = await import('../deck/sources/sources.ts');
    const problems: Problem[] = [];
    const works = [
      ...parseSources({ file: SOURCES, text, firstLine: 1 }, (one) => problems.push(one)).values(),
    ].map(({ source }) => source);
    if (problems.length > 0) {
      list(deck, sortProblems(problems));
      return 1;
    }
    const addressed = works.filter(({ URL }) => URL).length;
    if (!yes && !(await agree(`Ask for ${addressed} addresses over the network?`))) return 1;
    const findings = await checkSources(works, {}, tell);
    const bad = findings.filter(({ state }) => state === 'dead').length;
    console.log(
      `${findings.length} addresses: ${bad} dead, ${count(findings, 'moved')} moved, ${count(findings, 'changed')} changed, ${count(findings, 'unknown')} not known.`,
    );
    if (write || dry) await writeCopies(deck, works, { dry, yes });
    return bad > 0 ? 1 : 0;
  },
});

function tell({ id, url, state, says }: Finding): void {
  if (state !== 'there') console.log(`${state}: ${id} (${url}) ${says}`);
}

function count(findings: readonly Finding[], state: Finding['state']): number {
  return findings.filter((finding) => finding.state === state).length;
}

async function writeCopies(
  deck: string,
  works: readonly Source[],
  { dry, yes }: { readonly dry: boolean; readonly yes: boolean },
): Promise<void> {
  const copies = new Map<string, ArchivedCopy>();
  for (const { id, URL, accessed, archived } of works) {
    const copy = URL && !archived ? await findArchived(URL, accessed) : undefined;
    if (copy) copies.set(id, copy);
  }
  for (const [id, { url, date }] of copies) console.log(`+ ${id}: archived ${date} ${url}`);
  if (copies.size === 0) console.log('No copies were found that are not there already.');
  if (dry || copies.size === 0) return;
  if (yes || (await agree(`Write ${copies.size} copies into ${join(deck, SOURCES)}?`)))
    editFile(deck, SOURCES, (text) => addArchived(text, copies));
}
