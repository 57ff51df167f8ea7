/** A text with some of its parts blanked letter for letter, so that places in it are places in the text. */
interface Masked {
  readonly text: string;
  /** Line of the fence that is never closed, from 0; undefined where all are. */
  readonly openFence: number | undefined;
}

/** Fences of one file that nothing closes: each is looked for anew. */
const MOST_OPEN = 50;

/** Where separators and marks count: the insides and ends of code fences and HTML comments are blanked. */
export function maskFences(text: string): string {
  return maskLines(text, true).text;
}

/**
 * The same of a whole file: a fence that nothing closes holds only the rest of its slide, as Reveal cuts it, and
 * does not swallow the slides after it.
 */
export function maskClosedFences(text: string, depth = 0): string {
  const { text: masked, openFence } = maskLines(text, true);
  if (openFence === undefined || depth > MOST_OPEN) return masked;
  const lines = text.split('\n');
  const before = masked.split('\n').slice(0, openFence + 1);
  return [...before, maskClosedFences(lines.slice(openFence + 1).join('\n'), depth + 1)].join('\n');
}

/** Where the author writes and not quotes: code fences and code spans are blanked, comments are not. */
export function maskCode(text: string): string {
  // The line that opens a fence is no part of a span: with the next fence's it would take in all that lies between.
  return maskSpans(maskLines(text, false).text.replace(/^ {0,3}`{3,}[^`\n]*$/gm, blank));
}

/** Line of a code fence that is never closed, from 0. */
export function findOpenFence(text: string): number | undefined {
  return maskLines(text, true).openFence;
}

/** The texts masked last: a slide's is asked for by each of its checks in turn. */
const last: Record<'with' | 'without', { readonly text: string; readonly masked: Masked } | undefined> = {
  with: undefined,
  without: undefined,
};

function maskLines(text: string, comments: boolean): Masked {
  const kind = comments ? 'with' : 'without';
  const known = last[kind];
  if (known?.text === text) return known.masked;
  const masked = maskAnew(text, comments);
  last[kind] = { text, masked };
  return masked;
}

function maskAnew(text: string, comments: boolean): Masked {
  const lines = text.split('\n');
  let fence: { readonly mark: string; readonly line: number } | undefined;
  let inComment = false;
  const lastEnd = lines.findLastIndex((line) => line.includes('-->'));
  const masked = lines.map((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence.mark) && line.trim() === mark) fence = undefined;
      return BLANK.repeat(line.length);
    }
    if (inComment) {
      inComment = !line.includes('-->');
      return BLANK.repeat(line.length);
    }
    if (mark && !(mark.startsWith('`') && line.trimStart().slice(mark.length).includes('`'))) {
      fence = { mark, line: index };
      return line;
    }
    if (comments) inComment = index < lastEnd && opensComment(line);
    return line;
  });
  return { text: masked.join('\n'), openFence: fence?.line };
}

/** Whether a line begins a comment that it does not end. */
function opensComment(written: string): boolean {
  const line = maskSpans(written);
  const open = line.lastIndexOf('<!--');
  return open >= 0 && !line.includes('-->', open);
}

/**
 * Blanks spans of code, which end with as many backticks as they began with. Which marks of a length come later is
 * counted first: one that nothing closes is passed over at once, and not looked for to the end each time.
 */
function maskSpans(text: string): string {
  const marks = [...text.matchAll(/`+/g)].map(({ 0: mark, index }) => ({ length: mark.length, index }));
  const left = new Map<number, number>();
  for (const { length } of marks) left.set(length, (left.get(length) ?? 0) + 1);
  let masked = '';
  let from = 0;
  let open: { readonly length: number; readonly index: number } | undefined;
  for (const mark of marks) {
    const later = (left.get(mark.length) ?? 1) - 1;
    left.set(mark.length, later);
    if (!open) {
      if (later > 0) open = mark;
    } else if (mark.length === open.length) {
      const end = mark.index + mark.length;
      masked += text.slice(from, open.index) + blank(text.slice(open.index, end));
      from = end;
      open = undefined;
    }
  }
  return masked + text.slice(from);
}

const BLANK = '\u0000';

function blank(part: string): string {
  return part.replace(/[^\n]/g, BLANK);
}
