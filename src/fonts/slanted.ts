/** Alphabets that have slanted letters for mathematics, and where those begin (Unicode, 1D400). */
const ALPHABETS: readonly (readonly [first: string, last: string, slanted: number])[] = [
  ['A', 'Z', 0x1d434],
  ['a', 'z', 0x1d44e],
  ['Α', 'Ω', 0x1d6e2],
  ['α', 'ω', 0x1d6fc],
];
/** Those that stand elsewhere. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['h', 'ℎ'],
  ['ı', '𝚤'],
  ['ȷ', '𝚥'],
  ['ϴ', '𝛳'],
  ['∇', '𝛻'],
  ['∂', '𝜕'],
  ['ϵ', '𝜖'],
  ['ϑ', '𝜗'],
  ['ϰ', '𝜘'],
  ['ϕ', '𝜙'],
  ['ϱ', '𝜚'],
  ['ϖ', '𝜛'],
]);

/** The slanted letter that MathML sets a name of one letter in; the letter itself where there is none. */
export function slanted(letter: string): string {
  const other = OTHERS.get(letter);
  if (other !== undefined) return other;
  const codePoint = letter.codePointAt(0) ?? 0;
  for (const [first, last, start] of ALPHABETS)
    if (letter >= first && letter <= last)
      return String.fromCodePoint(start + codePoint - (first.codePointAt(0) ?? 0));
  return letter;
}
