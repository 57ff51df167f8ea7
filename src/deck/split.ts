import type { FrontMatter } from './front-matter.ts';

/** A slide as written: its lines, and its notes apart from them. */
export interface RawSlide {
  readonly file: string;
  readonly content: string;
  /** Line of the file on which `content` begins, from 1. */
  readonly line: number;
  readonly notes?: { readonly text: string; readonly line: number };
  /** Whether it stands below the slide before it, in one stack. */
  readonly below: boolean;
}

// `---` alone on its line begins the next slide, with or without blank lines around it, as reveal-md and Reveal's
// plugin have it. `----` (reveal-md) and `--` begin the slide below; `--` only between blank lines, since under a
// line of text it is Markdown's underline of a heading.
const NEXT = '^---[ \\t]*$';
const BELOW = '^----[ \\t]*$|(?<=(?:^|\\n)[ \\t]*\\n)--[ \\t]*(?=\\n[ \\t]*(?:\\n|$))';
const NOTES = '^[ \\t]{0,3}notes?:[ \\t]*';

/**
 * Cuts a file's Markdown into slides. Marks inside code fences and comments cut nothing.
 * @param body Markdown with line feeds only, without its front matter.
 * @param firstLine line of the file on which `body` begins.
 */
export function splitSlides(
  file: string,
  body: string,
  firstLine: number,
  marks: FrontMatter,
): readonly RawSlide[] {
  const masked = maskFences(body);
  const cuts = [
    ...find(masked, marks.separator ?? NEXT).map((cut) => ({ ...cut, below: false })),
    ...find(masked, marks.verticalSeparator ?? BELOW).map((cut) => ({ ...cut, below: true })),
  ].sort((a, b) => a.from - b.from || b.to - a.to);

  const slides: RawSlide[] = [];
  let from = 0;
  let below = false;
  for (const cut of [...cuts, { from: body.length, to: body.length, below: false }]) {
    if (cut.from < from) continue;
    slides.push(
      cutNotes(file, body, masked, from, cut.from, firstLine, below, marks.notesSeparator ?? NOTES),
    );
    from = cut.to;
    below = cut.below;
  }
  // A mark at the very top or bottom of a file makes no slide: files are joined end to end.
  return slides.filter(
    (slide, index) => slide.content.trim() !== '' || slide.notes || (index > 0 && index < slides.length - 1),
  );
}

function cutNotes(
  file: string,
  body: string,
  masked: string,
  from: number,
  to: number,
  firstLine: number,
  below: boolean,
  mark: string,
): RawSlide {
  const [first, ...more] = find(masked.slice(from, to), mark, 'gmi');
  const content = body.slice(from, first ? from + first.from : to);
  const lead = /^\n*/.exec(content)?.[0].length ?? 0;
  const line = firstLine + countLines(body.slice(0, from)) + lead;
  const slide = { file, content: content.slice(lead), line, below };
  if (!first) return slide;
  // A second "Note:" goes on with the notes. (Reveal prints both to the room.)
  let text = body.slice(from + first.to, to);
  for (const again of [...more].reverse())
    text = text.slice(0, again.from - first.to) + text.slice(again.to - first.to);
  return { ...slide, notes: { text, line: firstLine + countLines(body.slice(0, from + first.to)) } };
}

function find(text: string, pattern: string, flags = 'gm'): readonly { from: number; to: number }[] {
  return [...text.matchAll(new RegExp(pattern, flags))]
    .filter((match) => match[0].length > 0)
    .map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

/** The text with the insides and ends of code fences and HTML comments blanked, letter for letter. */
export function maskFences(text: string): string {
  const lines = text.split('\n');
  let fence: string | undefined;
  let inComment = false;
  return lines
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence) {
        if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
        return blank(line);
      }
      if (inComment) {
        inComment = !line.includes('-->');
        return blank(line);
      }
      if (mark && !(mark.startsWith('`') && line.trimStart().slice(mark.length).includes('`'))) {
        fence = mark;
        return line;
      }
      const open = line.lastIndexOf('<!--');
      inComment = open >= 0 && !line.includes('-->', open);
      return line;
    })
    .join('\n');
}

function blank(line: string): string {
  return '\u0000'.repeat(line.length);
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
