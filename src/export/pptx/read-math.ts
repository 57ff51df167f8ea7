import type { Run } from './piece.ts';

/** What a line of text can write: letters, figures, signs, and what stands raised or lowered beside them. */
const WRITTEN = 'math, mrow, mstyle, semantics, mi, mn, mo, mtext, mspace, msup, msub, annotation';
const APART = /^[=<>≤≥≠≈≡±×÷→←⇒∈∉⊂⊆∪∩+−]$/;

/** Whether a formula stands in a line of text and can be written there. */
export function isWritten(math: Element): boolean {
  return isInLine(math) && [...math.querySelectorAll('*')].every((part) => part.matches(WRITTEN));
}

/** Whether a formula stands in a line of text. */
export function isInLine(math: Element): boolean {
  return /^(inline|math$)/.test(getComputedStyle(math).display);
}

/** A formula of a line as text. @param like how it is written */
export function runsOfMath(part: Element, like: Run, baseline = 0): readonly Run[] {
  const [base, beside] = part.children;
  if (part.matches('annotation, mspace')) return [];
  if (part.matches('msup, msub') && base && beside) {
    const other = part.matches('msup') ? RAISED : LOWERED;
    return [...runsOfMath(base, like, baseline), ...runsOfMath(beside, like, other)];
  }
  if (part.children.length > 0)
    return [...part.children].flatMap((child) => runsOfMath(child, like, baseline));
  const text = part.textContent?.trim() ?? '';
  if (text === '') return [];
  const isBetween = part.matches('mo:not(:first-child)') && APART.test(text);
  const isName = part.matches('mi') && [...text].length === 1;
  return [{ ...like, text: isBetween ? `\u2009${text}\u2009` : text, italic: isName, baseline }];
}

/** Room in a line for a formula that lies there as a picture. */
export function roomFor(math: Element, like: Run, scale: number): Run {
  const blanks = Math.max(1, Math.round((math.getBoundingClientRect().width * scale) / (like.size * BLANK)));
  return { ...like, text: '\u00a0'.repeat(blanks) };
}

/** How far what is raised or lowered stands off its line, in thousandths of a per cent of its letters. */
export const RAISED = 30_000;
export const LOWERED = -25_000;
/** Width of a blank for each px of its letters, in most faces. */
const BLANK = 0.27;
