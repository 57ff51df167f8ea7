import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { findOpenFence } from './mask-code.ts';

const OPENING = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$/;

/**
 * A fence that nothing closes would swallow the slides after it, and one that only the next block's end closes does.
 * A figure's own is reported where it is read.
 */
export function checkFences(
  { content, file, line }: RawSlide,
  kinds: ReadonlyMap<string, unknown>,
  report: Report,
): void {
  const lines = content.split('\n');
  const swallowing = findSwallowing(lines);
  if (swallowing)
    report({
      severity: 'notice',
      place: { file, line: line + swallowing.at, column: 1 },
      what: `the code block holds the beginning of another (line ${line + swallowing.next})`,
      fix: `End it with a line ${swallowing.mark} before that, or begin it with ${swallowing.mark}${swallowing.mark.charAt(0)} where it is to show one.`,
    });
  const open = findOpenFence(content);
  if (open === undefined || swallowing) return;
  const [, mark = '', name = ''] = OPENING.exec(lines[open] ?? '') ?? [];
  if (kinds.has(name.trim())) return;
  // Where its line looks like an end, it is one: of a block that ended too soon, or of one before a heading.
  const before = name.trim() === '' ? findOverHeading(lines) : undefined;
  report({
    severity: 'notice',
    place: { file, line: line + (before ?? open), column: 1 },
    what: before === undefined ? 'the code block is never closed' : 'the code block runs on over a heading',
    fix: `End it with a line ${mark}${before === undefined ? '' : ' before that'}.`,
  });
}

interface Swallowing {
  readonly at: number;
  readonly mark: string;
  /** Line of the beginning that it holds. */
  readonly next: number;
}

/** The first block in which another begins, with the name of its language: both were meant to be blocks. */
function findSwallowing(lines: readonly string[]): Swallowing | undefined {
  for (const { at, mark, end } of blocks(lines))
    for (let next = at + 1; next < end; next++) {
      const [, other = '', name = ''] = OPENING.exec(lines[next] ?? '') ?? [];
      if (other.startsWith(mark) && /^\{?\.?[a-z]/i.test(name)) return { at, mark, next };
    }
  return undefined;
}

/** The first block that holds the mark of a next slide and its heading. */
function findOverHeading(lines: readonly string[]): number | undefined {
  for (const { at, end } of blocks(lines))
    if (/\n---[ \t]*\n\s*#{1,6} \S/.test(lines.slice(at, end).join('\n'))) return at;
  return undefined;
}

/** Every block of code: its first line, its mark, and the line that ends it. */
function* blocks(lines: readonly string[]): Generator<{ at: number; mark: string; end: number }> {
  for (let at = 0; at < lines.length; at++) {
    const [, mark] = OPENING.exec(lines[at] ?? '') ?? [];
    if (mark === undefined) continue;
    const end = lines.findIndex((line, nth) => nth > at && closes(line, mark));
    if (end < 0) return;
    yield { at, mark, end };
    at = end;
  }
}

function closes(line: string, mark: string): boolean {
  const own = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return own?.startsWith(mark) ?? false;
}
