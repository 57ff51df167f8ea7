import { z } from 'zod';
import type { Exported } from '../formats/format.ts';
import type { WrittenOptions } from '../options.ts';

/** What is asked of the program that shows a deck. */
export interface Asked {
  readonly format: string;
  readonly written: WrittenOptions;
}

/** An export made, and what the deck turned out to be made of: paths from its folder. */
export interface Made extends Exported {
  readonly site: { readonly root: string; readonly sources: readonly string[] };
}

const word = z.string().exactOptional();
const choice = z.boolean().exactOptional();

export const AskedSchema = z.strictObject({
  format: z.string(),
  written: z.strictObject({
    ...{ output: word, report: word, paper: word, perPage: word, attach: word, size: word },
    ...{ force: choice, steps: choice, notes: choice, public: choice, verify: choice, strict: choice },
  }),
});

const FaultSchema = z.strictObject({ slide: word, what: z.string() });

const MadeSchema = z.strictObject({
  site: z.strictObject({ root: z.string(), sources: z.array(z.string()) }),
  report: z.strictObject({
    browser: word,
    slides: z.number(),
    rows: z.array(z.tuple([z.string(), z.string()])),
    faults: z.array(FaultSchema),
    notices: z.array(FaultSchema),
    details: z.record(z.string(), z.json()),
  }),
  files: z.array(z.strictObject({ path: z.string(), length: z.int() })),
});

/** One line of JSON, and behind it the bytes of all files. */
export function writeMade({ site: { root, sources }, report, files }: Made): Uint8Array {
  const lengths = files.map(({ path, bytes }) => ({ path, length: bytes.length }));
  const head = JSON.stringify({ site: { root, sources }, report, files: lengths });
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ bytes }) => bytes)]);
}

/** @throws Error for what is no such message, or is cut short. */
export function readMade(message: Uint8Array): Made {
  const end = message.indexOf(0x0a);
  const { files, ...made } = MadeSchema.parse(JSON.parse(Buffer.from(message.subarray(0, end)).toString()));
  let from = end + 1;
  const read = files.map(({ path, length }) => {
    const bytes = message.subarray(from, from + length);
    from += length;
    return { path, bytes };
  });
  if (from !== message.length) throw new Error('the export is cut short');
  return { ...made, files: read };
}
