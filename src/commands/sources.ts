import { join } from 'node:path';
import { type Problem, type Report, sortProblems } from '../base/problem.ts';
import type { DeckFiles } from '../deck/files.ts';
import type { Sources } from '../deck/sources/sources.ts';
import type { Finding } from '../network/check-sources.ts';
import type { ArchivedCopy } from '../network/wayback.ts';
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
    const [{ readDeck }, { checkSources }] = await Promise.all([
      import('../deck/read.ts'),
      import('../network/check-sources.ts'),
    ]);
    const folder = readDeck(oneDeck(words));
    const problems: Problem[] = [];
    const works = await readWorks(folder, (one) => problems.push(one));
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      await list(folder.root, sortProblems(errors));
      return 1;
    }
    const addressed = works.filter(({ source: { URL } }) => URL).length;
    if (addressed === 0) {
      console.log('No work of this deck has an address.');
      return 0;
    }
    if (!yes && !(await agree(`Ask for ${addressed} addresses over the network?`))) return 1;
    const findings = await checkSources(
      works.map(({ source }) => source),
      {},
      tell,
    );
    const bad = findings.filter(({ state }) => state === 'dead').length;
    console.log(
      `${findings.length} addresses: ${bad} dead, ${count(findings, 'moved')} moved, ${count(findings, 'changed')} changed, ${count(findings, 'unknown')} not known.`,
    );
    if (write || dry) await writeCopies(folder.root, works, { dry, yes });
    return bad > 0 ? 1 : 0;
  },
});

type PlacedWork = Sources extends ReadonlyMap<string, infer Placed> ? Placed : never;

/** Every work of a deck, from all three files a deck has them in, in their order. */
export async function readWorks(folder: DeckFiles, report: Report): Promise<readonly PlacedWork[]> {
  const { readSources } = await import('../deck/sources/read.ts');
  const bibtex = folder.has('sources.bib') ? await import('../deck/sources/bibtex.ts') : undefined;
  return [...readSources(folder, bibtex?.parseBibtex, report).sources.values()];
}

/** Says of the files that no copies are written into why not; undefined where every work stands in ours. */
export function sayUnwritten(copied: readonly PlacedWork[]): string | undefined {
  const others = copied.filter(({ place }) => place.file !== SOURCES);
  if (others.length === 0) return undefined;
  const files = [...new Set(others.map(({ place }) => place.file))].join(' and ');
  return `${others.length} of them are of ${files}, which another program writes and would write over: add those there, or move the works to ${SOURCES}.`;
}

function tell({ id, url, state, says }: Finding): void {
  if (state !== 'there') console.log(`${state}: ${id} (${url}) ${says}`);
}

function count(findings: readonly Finding[], state: Finding['state']): number {
  return findings.filter((finding) => finding.state === state).length;
}

async function writeCopies(
  root: string,
  works: readonly PlacedWork[],
  { dry, yes }: { readonly dry: boolean; readonly yes: boolean },
): Promise<void> {
  const [{ findArchived }, { addArchived }] = await Promise.all([
    import('../network/wayback.ts'),
    import('../network/add-archived.ts'),
  ]);
  const copies = new Map<string, ArchivedCopy>();
  for (const { source } of works) {
    const { id, URL, accessed, archived } = source;
    const copy = URL && !archived ? await findArchived(URL, accessed) : undefined;
    if (copy) copies.set(id, copy);
  }
  for (const [id, { url, date }] of copies) console.log(`+ ${id}: archived ${date} ${url}`);
  if (copies.size === 0) console.log('No copies were found that are not there already.');
  const copied = works.filter(({ source }) => copies.has(source.id));
  const unwritten = sayUnwritten(copied);
  if (unwritten) console.log(unwritten);
  const writable = copied.filter(({ place }) => place.file === SOURCES).length;
  if (dry || writable === 0) return;
  if (yes || (await agree(`Write ${writable} copies into ${join(root, SOURCES)}?`)))
    editFile(root, SOURCES, (text) => addArchived(text, copies));
}
