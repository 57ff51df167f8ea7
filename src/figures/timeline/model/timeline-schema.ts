import { z } from 'zod';
import { BAR_SHAPES, MARK_SHAPES } from './model.ts';
import { mendDate, parseDate, parseWhen } from './read-date.ts';

/** What an author may write in a timeline's file: of an event a date and a title, all else as it is needed. */

/** YAML reads an unquoted year as a number. Below 1000 and before our era its digits would be lost. */
const text = z.union([
  z.string(),
  z.int().min(1000, 'Put a date before 1000 in quotes: "0079", "44 BC"').max(9999).transform(String),
]);
const date = text.transform((written, context) => {
  const parsed = parseDate(written);
  if (parsed) return parsed;
  context.addIssue(mendDate(written).replace(/\.$/, ''));
  return z.NEVER;
});
const when = text.transform((written, context) => {
  const parsed = parseWhen(written);
  if (parsed) return parsed;
  context.addIssue(mendDate(written).replace(/\.$/, ''));
  return z.NEVER;
});
const id = z
  .string()
  .regex(/^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u, 'Use small letters, digits and single hyphens');
const words = z.string().min(1, 'Write some text');
/** Longer ones find no room between their neighbours. */
const label = words.max(24, 'Use at most 24 characters; the year is added');
const period = { from: date, to: date };
const address = words.regex(/^(https?:\/\/|mailto:|#)\S+$/i, 'Write an address that begins with https://');
const link = z.union([
  address.transform((to) => ({ address: to, words: undefined })),
  z.strictObject({ address, words: words.optional() }).transform((one) => ({ ...one, words: one.words })),
]);

const bar = z.union([
  words.transform((weight) => ({ weight, from: undefined, to: undefined })),
  z
    .strictObject({ weight: words.optional(), from: date.optional(), to: date.optional() })
    .transform(({ weight, from, to }) => ({ weight, from, to })),
]);

const EventSchema = z.strictObject({
  id: id.optional(),
  lane: z.string().optional(),
  date: when,
  end: date.optional(),
  when: words.optional(),
  title: words,
  label: label.optional(),
  second: z.strictObject({ lang: words, title: words, label: words.optional() }).optional(),
  parties: z.array(words).default([]),
  parties_note: words.optional(),
  kind: words.optional(),
  instrument: words.optional(),
  place: words.optional(),
  summary: z.string().default(''),
  facts: z.record(words, words).default({}),
  image: z
    .union([
      words.transform((file) => ({ file, alt: undefined, credit: undefined })),
      z
        .strictObject({ file: words, alt: words.optional(), credit: words.optional() })
        .transform(({ file, alt, credit }) => ({ file, alt, credit })),
    ])
    .optional(),
  link: z.union([link.transform((one) => [one]), z.array(link)]).default([]),
  significance: z.union([z.literal(1), z.literal(2), z.literal(3)], 'Write 1, 2 or 3').optional(),
  mark: words.optional(),
  bar: bar.optional(),
  signed: date.optional(),
  in_force: date.optional(),
  ended: date.optional(),
  milestones: z
    .array(z.strictObject({ date, label: words, tick: z.enum(['renewal', 'tick']).optional() }))
    .default([]),
  sources: z.array(words).default([]),
});

/** Kinds of marks or bars: a word for the key, and a shape where the next free one will not do. */
const kinds = <const Shapes extends readonly string[]>(shapes: Shapes) =>
  z
    .record(
      words,
      z.union([
        words.transform((said) => ({ words: said, shape: undefined })),
        z
          .strictObject({ words: words.optional(), shape: z.enum(shapes).optional() })
          .transform((kind) => ({ words: kind.words, shape: kind.shape })),
      ]),
    )
    .default({});

export const TimelineSchema = z.strictObject({
  title: words.optional(),
  from: date.optional(),
  to: date.optional(),
  lanes: z.array(z.strictObject({ id, name: words })).default([]),
  eras: z
    .array(z.strictObject({ id: id.optional(), from: date, name: words, years: words.optional() }))
    .default([]),
  folds: z
    .array(z.strictObject({ at: date, scale: z.number().positive('Write a number above 0') }))
    .default([]),
  bands: z
    .array(z.strictObject({ id: id.optional(), name: words, event: z.string().optional(), ...period }))
    .default([]),
  spans: z
    .array(
      z.strictObject({
        id: id.optional(),
        lane: z.string().optional(),
        style: z.enum(['hatch', 'dotted']).default('hatch'),
        name: words,
        ...period,
      }),
    )
    .default([]),
  groups: z
    .array(z.strictObject({ label, events: z.array(z.string()).min(2, 'Name two events or more') }))
    .default([]),
  marks: kinds(MARK_SHAPES),
  bars: kinds(BAR_SHAPES),
  legend: z.record(words, words).default({}),
  calendar: z.enum(['gregorian', 'julian']).optional(),
  events: z.array(EventSchema),
});

export type RawTimeline = z.infer<typeof TimelineSchema>;
export type RawEvent = z.infer<typeof EventSchema>;

/** An event of a table whose date cannot be drawn, with the words that stand in its place. */
export type RawUndated = Omit<RawEvent, 'date'> & { readonly date: undefined; readonly when: string };
