/** Words a minute at which notes are spoken to a hall. */
const WORDS_PER_MINUTE = 130;
/** What a slide takes besides its notes: looking at it and pointing. */
const WORDS_PER_SLIDE = 10;

/** Seconds from the beginning at which each slide should be done. */
export type Plan = readonly number[];

/**
 * Spreads a talk over its slides by the length of their notes.
 * @param words of each slide's notes.
 * @param minutes the talk may take; without them it takes what the notes take to say, and without notes there is
 * nothing to plan by.
 */
export function planTalk(words: readonly number[], minutes: number | undefined): Plan | undefined {
  const spoken = words.reduce((sum, count) => sum + count, 0);
  if (minutes === undefined && spoken === 0) return undefined;
  const weights = words.map((count) => count + WORDS_PER_SLIDE);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const seconds = minutes === undefined ? (whole / WORDS_PER_MINUTE) * 60 : minutes * 60;
  let done = 0;
  return weights.map((weight) => {
    done += weight;
    return (done / whole) * seconds;
  });
}

/** How a talk stands against its plan: seconds behind (above 0), ahead (below 0), or neither (0). */
export function paceOf(plan: Plan, slide: number, elapsed: number): number {
  const begins = plan[slide - 1] ?? 0;
  const ends = plan[slide] ?? begins;
  if (elapsed > ends) return elapsed - ends;
  return Math.min(0, elapsed - begins);
}

/** Words of a text; two characters of Japanese take about as long to say as a word. */
export function countWords(text: string): number {
  const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
  const characters = text.match(ideographic)?.length ?? 0;
  const words = text.replace(ideographic, ' ').match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  return words + Math.round(characters / 2);
}

/** A span of time as `4:05` or `1:04:05`. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const two = (number: number) => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
