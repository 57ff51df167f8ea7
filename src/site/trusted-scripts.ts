import { attributes } from '../base/markup.ts';
import type { Report } from '../base/problem.ts';
import { addressOf, findFile } from '../deck/find-file.ts';
import type { FrontMatter } from '../deck/front-matter.ts';
import type { DeckFolder } from '../deck/read.ts';

/** The programs of a deck that run in its page: the deck's own files, and the tags that ask for them. */
export interface Scripts {
  readonly paths: readonly string[];
  readonly tags: readonly string[];
}

/** Programs that front matter names under `scripts`: they run only where the deck is vouched for. */
export function readScripts(
  { scripts = [], trust }: FrontMatter,
  folder: DeckFolder,
  report: Report,
): Scripts {
  const tell = (what: string, fix: string) =>
    report({ severity: 'notice', place: placeOf(folder), what, fix });
  if (scripts.length > 0 && !trust)
    tell(
      `programs do not run: ${scripts.join(', ')}`,
      'Take "scripts" away, or write "trust: true" in the front matter if you vouch for this deck.',
    );
  if (!trust) return { paths: [], tags: [] };
  const paths: string[] = [];
  const tags = scripts.flatMap((written) => {
    const found = findFile(written, folder);
    if (found.kind === 'file') paths.push(found.path);
    else if (found.kind !== 'remote') {
      tell(`there is no program "${written}"`, 'Write its path from the deck’s folder.');
      return [];
    }
    const src = found.kind === 'file' ? addressOf(found.path) : written;
    return [`<script${attributes({ src, defer: true })}></script>`];
  });
  return { paths, tags };
}

function placeOf({ slides, name }: DeckFolder) {
  const [first] = slides;
  const line = first?.text.split('\n').findIndex((one) => /^\s*scripts\s*:/.test(one)) ?? -1;
  return { file: first?.path ?? name, line: Math.max(0, line) + 1, column: 1 };
}
