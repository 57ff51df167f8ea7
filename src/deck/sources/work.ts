import { z } from 'zod';
import { writeNames } from './names.ts';

/** CSL types, and the word for the heading each is listed under, in the order of the list. */
export const GROUPS = [
  ['laws', ['treaty', 'legislation', 'bill', 'legal_case', 'patent']],
  ['statements', ['speech', 'interview', 'hearing', 'personal_communication', 'event', 'performance']],
  ['papers', ['report', 'document', 'standard', 'regulation', 'manuscript', 'pamphlet', 'collection']],
  ['data', ['dataset', 'map', 'software', 'graphic', 'figure', 'musical_score']],
  [
    'research',
    [
      ...['book', 'chapter', 'article-journal', 'thesis', 'entry-encyclopedia', 'entry'],
      ...['entry-dictionary', 'paper-conference', 'review', 'review-book', 'classic'],
    ],
  ],
  [
    'press',
    [
      ...['article-newspaper', 'article-magazine', 'article', 'broadcast', 'webpage', 'post', 'post-weblog'],
      ...['motion_picture', 'song', 'periodical'],
    ],
  ],
] as const;

/** Every type of CSL 1.0.2. */
export const TYPES = GROUPS.flatMap(([, types]) => [...types]);

const Text = z.string().min(1);
/** CSL's number variables are numbers or text ("12", "iv–vi"). */
const NumberText = z.union([Text, z.number()]).transform(String).optional();
const Name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  suffix: z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  'dropping-particle': z.string().optional(),
});
/** People as CSL has them, or as text. */
const Names = z.union([Text, z.array(Name).transform(writeNames)]).optional();

/** A day, a month or a year; in words where it does not begin as one of those does. */
const DAY = /^\d{4}(-(0?[1-9]|1[0-2])(-(0?[1-9]|[12]\d|3[01]))?)?$/;
const DAY_SAYS = 'Write 1969, 1969-07 or 1969-07-20, in quotes if it is a year';
const Part = z.union([z.string(), z.number()]);
const CslDate = z
  .looseObject({
    'date-parts': z.array(z.array(Part).min(1)).min(1).optional(),
    raw: z.string().optional(),
    literal: z.string().optional(),
    year: Part.optional(),
    month: Part.optional(),
    day: Part.optional(),
  })
  .transform(({ 'date-parts': parts, raw, literal, year, month, day }) => {
    const written = parts?.[0] ?? [year, month, day].filter((part) => part !== undefined);
    return written.length > 0 ? writeParts(written) : (raw ?? literal ?? '');
  });
/** `1969`, `1969-07` or `1969-07-20`, in quotes or not, CSL's date-parts, or Pandoc's list of years, months and days. */
const DateText = z.union([
  z
    .string()
    .regex(DAY, DAY_SAYS)
    .transform((written) => writeParts(written.split('-'))),
  z.number().int().transform(String),
  CslDate,
  z
    .array(CslDate)
    .min(1)
    .max(2)
    .transform((days) => days[0] ?? ''),
]);

function writeParts(parts: readonly (string | number)[]): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

const Address = z
  .string()
  .transform((written) => written.replace(/^www\./i, 'https://www.'))
  .pipe(z.url({ protocol: /^https?$/, error: 'Write a whole address that begins with https://' }));

/** Keys of CSL 1.0.2 that are taken and not shown. */
const SILENT = [
  ...['citation-key', 'categories', 'journalAbbreviation', 'abstract', 'annote', 'archive-place'],
  ...['authority', 'call-number', 'citation-label', 'citation-number', 'container-title-short', 'custom'],
  ...[
    'dimensions',
    'division',
    'event',
    'first-reference-note-number',
    'ISBN',
    'ISSN',
    'jurisdiction',
    'keyword',
  ],
  ...['locator', 'medium', 'original-publisher', 'original-publisher-place', 'original-title', 'page-first'],
  ...['part', 'part-title', 'PMCID', 'PMID', 'printing', 'references', 'reviewed-genre', 'reviewed-title'],
  ...['scale', 'section', 'source', 'status', 'supplement', 'version', 'volume-title', 'volume-title-short'],
  ...['year-suffix', 'chapter-number', 'collection-title', 'collection-number', 'number-of-pages'],
  ...['number-of-volumes', 'event-place', 'archive_collection'],
  ...['available-date', 'event-date', 'original-date', 'submitted'],
  ...['chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator'],
  ...['director', 'editorial-director', 'editortranslator', 'executive-producer', 'guest', 'host'],
  ...['interviewer', 'illustrator', 'narrator', 'organizer', 'original-author', 'performer', 'producer'],
  ...['recipient', 'reviewed-author', 'script-writer', 'series-creator'],
];

/** A copy of the work that an archive of the web keeps. */
const Archived = z.strictObject({ url: Address, date: DateText.optional() });

/** A work as `sources.yaml` and CSL-JSON write it: every key of CSL 1.0.2, and two of our own. */
export const WorkSchema = z.strictObject({
  id: z.union([
    z
      .string()
      .regex(
        /^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?=<>~/-]*$/u,
        'Begin with a letter or digit, then use letters, digits and . : - _',
      ),
    z.number().int().transform(String),
  ]),
  type: z.enum(TYPES),
  title: Text,
  /** What the line at a slide's foot says: publisher and date enough to find it in the list. */
  'title-short': Text.optional(),
  shortTitle: Text.optional(),
  author: Names,
  editor: Names,
  translator: Names,
  publisher: Text.optional(),
  'publisher-place': Text.optional(),
  'container-title': Text.optional(),
  'event-title': Text.optional(),
  genre: Text.optional(),
  volume: NumberText,
  issue: NumberText,
  page: NumberText,
  number: NumberText,
  edition: NumberText,
  archive: Text.optional(),
  archive_location: Text.optional(),
  issued: DateText.optional(),
  accessed: DateText.optional(),
  URL: Address.optional(),
  DOI: Text.regex(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)?10\.\S+$/i, 'Write it as 10.1000/182').optional(),
  language: Text.optional(),
  /** Said after the entry: a copy, a page not opened, an edition. */
  note: Text.optional(),
  archived: Archived.optional(),
  /** Of the file that was read, so that a copy can be told from another. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'Write 64 hexadecimal digits')
    .optional(),
  ...Object.fromEntries(SILENT.map((key) => [key, z.unknown().optional()])),
});
export type Work = z.infer<typeof WorkSchema>;
