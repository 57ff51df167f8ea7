import type { Place } from '../../../../base/problem.ts';
import type { Bracket, Panel, Series, ValueLabel } from '../chart.ts';
import { type Change, fillIn } from '../sums.ts';
import type { Drawn } from './drawn.ts';
import type { NumberWords } from './numbers.ts';
import { error, listed, type ShortReading } from './roles.ts';

const YEAR = 365.2425 * 86_400_000;

/** A series of a panel with the values that the file has, whatever it is stacked on. */
export interface Own {
  readonly name: string;
  readonly series: Series;
  readonly values: readonly (number | undefined)[];
}

interface Setting {
  readonly own: readonly Own[];
  readonly drawn: Drawn;
  readonly numbers: NumberWords;
  readonly reading: ShortReading;
}

/** Labels that the author writes; their numbers are counted here. */
export function writtenLabels(setting: Setting): Panel['labels'] {
  const { placeOf, spec } = setting.reading;
  return spec.labels.flatMap(({ at, series, text, side }, index): readonly ValueLabel[] => {
    const place = placeOf(['labels', index]);
    const nth = seriesCalled(series, place, setting);
    const position = nth === undefined ? undefined : positionAt(at, place, setting);
    if (nth === undefined || position === undefined) return [];
    const values = setting.own[nth]?.values ?? [];
    const value = valueAt(values, position, at, place, setting);
    const first = values.findIndex((one) => one !== undefined);
    if (value === undefined) return [];
    const change = changeOf(values[first] ?? value, value, first, position, setting);
    const words = said(text, { ...change, rank: rankOf(nth, position, value, setting) }, place, setting);
    return words === undefined
      ? []
      : [{ series: nth, at: position, text: words, emphasis: 'strong', side, place, isAsked: true }];
  });
}

/** Brackets over two places of the axis, with what changed between them. */
export function writtenBrackets(setting: Setting): Panel['brackets'] {
  const { placeOf, spec } = setting.reading;
  return spec.brackets.flatMap(({ from, to, series, label }, index): readonly Bracket[] => {
    const place = placeOf(['brackets', index]);
    const nth = seriesCalled(series, place, setting);
    const ends = [from, to].map((end) => (nth === undefined ? undefined : positionAt(end, place, setting)));
    const [start, end] = ends;
    if (nth === undefined || start === undefined || end === undefined) return [];
    if (start >= end) {
      error(setting.reading, place, `this runs from ${from} to ${to}`, 'Name the earlier one first.');
      return [];
    }
    const values = setting.own[nth]?.values ?? [];
    const first = valueAt(values, start, from, place, setting);
    const last = valueAt(values, end, to, place, setting);
    if (first === undefined || last === undefined) return [];
    const text = said(label, changeOf(first, last, start, end, setting), place, setting);
    return text === undefined ? [] : [{ from: start, to: end, text, place, series: nth }];
  });
}

function said(text: string, change: Change, place: Place, { reading }: Setting): string | undefined {
  const filled = fillIn(text, change);
  return typeof filled === 'string' ? filled : error(reading, place, filled.what, filled.fix);
}

function changeOf(
  from: number,
  to: number,
  start: number,
  end: number,
  { drawn: { along, wide }, numbers, reading: { spec, lang } }: Setting,
): Change {
  const { at } = wide.positions;
  return {
    from,
    to,
    years: along.kind === 'time' ? yearsBetween(at[start] ?? 0, at[end] ?? 0) : undefined,
    rank: undefined,
    isPercent: numbers.isPercent,
    lang,
    say: numbers.say,
    points: spec.words.percentagePoints,
  };
}

/** Whole years between two equal days of the year are whole, leap years or not. */
function yearsBetween(from: number, to: number): number {
  const [a, b] = [new Date(from), new Date(to)];
  const same = a.getUTCMonth() === b.getUTCMonth() && a.getUTCDate() === b.getUTCDate();
  return same ? b.getUTCFullYear() - a.getUTCFullYear() : (to - from) / YEAR;
}

/** The place of a value among those of the other series there; of one series alone, among its own. */
function rankOf(nth: number, position: number, value: number, { own }: Setting): number {
  const others = own.length > 1 ? own.map(({ values }) => values[position]) : (own[nth]?.values ?? []);
  return 1 + others.filter((other) => other !== undefined && other > value).length;
}

/** The series a name means: with none the highlighted one, else the first. */
function seriesCalled(name: string | undefined, place: Place, { own, reading }: Setting): number | undefined {
  const names = own.map((one) => one.name);
  if (name === undefined)
    return Math.max(
      0,
      own.findIndex(({ series }) => series.highlighted === true),
    );
  const nth = names.indexOf(name);
  return nth >= 0
    ? nth
    : error(reading, place, `there is no series "${name}"`, `Known here: ${listed(names)}.`);
}

/** Where something written stands on the axis: the same letters, or the first of that year. */
function positionAt(written: string, place: Place, { drawn, reading }: Setting): number | undefined {
  const { names, at } = drawn.wide.positions;
  const exact = names.indexOf(written);
  if (exact >= 0) return exact;
  const inYear = (moment: number) => String(new Date(moment).getUTCFullYear()) === written;
  const nth = drawn.along.kind === 'time' ? at.findIndex(inYear) : -1;
  if (nth >= 0) return nth;
  return error(
    reading,
    place,
    `nothing stands at "${written}" on the axis`,
    `It runs from ${names[0]} to ${names.at(-1)}.`,
  );
}

function valueAt(
  values: readonly (number | undefined)[],
  position: number,
  written: string,
  place: Place,
  { reading }: Setting,
): number | undefined {
  const value = values[position];
  return value ?? error(reading, place, `there is no value at ${written}`, 'Name a place that has one.');
}
