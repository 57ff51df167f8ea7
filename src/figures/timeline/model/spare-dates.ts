import type { Table } from '../../../base/table/table.ts';
import { endOf, startOf } from './calendar-date.ts';
import { type Field, plainHead } from './column-heads.ts';
import { isNothing } from './gaps.ts';
import type { When } from './read-date.ts';
import { shareOfDates } from './serving.ts';
import { readSpoken } from './spoken-date.ts';

type Found = ReadonlyMap<Field, number>;

export const ENDING =
  /(^| )(end|ends|ended|ending|death|died|until|finish|finished|left|to|closed?|fin|fine|ende|fim|einde|koniec|конец)( |$)/;
const BEGINNING = /(date|(^| )(year|birth|born|begins?|began|start|from|at))( |$)/;
/** Of a life, which is no part of what else a row tells: a reign without a date is not told by its king's birth. */
export const LIFE = /(^| )(birth|born|death|died|dob|dod)( |$)/;
const OF_A_PAIR = /(^| )(start|begin|began|begins|beginning|reign|term|from|office)( |$)/;

export function freeColumns(table: Table, found: Found): readonly number[] {
  const taken = new Set(found.values());
  return table.columns.map((_, index) => index).filter((index) => !taken.has(index));
}

/** Further columns of dates: they serve where a row's own cell is empty. */
export function spareColumns(
  table: Table,
  found: Found,
): { readonly dates: readonly number[]; readonly ends: readonly number[] } {
  const head = (index: number) => plainHead(table.columns[index] ?? '');
  const date = found.get('date');
  const end = found.get('end');
  const isPair =
    date !== undefined && (OF_A_PAIR.test(head(date)) || (end !== undefined && !LIFE.test(head(end))));
  const dated = freeColumns(table, found)
    .filter((index) => !isPair || !LIFE.test(head(index)))
    .filter((index) => shareOfDates(table, index) > 0.6);
  const ends = dated.filter((index) => ENDING.test(head(index)));
  const dates = dated.filter((index) => !ends.includes(index) && BEGINNING.test(head(index)));
  return { dates, ends };
}

/** Those of the spare columns that tell a row's date or end where its own cell is empty. */
export function servingSpares(table: Table, found: Found): readonly number[] {
  const { dates, ends } = spareColumns(table, found);
  const serving = (own: number | undefined, spares: readonly number[]) =>
    table.rows.flatMap(({ cells }) => {
      if (own !== undefined && !isNothing(cells[own] ?? '')) return [];
      return spares.find((index) => !isNothing(cells[index] ?? '')) ?? [];
    });
  return [...new Set([...serving(found.get('date'), dates), ...serving(found.get('end'), ends)])];
}

/** So many cells of a column have to agree with the years beside them. */
const AGREE = 0.8;

/** A column that says the same dates as the one found, to the month or the day: `1826` beside `4 July 1826`. */
export function finerColumn(table: Table, found: Found): number | undefined {
  const own = found.get('date');
  if (own === undefined || found.has('month')) return undefined;
  return freeColumns(table, found).find((index) => {
    const pairs = table.rows.flatMap(({ cells }) => {
      const [year = '', whole = ''] = [cells[own], cells[index]];
      const [coarse, fine] = [readSpoken(year), /\d/.test(whole) ? readSpoken(whole) : undefined];
      return coarse && fine ? [isFiner(coarse, fine)] : [];
    });
    return (
      pairs.length > 2 &&
      shareOfDates(table, index) > 0.6 &&
      pairs.filter(Boolean).length >= pairs.length * AGREE
    );
  });
}

/** Whether a date lies within another one and says more than it. */
export function isFiner(coarse: When, fine: When): boolean {
  if (coarse.date.month !== undefined || coarse.end || coarse.open || fine.open) return false;
  const [from, to] = [startOf(coarse.date), endOf(coarse.date)];
  const [begin, finish] = [startOf(fine.date), endOf(fine.end ?? fine.date)];
  return begin >= from && begin < to && finish - begin < to - from;
}
