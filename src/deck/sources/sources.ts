import { z } from 'zod';
import type { Place, Report } from '../../base/problem.ts';
import { readYaml, type YamlText } from '../../base/yaml/read.ts';

/** CSL types an entry may have, and the heading each is listed under, in the order of the list. */
const GROUPS = [
  ['Treaties and laws', ['treaty', 'legislation', 'bill']],
  ['Statements and transcripts', ['speech', 'interview', 'hearing']],
  ['Documents', ['report', 'document', 'standard', 'regulation']],
  ['Data, maps and type', ['dataset', 'map', 'software', 'graphic']],
  ['Research and reference', ['book', 'chapter', 'article-journal', 'thesis', 'entry-encyclopedia', 'entry']],
  [
    'Press and web',
    ['article-newspaper', 'article-magazine', 'article', 'broadcast', 'webpage', 'post', 'post-weblog'],
  ],
] as const satisfies readonly (readonly [string, readonly string[]])[];

/** CSL types that have a heading. */
export const TYPES = GROUPS.flatMap(([, types]) => [...types]);

/** A work cited. Keys are CSL's, as Pandoc and Zotero write them. */
export const SourceSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[\p{L}\p{N}][\p{L}\p{N}_:.-]*$/u,
      'Begin with a letter or digit, then use letters, digits and . : - _',
    ),
  type: z.enum(TYPES),
  title: z.string().min(1),
  /** What the line at a slide's foot says: publisher and date enough to find it in the list. */
  'title-short': z.string().min(1).optional(),
  author: z.string().optional(),
  publisher: z.string().optional(),
  'container-title': z.string().optional(),
  /** `1969`, `1969-07` or `1969-07-20`. */
  issued: z
    .string()
    .regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      'Write 1969, 1969-07 or 1969-07-20, in quotes if it is a year',
    )
    .optional(),
  URL: z.url({ protocol: /^https?$/, error: 'Write a whole address that begins with https://' }).optional(),
  language: z.string().optional(),
  /** Said after the entry: a copy, a page not opened, an edition. */
  note: z.string().optional(),
});

export type Source = z.infer<typeof SourceSchema>;

/** Every work of `sources.yaml`, by id, with the place of each entry. */
export type Sources = ReadonlyMap<string, { readonly source: Source; readonly place: Place }>;

/** The works a deck cites, grouped as listed and numbered through. */
export interface Bibliography {
  readonly groups: readonly { readonly heading: string; readonly entries: readonly NumberedSource[] }[];
  /** The numbered entry of a cited work; undefined for an id that is not in `sources.yaml`. */
  readonly entry: (id: string) => NumberedSource | undefined;
}

export interface NumberedSource {
  readonly number: number;
  readonly source: Source;
}

/** Reads `sources.yaml`, a list of works. Twice the same id, unknown keys and bad dates are reported. */
export function parseSources(file: YamlText, report: Report): Sources {
  const sources = new Map<string, { source: Source; place: Place }>();
  const list = readYaml(file, z.array(SourceSchema), report);
  for (const [index, source] of (list?.value ?? []).entries()) {
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
