import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { findOpenFence, maskFences } from './mask-code.ts';

/** A fence that nothing closes would swallow the slides after it. A figure's own is reported where it is read. */
export function checkFences(
  { content, file, line }: RawSlide,
  kinds: ReadonlyMap<string, unknown>,
  report: Report,
): void {
  tellDiagram({ content, file, line }, report);
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

/** A diagram of Mermaid is a program of its own language, which nothing here draws. */
function tellDiagram(
  { content, file, line }: Pick<RawSlide, 'content' | 'file' | 'line'>,
  report: Report,
): void {
  const at = maskFences(content)
    .split('\n')
    .findIndex((one) => /^ {0,3}(?:`{3,}|~{3,})[ \t]*mermaid\b/.test(one));
  if (at < 0) return;
  report({
    severity: 'notice',
    place: { file, line: line + at, column: 1 },
    what: 'a diagram of Mermaid is shown as its text',
    fix: 'Draw it by its own program (mmdc -i in.mmd -o out.svg) and show that picture.',
  });
}
