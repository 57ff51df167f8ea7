import { findAll, type Match } from '../base/pattern.ts';
import { headingsOf } from './by-headings.ts';
import type { FrontMatter } from './front-matter.ts';
import { maskClosedFences } from './slide/mask-code.ts';

/** A slide as written: its lines, and its notes apart from them. */
export interface RawSlide {
  readonly file: string;
  readonly content: string;
  /** Line of the file on which `content` begins, from 1. */
  readonly line: number;
  readonly notes?: { readonly text: string; readonly line: number; readonly column: number };
  /** Whether it stands below the slide before it, in one stack. */
  readonly below: boolean;
  /** Whether its content is HTML, and no Markdown. */
  readonly isMarkup?: boolean;
  /** Attributes of the section it was written in, which its own directives go before. */
  readonly attributes?: ReadonlyMap<string, string>;
}

// `---` alone on its line begins the next slide, with or without blank lines around it, as reveal-md and Reveal's
// plugin have it. `----` (reveal-md) and `--` begin the slide below; `--` only between blank lines, since under a
// line of text it is Markdown's underline of a heading.
export const NEXT = '^---[ \\t]*$';
export const BELOW = '^----[ \\t]*$|(?<=(?:^|\\n)[ \\t]*\\n)--[ \\t]*(?=\\n[ \\t]*(?:\\n|$))';
/** A rule between blank lines, as Pandoc has it; under a line of text it would be a heading's. */
const RULE =
  '(?<=(?:^|\\n)[ \\t]*\\n)[ \\t]{0,3}(?:-[ \\t]*){3,}$|(?<=(?:^|\\n)[ \\t]*\\n)[ \\t]{0,3}(?:\\*[ \\t]*){3,}$';
const NOTES = '^[ \\t]{0,3}notes?:[ \\t]*';

/**
 * Cuts a file's Markdown into slides. Marks inside code fences and comments cut nothing.
 * @param body Markdown with line feeds only, without its front matter.
 * @param firstLine line of the file on which `body` begins.
 * @param level the deepest heading that begins a slide too, as in decks for Pandoc; none where left out.
 */
export function splitSlides(
  file: string,
  body: string,
  firstLine: number,
  marks: FrontMatter,
  level?: number,
): readonly RawSlide[] {
  const masked = maskClosedFences(body);
  const cuts = level === undefined ? findCuts(masked, marks) : cutsByHeadings(body, masked, level);
  const slides: RawSlide[] = [];
  const lineAt = lineCounter(body, firstLine);
  let from = 0;
  let below = false;
  for (const cut of [...cuts, { from: body.length, to: body.length, below: false }]) {
    slides.push(cutNotes(file, body, masked, from, cut.from, lineAt, below, marks.notesSeparator));
    from = cut.to;
    below = cut.below;
  }
  // A mark at the very top or bottom of a file makes no slide: files are joined end to end.
  return slides.filter(
    (slide, index) => slide.content.trim() !== '' || slide.notes || (index > 0 && index < slides.length - 1),
  );
}

/** All of a text as one slide, whatever marks stand in it; its notes apart. */
export function oneSlide(file: string, body: string, firstLine: number, marks: FrontMatter): RawSlide {
  const lineAt = lineCounter(body, firstLine);
  const masked = maskClosedFences(body);
  return cutNotes(file, body, masked, 0, body.length, lineAt, false, marks.notesSeparator);
}

/**
 * Reveal's own order: one pass finds both marks, and what the first of them matches by itself is the next slide.
 * An author's marks are found by an engine that none of them holds up.
 */
function findCuts(
  text: string,
  { separator, verticalSeparator }: Pick<FrontMatter, 'separator' | 'verticalSeparator'>,
): readonly Cut[] {
  const next = separator === undefined ? find(text, NEXT) : findAll(text, separator, 'gm');
  const below = verticalSeparator === undefined ? find(text, BELOW) : findAll(text, verticalSeparator, 'gm');
  const both = [
    ...next.map((match) => ({ ...match, below: false })),
    ...below.map((match) => ({ ...match, below: true })),
  ].sort((a, b) => a.from - b.from || Number(a.below) - Number(b.below));
  const cuts: Cut[] = [];
  for (const cut of both) if (cut.from >= (cuts.at(-1)?.to ?? 0)) cuts.push(cut);
  return cuts;
}

/** The cuts that rules make, and one before each heading, but where nothing stands between it and a mark. */
function cutsByHeadings(body: string, masked: string, level: number): readonly Cut[] {
  const rules = find(masked, RULE).map((match) => ({ ...match, below: false }));
  const headings = headingsOf(body)
    .filter((heading) => heading.level <= level)
    .map(({ at }) => ({ from: at, to: at, below: false }));
  const all = [...rules, ...headings].sort((a, b) => a.from - b.from);
  const kept: Cut[] = [];
  for (const cut of all) {
    const before = masked.slice(kept.at(-1)?.to ?? 0, cut.from);
    if (cut.to > cut.from || before.replace(/<!--[\s\S]*?-->/g, '').trim() !== '') kept.push(cut);
  }
  return kept;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly below: boolean;
}

function cutNotes(
  file: string,
  body: string,
  masked: string,
  from: number,
  to: number,
  lineAt: (offset: number) => number,
  below: boolean,
  mark: string | undefined,
): RawSlide {
  const [first, ...more] =
    mark === undefined
      ? find(masked.slice(from, to), NOTES, 'gmi')
      : findAll(masked.slice(from, to), mark, 'gmi');
  const content = body.slice(from, first ? from + first.from : to);
  const lead = /^\n*/.exec(content)?.[0].length ?? 0;
  const line = lineAt(from) + lead;
  const slide = { file, content: content.slice(lead), line, below };
  if (!first) return slide;
  // A second "Note:" goes on with the notes. (Reveal prints both to the room.)
  let text = body.slice(from + first.to, to);
  for (const again of [...more].reverse())
    text = text.slice(0, again.from - first.to) + text.slice(again.to - first.to);
  const begin = from + first.to;
  const column = begin - body.lastIndexOf('\n', begin - 1);
  return { ...slide, notes: { text, line: lineAt(begin), column } };
}

function find(text: string, pattern: string, flags = 'gm'): readonly Match[] {
  return [...text.matchAll(new RegExp(pattern, flags))]
    .filter((match) => match[0].length > 0)
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

/** The line of each place asked for, in the order of the text: each line is counted once. */
function lineCounter(text: string, firstLine: number): (offset: number) => number {
  let line = firstLine;
  let counted = 0;
  return (offset) => {
    for (let end = text.indexOf('\n', counted); end >= 0 && end < offset; end = text.indexOf('\n', counted)) {
      line += 1;
      counted = end + 1;
    }
    return line;
  };
}
