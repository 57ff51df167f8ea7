import hljs from 'highlight.js/lib/common';
import { nearest } from '../../base/nearest.ts';
import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';

/** Names for code that is to have no colours, or that others than a highlighter read. */
const PLAIN =
  /^(te?xt|plain(text)?|none|no-?highlight|output|console|mermaid|math|tex|latex|ascii|log|raw|markdown|md)$/i;

/**
 * Tells a figure that no figure is made of where it stands, a fence whose name is nearly a figure's, and code whose
 * language nobody here knows: all are shown as plain code, which their author did not mean.
 */
export function checkFenceNames(
  { content, file, line }: RawSlide,
  kinds: ReadonlyMap<string, unknown>,
  report: Report,
): void {
  const run = content.split('\n').findIndex((text) => /^(`{3,}|~{3,})[ \t]*\{[ \t]*[a-z]\w*/i.test(text));
  if (run >= 0)
    report({
      severity: 'notice',
      place: { file, line: line + run, column: 1 },
      what: 'code that Quarto runs is shown, without what it would write or draw',
      fix: 'Run it yourself, and put its tables and pictures into the deck.',
    });
  for (const { name, at, column, isAlone } of openings(content)) {
    if (kinds.has(name) && (column > 1 || !isAlone))
      report({
        severity: 'notice',
        place: { file, line: line + at, column },
        what: `the ${name} figure stands here as code`,
        fix: `Begin its fence at the margin, outside lists and quotations, with nothing after "${name}".`,
      });
    if (kinds.has(name) || PLAIN.test(name) || hljs.getLanguage(name)) continue;
    const figure = isAlone && name.length > 3 ? nearest(name, kinds.keys()) : undefined;
    const language = nearest(name, hljs.listLanguages());
    report({
      severity: 'notice',
      place: { file, line: line + at, column },
      what: figure ? `no figure is called "${name}"` : `code in "${name}" has no colours`,
      fix: figure
        ? `Did you mean "${figure}"?`
        : language && name.length > 3
          ? `Did you mean "${language}"?`
          : 'It is shown as it is; name a language that highlight.js knows, or "text".',
    });
  }
}

/** Where a fence may begin: behind the marks of a quotation or a list, or as far in as what a list holds. */
const OPENING = /^((?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?![^ \t`~]))*[ \t]*)(`{3,}|~{3,})(.*)$/;

interface Opening {
  readonly name: string;
  /** Its line from 0, its column from 1. */
  readonly at: number;
  readonly column: number;
  readonly isAlone: boolean;
}

/** The names of all fences that are opened. */
function* openings(content: string): Generator<Opening> {
  let open: string | undefined;
  for (const [at, line] of content.split('\n').entries()) {
    const [, before = '', mark = '', rest = ''] = OPENING.exec(line) ?? [];
    if (mark === '') continue;
    if (open !== undefined) {
      if (mark.startsWith(open) && rest.trim() === '') open = undefined;
      continue;
    }
    if (rest.includes('`')) continue;
    open = mark;
    const name = /^[ \t]*(?:\{\s*\.)?([a-z][\w+#.-]*)/i.exec(rest)?.[1];
    if (name) yield { name, at, column: before.length + 1, isAlone: rest.trim() === name };
  }
}
