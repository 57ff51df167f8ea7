import { z } from 'zod';
import { mendDate, parseDate } from './date.ts';

/** What an author may write in a timeline's file. Dates come out parsed, all else as written. */

const date = z.string().transform((text, context) => {
  const parsed = parseDate(text);
  if (parsed) return parsed;
  context.addIssue(mendDate(text).replace(/\.$/, ''));
  return z.NEVER;
});
const id = z
  .string()
  .regex(/^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u, 'Use small letters, digits and single hyphens');
const words = z.string().min(1, 'Write some text');
/** Longer ones find no room between their neighbours. */
const label = words.max(24, 'Use at most 24 characters; the year is added');
const period = { from: date, to: date };

const EventSchema = z.strictObject({
  id,
  lane: z.string(),
  date,
  title: words,
  label,
  second: z.strictObject({ lang: words, title: words, label: words.optional() }).optional(),
  parties: z.array(words),
  parties_note: words.optional(),
  kind: words,
  instrument: words.optional(),
  place: words.optional(),
  summary: words,
  significance: z.union([z.literal(1), z.literal(2), z.literal(3)], 'Write 1, 2 or 3'),
  mark: z.enum(['signed', 'declared']),
  bar: z.strictObject({ weight: z.enum(['heavy', 'light']), from: date, to: date.optional() }).optional(),
  signed: date.optional(),
  in_force: date.optional(),
  ended: date.optional(),
  milestones: z
    .array(z.strictObject({ date, label: words, tick: z.enum(['renewal', 'tick']).optional() }))
    .default([]),
  sources: z.array(words).default([]),
});

export const TimelineSchema = z.strictObject({
  title: words,
  ...period,
  lanes: z.array(z.strictObject({ id, name: words })).min(1, 'Name at least one lane'),
  eras: z.array(z.strictObject({ id, from: date, name: words, years: words })).default([]),
  folds: z
    .array(z.strictObject({ at: date, scale: z.number().positive('Write a number above 0') }))
    .default([]),
  bands: z.array(z.strictObject({ id, name: words, event: z.string().optional(), ...period })).default([]),
  spans: z
    .array(
      z.strictObject({ id, lane: z.string(), style: z.enum(['hatch', 'dotted']), name: words, ...period }),
    )
    .default([]),
  groups: z
    .array(z.strictObject({ label, events: z.array(z.string()).min(2, 'Name two events or more') }))
    .default([]),
  legend: z
    .strictObject({
      heavy: words.optional(),
      light: words.optional(),
      signed: words.optional(),
      declared: words.optional(),
    })
    .default({}),
  events: z.array(EventSchema),
});

export type RawTimeline = z.infer<typeof TimelineSchema>;
export type RawEvent = z.infer<typeof EventSchema>;
