import type { PartialDate } from './calendar-date.ts';
import { type DayOrder, readOne } from './spoken-one.ts';

const PART =
  /^(?:the )?(first|1st|second|2nd|third|3rd|fourth|4th|last|latter) (half|third|quarter)(?: of)?(?: the)? (.+)$/i;
const PARTS = { half: 2, third: 3, quarter: 4 } as const;
const BETWEEN = /^(?:early|mid|middle|late)(?:[- ]to[- ]| ?[-–/] ?| )(?:mid|middle|late)[- ](?:the )?(.+)$/i;

/**
 * `first half of the 19th century`, `last quarter of the 4th century BC`: the years that are meant, told as it is
 * written; `early to mid 19th century`, whose bounds nobody knows, all of it. Undefined for all else.
 */
export function partOfCentury(text: string, order: DayOrder): PartialDate | undefined {
  const [, whole] = BETWEEN.exec(text) ?? [];
  const all = whole === undefined ? undefined : readOne(whole, order);
  if (all?.years !== undefined) return { ...all, words: text };
  const [, which = '', name = '', rest] = PART.exec(text) ?? [];
  const century = rest === undefined ? undefined : readOne(rest, order);
  if (century?.years === undefined) return undefined;
  const kind = name.toLowerCase();
  const parts = kind === 'half' || kind === 'third' || kind === 'quarter' ? PARTS[kind] : 1;
  const words = which.toLowerCase();
  const nth = ['first', 'second', 'third', 'fourth'].findIndex(
    (one, at) => one === words || words.startsWith(String(at + 1)),
  );
  const at = nth < 0 ? parts - 1 : nth;
  if (at >= parts) return undefined;
  const [begins, ends] = [at, at + 1].map((one) => Math.round((one * (century.years ?? 0)) / parts));
  if (begins === undefined || ends === undefined) return undefined;
  return { ...century, year: century.year + begins, years: ends - begins, words: text };
}
