/** A text with some of its parts blanked letter for letter, so that places in it are places in the text. */
interface Masked {
  readonly text: string;
  /** Line of the fence that is never closed, from 0; undefined where all are. */
  readonly openFence: number | undefined;
}

/** Where separators and marks count: the insides and ends of code fences and HTML comments are blanked. */
export function maskFences(text: string): string {
  return maskLines(text, true).text;
}

/**
 * The same of a whole file: a fence that nothing closes holds only the rest of its slide, as Reveal cuts it, and
 * does not swallow the slides after it.
 */
export function maskClosedFences(text: string): string {
  const { text: masked, openFence } = maskLines(text, true);
  if (openFence === undefined) return masked;
  const lines = text.split('\n');
  const before = masked.split('\n').slice(0, openFence + 1);
  return [...before, maskClosedFences(lines.slice(openFence + 1).join('\n'))].join('\n');
}

/** Where the author writes and not quotes: code fences and code spans are blanked, comments are not. */
export function maskCode(text: string): string {
  return maskLines(text, false).text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank);
}

/** Line of a code fence that is never closed, from 0. */
export function findOpenFence(text: string): number | undefined {
  return maskLines(text, true).openFence;
}

function maskLines(text: string, comments: boolean): Masked {
  const lines = text.split('\n');
  let fence: { readonly mark: string; readonly line: number } | undefined;
  let inComment = false;
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
    if (comments) inComment = opensComment(lines, index);
    return line;
  });
  return { text: masked.join('\n'), openFence: fence?.line };
}

/** Whether a line begins a comment that a later line ends. One that nothing ends is no comment of the author's. */
function opensComment(lines: readonly string[], index: number): boolean {
  const line = (lines[index] ?? '').replace(/(`+)(?!`).*?[^`]\1(?!`)/g, blank);
  const open = line.lastIndexOf('<!--');
  return (
    open >= 0 && !line.includes('-->', open) && lines.slice(index + 1).some((later) => later.includes('-->'))
  );
}

const BLANK = '\u0000';

function blank(part: string): string {
  return part.replace(/[^\n]/g, BLANK);
}
