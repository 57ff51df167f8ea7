import { codeFrameColumns } from '@babel/code-frame';
import type { Place } from '../base/problem.ts';

/** Lines of a file shown around the one that is wrong. */
const AROUND = 1;
/** Characters of a line shown: a paragraph of notes is one line, and would bury the mark under it. */
const WIDTH = 100;
/** Everything a terminal might take for a command, and what would break a line where an editor does not. */
const unshowable = /(?!\t)[\p{Cc}\u2028\u2029]/gu;

/**
 * The lines around a place, numbered, with a caret under its column. Long lines are cut to the part that matters.
 * Empty where the file has no such line.
 */
export function frameOf(text: string, { line, column }: Pick<Place, 'line' | 'column'>): string {
  const first = Math.max(0, line - 1 - AROUND);
  const shown = text.split('\n').slice(first, line + AROUND);
  const written = shown[line - 1 - first];
  if (written === undefined) return '';
  const from = written.length <= WIDTH ? 0 : Math.max(0, column - 1 - Math.floor(WIDTH / 3));
  const cut = shown.map((one) => crop(showable(one), from));
  // An ellipsis takes a column.
  const start = { line, column: column - from + (from > 0 ? 1 : 0) };
  // The library numbers lines from the text's first: empty ones stand for those before.
  return codeFrameColumns(
    '\n'.repeat(first) + cut.join('\n'),
    { start },
    { linesAbove: AROUND, linesBelow: AROUND },
  );
}

/** Text that does nothing to a terminal but stand in it. */
export function showable(text: string): string {
  return text.replace(unshowable, ' ');
}

/** The part of a line that begins at a column, with an ellipsis for what is left out. */
function crop(line: string, from: number): string {
  if (line.length <= WIDTH && from === 0) return line;
  const part = line.slice(from, from + WIDTH);
  return `${from > 0 ? '…' : ''}${part}${from + WIDTH < line.length ? '…' : ''}`;
}
