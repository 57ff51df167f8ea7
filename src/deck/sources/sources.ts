import { z } from 'zod';
import type { Place, Report } from '../../base/problem.ts';
import { type Located, readYaml, type YamlText } from '../../base/yaml/read.ts';
import { GROUPS, type Work, WorkSchema } from './work.ts';

/** A work cited, with the keys of CSL that are shown, in words. */
export interface Source {
  readonly id: string;
  readonly type: Work['type'];
  readonly title: string;
  readonly 'title-short'?: string | undefined;
  readonly author?: string | undefined;
  readonly editor?: string | undefined;
  readonly translator?: string | undefined;
  readonly publisher?: string | undefined;
  readonly 'publisher-place'?: string | undefined;
  readonly 'container-title'?: string | undefined;
  readonly 'event-title'?: string | undefined;
  readonly genre?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly page?: string | undefined;
  readonly number?: string | undefined;
  readonly edition?: string | undefined;
  readonly archive?: string | undefined;
  readonly archive_location?: string | undefined;
  /** `1969`, `1969-07` or `1969-07-20`; in words where CSL has no parts. */
  readonly issued?: string | undefined;
  /** The day it was read at its address. */
  readonly accessed?: string | undefined;
  /** Its address; of a work that has only a DOI, that of the DOI. */
  readonly URL?: string | undefined;
  readonly DOI?: string | undefined;
  readonly language?: string | undefined;
  readonly note?: string | undefined;
  /** A copy that an archive of the web keeps. */
  readonly archived?: { readonly url: string; readonly date?: string | undefined } | undefined;
  readonly sha256?: string | undefined;
}

/** Every work of `sources.yaml`, by id, with the place of each entry. */
export type Sources = ReadonlyMap<string, { readonly source: Source; readonly place: Place }>;

/** The works a deck cites, grouped as listed and numbered through. */
export interface Bibliography {
  /** Their headings by the names of the words. */
  readonly groups: readonly {
    readonly heading: (typeof GROUPS)[number][0];
    readonly entries: readonly NumberedSource[];
  }[];
  /** The numbered entry of a cited work; undefined for an id that is not in `sources.yaml`. */
  readonly entry: (id: string) => NumberedSource | undefined;
}

export interface NumberedSource {
  readonly number: number;
  readonly source: Source;
}

const Works = z.array(WorkSchema);

/** A list of works, or one under `references:`, as Pandoc keeps it in a file of its own. */
function readWorks(file: YamlText, report: Report): Located<readonly Work[]> | undefined {
  if (!/^(?:---[ \t]*\n|[ \t]*(?:#[^\n]*)?\n)*references[ \t]*:/.test(file.text))
    return readYaml(file, Works, report);
  const read = readYaml(file, z.strictObject({ references: Works }), report);
  return read && { value: read.value.references, placeOf: (path) => read.placeOf(['references', ...path]) };
}

/** Reads `sources.yaml`, a list of works. Twice the same id, unknown keys and bad dates are reported. */
export function parseSources(file: YamlText, report: Report): Sources {
  const sources = new Map<string, { source: Source; place: Place }>();
  const list = readWorks(file, report);
  for (const [index, work] of (list?.value ?? []).entries()) {
    const source = sourceOf(work);
    const place = list?.placeOf([index, 'id']) ?? { file: file.file, line: file.firstLine, column: 1 };
    const first = sources.get(source.id);
    if (first)
      report({
        severity: 'error',
        place,
        what: `the source id "${source.id}" is used twice (first in line ${first.place.line})`,
        fix: 'Give each work an id of its own.',
      });
    else sources.set(source.id, { source, place });
  }
  return sources;
}

/** A work as it is shown: its DOI bare, and an address made of it where it has no other. */
export function sourceOf(work: Work): Source {
  const DOI = work.DOI?.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '');
  const URL = work.URL ?? (DOI && `https://doi.org/${DOI}`);
  const short = work['title-short'] ?? work.shortTitle;
  const { id, type, title, archived, sha256, note, language } = work;
  const shown = {
    ...{ id, type, title, 'title-short': short, author: work.author, editor: work.editor },
    ...{ translator: work.translator, publisher: work.publisher, 'publisher-place': work['publisher-place'] },
    ...{ 'container-title': work['container-title'], 'event-title': work['event-title'], genre: work.genre },
    ...{
      volume: work.volume,
      issue: work.issue,
      page: work.page,
      number: work.number,
      edition: work.edition,
    },
    ...{ archive: work.archive, archive_location: work.archive_location, issued: work.issued },
    ...{ accessed: work.accessed, URL, DOI, language, note, archived, sha256 },
  };
  return shown;
}

/** Numbers the cited works in the order in which the Sources slides list them: by group, then as in the file. */
export function makeBibliography(sources: Sources, cited: ReadonlySet<string>): Bibliography {
  const byId = new Map<string, NumberedSource>();
  const groups = GROUPS.map(([heading, types]) => {
    const known: readonly string[] = types;
    const entries = [...sources.values()]
      .filter(({ source }) => cited.has(source.id) && known.includes(source.type))
      .map(({ source }) => {
        const entry = { number: byId.size + 1, source };
        byId.set(source.id, entry);
        return entry;
      });
    return { heading, entries };
  }).filter(({ entries }) => entries.length > 0);
  return { groups, entry: (id) => byId.get(id) };
}
