import type { Place, Report } from '../base/problem.ts';
import type { DeckFiles } from './files.ts';
import { splitFrontMatter } from './front-matter.ts';
import { maskClosedFences } from './slide/mask-code.ts';

/** Keys of front matter that only decks for Pandoc, or what rests on it, have. */
const PANDOC =
  /^(?:revealjs-url|slide-?level|nocite|pagetitle|output|format|reference-section-title|header-includes)[ \t]*:/m;
/** Programs whose slides are cut by rules alone. */
const BY_RULES = /xaringan|remark|marp/;
const DOCUMENT = /\.(qmd|rmd)$/i;
/** A document that nobody cut: as many headings as no slide has. */
const MANY = 5;

/** A heading at the margin: its level, and the offset of its line. */
interface Heading {
  readonly level: number;
  readonly at: number;
}

/** The headings of a text that begin slides where headings do: none in code or in a fenced div. */
export function headingsOf(body: string): readonly Heading[] {
  const headings: Heading[] = [];
  let at = 0;
  let depth = 0;
  const lines = maskClosedFences(body).split('\n');
  for (const [index, line] of lines.entries()) {
    if (/^:::+[ \t]*$/.test(line)) depth = Math.max(0, depth - 1);
    else if (/^:::+/.test(line)) depth++;
    const [, marks] = /^(#{1,6})(?:[ \t]|$)/.exec(line) ?? [];
    if (depth === 0 && marks) headings.push({ level: marks.length, at });
    else if (depth === 0 && /^\S/.test(line) && (lines[index - 1] ?? '').trim() === '')
      if (/^=+[ \t]*$/.test(lines[index + 1] ?? '')) headings.push({ level: 1, at });
    at += line.length + 1;
  }
  return headings;
}

/**
 * The deepest heading that begins a slide, in a file that is cut by headings: one for Pandoc, Quarto or Marp that says
 * so, and one long document in which no mark stands. Undefined for all others, which marks alone cut.
 */
export function slideLevel(path: string, text: string): number | undefined {
  const { yaml = '', body } = splitFrontMatter(text);
  const [, divider] = /^headingDivider[ \t]*:[ \t]*\[?(?:[ \t]*\d,)*[ \t]*(\d)/m.exec(yaml) ?? [];
  if (divider) return Number(divider);
  const [, level] = /^[ \t]*(?:slide-?level)[ \t]*:[ \t]*(\d)/im.exec(yaml) ?? [];
  if (level) return Number(level);
  if (BY_RULES.test(yaml)) return undefined;
  if (DOCUMENT.test(path)) return 2;
  return PANDOC.test(yaml) ? usualLevel(body) : undefined;
}

/** Pandoc's own choice: the highest heading that something else than a heading follows. */
function usualLevel(body: string): number {
  const headings = headingsOf(body);
  const followed = headings.filter(({ at }, index) => {
    const next = headings[index + 1]?.at ?? body.length;
    return body.slice(at, next).split('\n').slice(1).join('').trim() !== '';
  });
  return Math.min(2, ...followed.map(({ level }) => level));
}

/** The level of headings that begin slides in one long document without any mark between slides, which is told. */
export function uncutLevel({ slides: [first, ...more] }: DeckFiles, cuts: number): number | undefined {
  if (!first || more.length > 0 || cuts > 1) return undefined;
  const headings = headingsOf(splitFrontMatter(first.text).body);
  return [2, 3].find((deepest) => headings.filter(({ level }) => level <= deepest).length >= MANY);
}

export function tellUncut(level: number, place: Place, report: Report): void {
  report({
    severity: 'notice',
    place,
    what: `no mark cuts this deck, so each heading of the first ${level === 2 ? 'two' : 'three'} levels begins a slide`,
    fix: 'Write --- on a line of its own between slides.',
  });
}
