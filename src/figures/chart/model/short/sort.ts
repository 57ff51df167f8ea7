import { bareName, monthNames } from '../../../../base/table/month-names.ts';
import type { Wide } from './gather.ts';
import type { ShortReading } from './roles.ts';

/**
 * Names in the order the author asks for: by the first series, largest first, or by the alphabet. Without a word of
 * his months, days of the week and ages stand as they follow each other, and all else as the file has it.
 */
export function sortNames(wide: Wide, reading: ShortReading): Wide {
  const { spec, placeOf, lang, report } = reading;
  const { positions, series } = wide;
  const nameOf = (at: number) => positions.names[at] ?? '';
  if (spec.sort === undefined) {
    const ranks = naturalRanks(positions.names, lang);
    if (!ranks || ranks.every((rank, at) => at === 0 || rank > (ranks[at - 1] ?? rank))) return wide;
    report({
      severity: 'notice',
      place: placeOf(['file']),
      what: `"${nameOf(0)}" and the others stand in another order in the file than they follow each other in`,
      fix: 'They are drawn as they follow each other; write "sort: name" or "sort: value" for another order.',
    });
    return moveTo(wide, (a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  }
  const size = (at: number) => series[0]?.cells.get(at)?.value ?? Number.NEGATIVE_INFINITY;
  return moveTo(wide, (a, b) =>
    spec.sort === 'value' ? size(b) - size(a) : nameOf(a).localeCompare(nameOf(b), lang),
  );
}

/** Whether names are months or days of the week, so that what stands beside each other follows each other. */
export function isCalendar(names: readonly string[], lang: string): boolean {
  return (
    names.length > 2 && (rankedBy(names, monthRank(lang)) ?? rankedBy(names, weekdayRank(lang))) !== undefined
  );
}

function moveTo(wide: Wide, compare: (a: number, b: number) => number): Wide {
  const { positions, series, aside } = wide;
  const order = positions.at.map((_, at) => at).sort(compare);
  const moved = new Map(order.map((from, to) => [from, to]));
  const inOrder = (all: Wide['series']) =>
    all.map((one) => ({
      ...one,
      cells: new Map([...one.cells].map(([at, cell]) => [moved.get(at) ?? at, cell])),
    }));
  return {
    ...wide,
    positions: { at: positions.at, names: order.map((at) => positions.names[at] ?? '') },
    series: inOrder(series),
    aside: inOrder(aside),
  };
}

/** Where each name stands among months, days of the week or ages; undefined where they are none of these. */
function naturalRanks(names: readonly string[], lang: string): readonly number[] | undefined {
  if (names.length < 3) return undefined;
  return rankedBy(names, monthRank(lang)) ?? rankedBy(names, weekdayRank(lang)) ?? rankedBy(names, ageRank);
}

type Rank = (name: string) => number | undefined;

function rankedBy(names: readonly string[], rank: Rank): readonly number[] | undefined {
  const ranks = names.map(rank).filter((one) => one !== undefined);
  return ranks.length === names.length && new Set(ranks).size === names.length ? ranks : undefined;
}

const monthRank =
  (lang: string): Rank =>
  (name) =>
    monthNames(lang).get(bareName(name));

/** Days of the week by their names, from Monday, in English and the deck's language. */
function weekdayRank(lang: string): Rank {
  const days = new Map<string, number>();
  for (const one of ['en', lang])
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(one, { weekday, timeZone: 'UTC' });
      // The first of January 2001 was a Monday.
      for (let nth = 0; nth < 7; nth++) days.set(bareName(format.format(Date.UTC(2001, 0, 1 + nth))), nth);
    }
  days.set('thur', 3).set('thurs', 3).set('tues', 1);
  return (name) => days.get(bareName(name));
}

/** `0-4`, `5–9`, `85+`, `under 5`: spans of numbers by where they begin. */
const ageRank: Rank = (name) => {
  const found =
    /^(under |<|bis |unter )?\s*(\d{1,3})(?:\s*(?:[-–—]|to|bis)\s*\d{1,3}|\s*\+| and over| or (?:older|more))?(?: years?| Jahre)?$/i.exec(
      name.trim(),
    );
  return found ? Number(found[2]) - (found[1] ? 0.5 : 0) : undefined;
};
