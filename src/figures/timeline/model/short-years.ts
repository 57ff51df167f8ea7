/** What a row's cells say of its beginning and its end, together. */
export interface DateTexts {
  readonly date: string;
  readonly end: string;
}

/** `11-Mar-15` or `3/11/15`, as workbooks write a day with two figures of its year. */
export const SHORT_YEAR = /^(\d{1,2}-\p{L}{3,9}-|\d{1,2}([/.-])\d{1,2}\2)(\d{2})(?=$| )/u;
/** `13/03/03` of 1913. */
const YEAR_FIRST = /^(\d\d)([/.-])(\d\d)\2(\d\d)(?=$| )/;
/** So many years have to be written whole, in order, to say of which century the short ones beside them are. */
const ENOUGH = 3;

/** A day with the whole of its year, as workbooks read it: of this century up to 29, else of the last. */
export function withCentury(text: string): string {
  return text.replace(SHORT_YEAR, (_, day: string, _sign: string, year: string) => day + asWorkbooks(year));
}

/**
 * The dates of a column with the whole of their years. Where whole years stand in order among the short ones, the years
 * of the rows beside them say whether one is of 1900 to 1999 or of 2000 to 2099 (workbooks write days before 1900
 * whole), and an end does not lie before its beginning; else they are what workbooks take them for. Two figures at the
 * front are the year where some can be nothing else.
 */
export function withWholeYears(dates: readonly DateTexts[]): readonly DateTexts[] {
  const texts = dates.flatMap(({ date, end }) => [date, end]);
  if (!texts.some((text) => SHORT_YEAR.test(text))) return dates;
  const isFirst = areFirst(texts);
  const known = dates.flatMap(({ date }) => yearIn(date) ?? []);
  let near = areInOrder(known) ? known[0] : undefined;
  return dates.map(({ date, end }) => {
    const begin = whole(date, isFirst, (figures) =>
      near === undefined ? undefined : nearest(figures, near),
    );
    const year = yearIn(begin);
    if (near !== undefined) near = year ?? near;
    const since = near === undefined ? undefined : year;
    return { date: begin, end: whole(end, isFirst, (figures) => since && notBefore(figures, since)) };
  });
}

function whole(text: string, isFirst: boolean, yearOf: (figures: number) => number | undefined): string {
  const year = (figures: string) => yearOf(Number(figures)) ?? asWorkbooks(figures);
  if (isFirst && YEAR_FIRST.test(text))
    return text.replace(
      YEAR_FIRST,
      (_, figures: string, _sign, month: string, day: string) => `${year(figures)}-${month}-${day}`,
    );
  return text.replace(SHORT_YEAR, (_, day: string, _sign: string, figures: string) => day + year(figures));
}

const asWorkbooks = (figures: string): string => `${Number(figures) < 30 ? 20 : 19}${figures}`;

function nearest(figures: number, year: number): number {
  const [last, ours] = [1900 + figures, 2000 + figures];
  return Math.abs(ours - year) < Math.abs(last - year) ? ours : last;
}

function notBefore(figures: number, year: number): number {
  return 1900 + figures < year ? 2000 + figures : 1900 + figures;
}

/** The year that a date says in four figures. */
function yearIn(text: string): number | undefined {
  const found = /(?<!\d)[12]\d{3}(?!\d)/.exec(text)?.[0];
  return found === undefined ? undefined : Number(found);
}

function areInOrder(years: readonly number[]): boolean {
  const steps = years.slice(1).map((year, nth) => year - (years[nth] ?? year));
  return years.length >= ENOUGH && (steps.every((step) => step >= 0) || steps.every((step) => step <= 0));
}

/** Whether the short years stand before month and day: some of these can be no day, and all have a month and a day. */
function areFirst(texts: readonly string[]): boolean {
  const found = texts.flatMap((text) => {
    const [, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
    return year === undefined ? [] : [{ year: Number(year), month: Number(month), day: Number(day) }];
  });
  const isDate = ({ month, day }: (typeof found)[number]) =>
    month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return found.some(({ year }) => year > 31 || year === 0) && found.every(isDate);
}
