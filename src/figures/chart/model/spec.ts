import { z } from 'zod';
import { type Words, WrittenWords } from '../words.ts';

const text = z.string().min(1, 'Write some text');
const year = z.int('Write a whole number');
const scalar = z.union([z.string(), z.number()]).transform(String);
const side = z.enum(['above', 'below', 'left', 'right']).optional();
const positive = z.number().positive('Write a number above 0');
/** A text, or one for each definition, by its id. */
const textOrTexts = z.union([text, z.record(z.string(), text)]);

const WrittenSeries = z.strictObject({
  /** File of the deck; the chart's own `file` where it is left out. */
  file: text.optional(),
  column: textOrTexts,
  /** Column of the years, where this file calls it otherwise. */
  x: text.optional(),
  /** Head of its column in the table, with the unit of the file. */
  name: textOrTexts,
  /** What is said of a value to those who walk the chart; `{value}` stands for the number. */
  say: textOrTexts.optional(),
  as: z.enum(['columns', 'line', 'bars', 'dots']),
  /** Divides every value before it is drawn: 1000 makes billions trillions. */
  divide: positive.default(1),
  /** Thin and light: something to compare with. */
  pale: z.boolean().default(false),
  /** Its name written at its line. */
  label: z.strictObject({ text: textOrTexts, at: year, side }).optional(),
});

const WrittenPanel = z.strictObject({
  title: textOrTexts,
  weight: positive.default(1),
  scale: z
    .strictObject({
      max: positive,
      grid: z.array(z.number()).default([]),
      /** How the highest (or only) grid line is labelled; `{}` stands for the number. */
      unit: z.string().includes('{}', 'Write {} where the number goes').default('{}'),
    })
    .optional(),
  /** Decimal places of the labels, or significant figures. */
  digits: z.int('Write a whole number').min(0).max(6).default(0),
  significant: z.int('Write a whole number').min(1).max(6).optional(),
  series: z.array(WrittenSeries).min(1, 'List at least one series'),
  labels: z
    .array(
      z.strictObject({
        at: year,
        /** Which series, counted from 1. */
        series: z.int('Write a whole number').min(1).default(1),
        strong: z.boolean().default(false),
        accent: z.boolean().default(false),
        text: z.string().includes('{value}', 'Write {value} where the number goes').default('{value}'),
        side,
      }),
    )
    .default([]),
  brackets: z.array(z.strictObject({ from: year, to: year, label: textOrTexts })).default([]),
  references: z
    .array(z.strictObject({ value: z.number(), from: z.number(), to: z.number(), label: textOrTexts }))
    .default([]),
  aims: z.array(z.strictObject({ at: year, value: z.number(), label: textOrTexts })).default([]),
});

/** What an author writes in a chart's fence. Either `x` (years from left to right) or `rows` (names down the side). */
export const WrittenChart = z.strictObject({
  /** Ways to count what is drawn, the first one first, by id; the slide switches between them. */
  definitions: z.record(z.string().regex(/^[a-z][\w-]*$/, 'Write a plain word'), text).optional(),
  title: textOrTexts,
  finding: textOrTexts,
  note: text.optional(),
  sources: z.array(text).default([]),
  file: text.optional(),
  x: z
    .strictObject({
      column: text,
      /** Head of the years' column in the table. */
      label: text.optional(),
      prefix: z.string().default(''),
      from: year,
      to: year,
      ticks: z.array(year).default([]),
    })
    .optional(),
  rows: z
    .strictObject({
      column: text,
      /** Head of the names' column in the table; the column's own name where it is left out. */
      label: text.optional(),
      /** Column whose cell is not empty where the row's values are estimates. */
      estimate: text.optional(),
      /** Column by which rows are sorted, largest first; the file's order where it is left out. */
      sort: text.optional(),
      accent: text.optional(),
    })
    .optional(),
  panels: z.array(WrittenPanel).min(1, 'List at least one panel'),
  /** What is kept back at first, in the order in which it appears. */
  steps: z
    .array(
      z.strictObject({
        /** Everything from this year on. */
        from: year.optional(),
        /** The bracket of this number, counted over all panels from 1. */
        bracket: z.int('Write a whole number').min(1).optional(),
      }),
    )
    .default([]),
  /** How the files write numbers, where it can be read in two ways, and further signs of a gap. */
  decimal: z.enum(['.', ',']).optional(),
  gaps: z.union([scalar.transform((one) => [one]), z.array(scalar)]).optional(),
  words: WrittenWords.prefault({}),
});

export type WrittenChart = Omit<z.infer<typeof WrittenChart>, 'words'> & { readonly words: Words };
export type WrittenPanel = z.infer<typeof WrittenPanel>;
export type WrittenSeries = z.infer<typeof WrittenSeries>;

type Told<T, Key extends keyof T> = Omit<T, Key> & { readonly [K in Key]: string };

/** A chart as one definition has it: every text is one text. */
export type ChartSpec = Told<Omit<WrittenChart, 'panels' | 'definitions'>, 'title' | 'finding'> & {
  readonly panels: readonly PanelSpec[];
};
export type PanelSpec = Told<Omit<WrittenPanel, 'series' | 'brackets' | 'references' | 'aims'>, 'title'> & {
  readonly series: readonly SeriesSpec[];
  readonly brackets: readonly Told<WrittenPanel['brackets'][number], 'label'>[];
  readonly references: readonly Told<WrittenPanel['references'][number], 'label'>[];
  readonly aims: readonly Told<WrittenPanel['aims'][number], 'label'>[];
};
export type SeriesSpec = Told<Omit<WrittenSeries, 'say' | 'label'>, 'column' | 'name'> & {
  readonly say: string | undefined;
  readonly label: Told<NonNullable<WrittenSeries['label']>, 'text'> | undefined;
};
