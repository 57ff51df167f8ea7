import { findAll } from '../base/pattern.ts';
import type { Report } from '../base/problem.ts';
import type { DeckFiles } from './files.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { maskClosedFences } from './slide/mask-code.ts';
import { NEXT } from './split.ts';

/**
 * Tells a mark between slides that stands nowhere in a deck whose lines of dashes then cut nothing: its author would
 * see one slide that holds all.
 */
export function checkMarks(
  { slides, settings = [] }: DeckFiles,
  { separator }: FrontMatter,
  report: Report,
): void {
  if (separator === undefined) return;
  const bodies = slides.map(({ text }) => maskClosedFences(splitFrontMatter(text).body));
  const dashes = bodies.flatMap((body) => [...body.matchAll(new RegExp(NEXT, 'gm'))]).length;
  if (dashes < 2 || bodies.some((body) => findAll(body, separator, 'gm').length > 0)) return;
  const files = [...slides.slice(0, 1), ...(settings ?? [])];
  const lineIn = (text: string) => text.split('\n').findIndex((line) => /^\s*["']?separator\b/.test(line));
  const file = files.find(({ text }) => lineIn(text) >= 0) ?? files[0];
  report({
    severity: 'notice',
    place: { file: file?.path ?? '', line: Math.max(0, lineIn(file?.text ?? '')) + 1, column: 1 },
    what: `the mark ${separator} stands nowhere, and ${dashes} lines of dashes cut no slides`,
    fix: 'Take "separator" out, and each line --- begins a slide.',
  });
}
