import { z } from 'zod';

const text = z.string().min(1, 'Write some text');
const year = z.int('Write a whole number');
const side = z.enum(['above', 'below', 'left', 'right']).optional();

const SeriesSpec = z.strictObject({
  /** File of the deck; the chart's own `file` where it is left out. */
  file: text.optional(),
  column: text,
  /** Column of the years, where this file calls it otherwise. */
  x: text.optional(),
  /** Head of its column in the table, with the unit of the file. */
  name: text,
  as: z.enum(['columns', 'line', 'bars', 'dots']),
  /** Divides every value before it is drawn: 1000 makes billions trillions. */
  divide: z.number().positive('Write a number above 0').default(1),
  /** Thin and light: something to compare with. */
  pale: z.boolean().default(false),
  /** Its name written at its line. */
  label: z.strictObject({ text, at: year, side }).optional(),
});

const PanelSpec = z.strictObject({
  title: text,
  weight: z.number().positive('Write a number above 0').default(1),
  scale: z
    .strictObject({
      max: z.number().positive('Write a number above 0'),
      grid: z.array(z.number()).default([]),
      /** How the highest (or only) grid line is labelled; `{}` stands for the number. */
      unit: z.string().includes('{}', 'Write {} where the number goes').default('{}'),
    })
    .optional(),
  /** Decimal places of the labels, or significant figures. */
  digits: z.int('Write a whole number').min(0).max(6).default(0),
  significant: z.int('Write a whole number').min(1).max(6).optional(),
  series: z.array(SeriesSpec).min(1, 'List at least one series'),
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
  brackets: z.array(z.strictObject({ from: year, to: year, label: text })).default([]),
  references: z
    .array(z.strictObject({ value: z.number(), from: z.number(), to: z.number(), label: text }))
    .default([]),
  aims: z.array(z.strictObject({ at: year, value: z.number(), label: text })).default([]),
});

/** What an author writes in a chart's fence. Either `x` (years from left to right) or `rows` (names down the side). */
export const ChartSpec = z.strictObject({
  title: text,
  finding: text,
  note: text.optional(),
  sources: z.array(text).default([]),
  file: text.optional(),
  x: z
    .strictObject({
      column: text,
      /** Head of the years' column in the table. */
      label: text.default('Year'),
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
  panels: z.array(PanelSpec).min(1, 'List at least one panel'),
});

export type ChartSpec = z.infer<typeof ChartSpec>;
export type PanelSpec = z.infer<typeof PanelSpec>;
export type SeriesSpec = z.infer<typeof SeriesSpec>;
