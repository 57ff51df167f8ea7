import { type Element, holds, writtenText } from '../html-tree.ts';
import type { Setting } from './setting.ts';

/** `src/page/compose.css` and `compose-sizes.css` have the same numbers. */
const CODE = { line: 1.32, close: 1.2, letter: 0.602, padding: 48, side: 60 };
/** Sizes of code, px; the largest is for a few lines. */
export const SIZES_OF_CODE: readonly number[] = [48, 44, 40, 38, 36, 34, 32, 30, 29, 28, 27, 26, 25, 24];
const LEAST = 24;
const FEW_LINES = 4;
/** From so many lines on they stand closer, and are the larger for it. */
const MANY_LINES = 13;

/** The largest size of code, px, at which its longest line fits the width; the least one where none does. */
export function codeSize(code: Element, width: number, most: number): number {
  const { lines, longest } = measureCode(code);
  const room = (width - CODE.side) / (longest * CODE.letter);
  const limit = lines <= FEW_LINES ? most : Math.min(most, 40);
  return SIZES_OF_CODE.find((size) => size <= Math.min(limit, room)) ?? LEAST;
}

/** Whether the longest line of a block fits the width at the least size. */
export function codeFits(code: Element, width: number): boolean {
  return measureCode(code).longest * CODE.letter * LEAST + CODE.side <= width;
}

/** Height of a block with what is above and below its lines, px. */
export function codeHeight(code: Element, { code: most, width }: Setting): number {
  const { lines } = measureCode(code);
  return lines * codeSize(code, width, most) * (isLong(code) ? CODE.close : CODE.line) + CODE.padding;
}

/** Whether a block has so many lines that they stand closer. */
export function isLong(code: Element): boolean {
  return measureCode(code).lines >= MANY_LINES;
}

/** Lines of a block, and letters of the longest with its number. */
interface Code {
  readonly lines: number;
  readonly longest: number;
}

/** Code already measured: it is set in several sizes. */
const known = new WeakMap<Element, Code>();

function measureCode(code: Element): Code {
  const found = known.get(code);
  if (found) return found;
  const lines = writtenText(code).replace(/\n$/, '').split('\n');
  let longest = 1;
  for (const line of lines) longest = Math.max(longest, lettersIn(line));
  const numbers = holds(code, ({ attrs }) => attrs.some(({ name }) => name === 'data-line-numbers'));
  const made = { lines: lines.length, longest: longest + (numbers ? 4 : 0) };
  known.set(code, made);
  return made;
}

/** Places that a line takes: a tab is four, and no letter is told by its length in units of UTF-16. */
function lettersIn(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x09) count += 4;
    // The second half of a pair.
    else if ((code & 0xfc00) !== 0xdc00) count++;
  }
  return count;
}
