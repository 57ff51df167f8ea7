import { z } from 'zod';
import { type Words, WrittenWords } from '../../words.ts';

const text = z.string().min(1, 'Write some text');
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const scalars = z.union([scalar.transform((one) => [one]), z.array(scalar)]);
const names = z.union([text.transform((one) => [one]), z.array(text).min(1, 'Name at least one')]);

export const KINDS = ['line', 'area', 'columns', 'bars', 'dots', 'scatter', 'slope', 'band'] as const;
export type Kind = (typeof KINDS)[number];

/** A unit with its number: `{} %`; a bare one is put behind. */
const unit = text.transform((written) => (written.includes('{}') ? written : `{} ${written}`));

/** A chart's fence in its short form: a file is enough, and all else has a default. */
export const ShortChart = z.strictObject({
  file: text,
  /** Column from left to right, or several that make one date. */
  x: names.optional(),
  /** Columns of numbers; for a band its two ends. */
  y: z.union([names, z.strictObject({ low: text, high: text })]).optional(),
  /** Of a long table: one series for each value of this column. */
  series: text.optional(),
  only: scalars.optional(),
  /** Any word may be written; editors offer these. */
  as: z
    .string()
    .meta({ examples: [...KINDS] })
    .optional(),
  between: z.tuple([scalar, scalar]).optional(),
  stack: z.union([z.boolean(), z.literal('share')]).default(false),
  facet: text.optional(),
  highlight: scalars.default([]),
  where: z.record(z.string(), scalars).default({}),
  per: z.enum(['mean', 'sum', 'median', 'last']).optional(),
  sort: z.enum(['value', 'name']).optional(),
  scale: z
    .strictObject({
      min: z.number().optional(),
      max: z.number().optional(),
      log: z.boolean().default(false),
      grid: z.array(z.number()).optional(),
      unit: unit.optional(),
      digits: z.int('Write a whole number').min(0).max(6).optional(),
    })
    .prefault({}),
  /** How the file writes numbers and days, where it can be read in two ways. */
  decimal: z.enum(['.', ',']).optional(),
  dates: z.enum(['day first', 'month first']).optional(),
  /** Further signs of a gap: `[-99.99]`. */
  gaps: scalars.optional(),
  title: text.optional(),
  finding: text.optional(),
  note: text.optional(),
  sources: z.array(text).default([]),
  /** Words at values; a number in them is counted: `{value}`, `{rank}`, `{change}` since the first one. */
  labels: z
    .array(
      z.strictObject({
        at: scalar,
        series: text.optional(),
        text: text.default('{value}'),
        side: z.enum(['above', 'below', 'left', 'right']).optional(),
      }),
    )
    .default([]),
  /** What changed from one place on the axis to another. */
  brackets: z
    .array(
      z.strictObject({ from: scalar, to: scalar, series: text.optional(), label: text.default('{change}') }),
    )
    .default([]),
  /** Ids of events of the deck's own timeline, and whether its eras are shown. */
  events: z.array(text).default([]),
  eras: z.boolean().default(false),
  average: z.boolean().default(false),
  target: z
    .union([
      z.number().transform((value) => ({ value, label: undefined })),
      z.strictObject({ value: z.number(), label: text.optional() }),
    ])
    .optional(),
  words: WrittenWords.prefault({}),
});

export type ShortChart = Omit<z.infer<typeof ShortChart>, 'words'> & { readonly words: Words };
