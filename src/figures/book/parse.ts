import { z } from 'zod';
import type { Located } from '../../base/yaml/read.ts';
import { readYaml } from '../../base/yaml/read.ts';
import type { Fence, FigureContext } from '../../deck/figure.ts';

const caption = z.strictObject({ date: z.string().min(1), text: z.string().min(1) }).optional();

const BookSchema = z.strictObject({
  /** The timeline whose years are the leaves. */
  file: z.string().optional(),
  /** Ids of the lanes whose bars are drawn, top to bottom; all that have bars if left out. */
  lanes: z.array(z.string()).optional(),
  /** Words under the book's first and last leaf. */
  start: caption,
  end: caption,
  /** What the drawing shows, for those who cannot see it; left out, it is passed over. */
  alt: z.string().optional(),
  note: z.string().optional(),
  sources: z.array(z.string()).default([]),
});

export type BookText = z.infer<typeof BookSchema>;

/** Reads the body of a book's fence, which may be empty; undefined if it holds an error (reported). */
export function parseBook(fence: Fence, context: FigureContext): Located<BookText> | undefined {
  const { file, line, column } = fence.place;
  const text = fence.body.trim() === '' ? '{}' : fence.body;
  return readYaml({ file, text, firstLine: line, indent: column - 1 }, BookSchema, context.report);
}
