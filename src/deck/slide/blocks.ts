import type { Place, Problem, Report } from '../../base/problem.ts';
import type { MakeFigure } from '../figure.ts';
import { maskFences } from './mask-code.ts';

/** A slide's content as blocks: Markdown, figures, and fenced divs around other blocks. */
export type Block =
  | { readonly kind: 'markdown'; readonly text: string; readonly line: number }
  | { readonly kind: 'figure'; readonly name: string; readonly body: string; readonly place: Place }
  | {
      readonly kind: 'div';
      /** As written: `leaf`, or Pandoc's `{.column width="40%"}`. */
      readonly name: string;
      readonly place: Place;
      readonly blocks: readonly Block[];
    };

const FENCE = /^(`{3,}|~{3,})[ \t]*([\w-]+)[ \t]*$/;
const DIV = /^:::+[ \t]*([\w-]+|\{[^{}]*\})?[ \t]*(?::+[ \t]*)?$/;
/** A line that begins a part of a slide for Slidev: `::right::`. */
const SLOT = /^(::(?:left|right|center|default|bottom))::[ \t]*$/;

/**
 * Reads `::: name` … `:::` (Pandoc's fenced divs, which nest) and fences that name a figure. All else is Markdown
 * and left as it stands. A div that is never closed, or a stray `:::`, is reported.
 */
export function parseBlocks(
  content: string,
  file: string,
  firstLine: number,
  figures: ReadonlyMap<string, Pick<MakeFigure, 'orCode'>>,
  report: Report,
): readonly Block[] {
  const lines = content.split('\n');
  const masked = maskFences(content).split('\n');
  const root: Block[] = [];
  const open: { name: string; place: Place; blocks: Block[] }[] = [];
  let markdown: { from: number } | undefined;
  const target = () => open.at(-1)?.blocks ?? root;
  const flush = (to: number) => {
    const text = markdown ? lines.slice(markdown.from, to).join('\n') : '';
    if (markdown && text.trim() !== '')
      target().push({ kind: 'markdown', text, line: firstLine + markdown.from });
    markdown = undefined;
  };

  for (let index = 0; index < lines.length; index++) {
    const fence = FENCE.exec(masked[index] ?? '');
    const place = { file, line: firstLine + index, column: 1 };
    const figure = figures.get(fence?.[2] ?? '');
    const close = figure && closingLine(lines, index, fence?.[1] ?? '');
    const isCode = figure?.orCode && holdsWords(lines.slice(index + 1, close));
    if (isCode) report(asCode(fence?.[2] ?? '', place));
    if (fence?.[1] && fence[2] && figure && !isCode) {
      flush(index);
      if (close === undefined)
        report({
          severity: 'error',
          place,
          what: `the ${fence[2]} figure is never closed`,
          fix: `End it with a line ${fence[1]}.`,
        });
      const end = close ?? lines.length;
      const body = lines.slice(index + 1, end).join('\n');
      target().push({ kind: 'figure', name: fence[2], body, place: { ...place, line: place.line + 1 } });
      index = end;
      continue;
    }
    const [, slot] = open.length === 0 ? (SLOT.exec(masked[index] ?? '') ?? []) : [];
    if (slot) {
      flush(index);
      root.push({ kind: 'div', name: slot, place, blocks: [] });
      continue;
    }
    const div = DIV.exec(masked[index] ?? '');
    if (!div) {
      markdown ??= { from: index };
      continue;
    }
    flush(index);
    if (div[1]) open.push({ name: div[1], place, blocks: [] });
    else {
      const closed = open.pop();
      if (closed) target().push({ kind: 'div', ...closed });
      else
        report({
          severity: 'notice',
          place,
          what: '":::" closes nothing',
          fix: 'Take it away, or open with "::: leaf" above.',
        });
    }
  }
  flush(lines.length);
  for (const left of open.reverse()) {
    report({
      severity: 'notice',
      place: left.place,
      what: `"::: ${left.name}" is never closed`,
      fix: 'End it with a line ":::".',
    });
    target().push(...left.blocks);
  }
  return root;
}

/** A line of YAML: a key, an entry, a comment, or an end. */
const YAML = /^\s*(?:"[^"]*"\s*:|'[^']*'\s*:|[^\s:]+\s*:(?:\s|$)|[-?](?:\s|$)|[[{#&*!|>]|\.\.\.|---)/;

/** Whether a fence holds something, and no line of it could be meant as a figure's. */
function holdsWords(body: readonly string[]): boolean {
  return body.some((line) => line.trim() !== '') && !body.some((line) => YAML.test(line));
}

function asCode(name: string, place: Place): Problem {
  const what = `a block "${name}" of words and no keys stays code`;
  return {
    severity: 'notice',
    place,
    what,
    fix: `It is the name of a figure: write its keys, or name the block "text".`,
  };
}

function closingLine(lines: readonly string[], open: number, mark: string): number | undefined {
  const at = lines.findIndex((line, index) => index > open && line.startsWith(mark) && line.trim() === mark);
  return at < 0 ? undefined : at;
}
