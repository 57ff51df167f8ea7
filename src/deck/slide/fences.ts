import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { findOpenFence } from './mask-code.ts';

/** A fence that nothing closes would swallow the slides after it. A figure's own is reported where it is read. */
export function checkFences(
  { content, file, line }: RawSlide,
  kinds: ReadonlyMap<string, unknown>,
  report: Report,
): void {
  const open = findOpenFence(content);
  if (open === undefined) return;
  const [, mark = '', name = ''] =
    /^ {0,3}(`{3,}|~{3,})[ \t]*([\w-]*)/.exec(content.split('\n')[open] ?? '') ?? [];
  if (kinds.has(name)) return;
  report({
    severity: 'notice',
    place: { file, line: line + open, column: 1 },
    what: 'the code block is never closed',
    fix: `End it with a line ${mark}.`,
  });
}
