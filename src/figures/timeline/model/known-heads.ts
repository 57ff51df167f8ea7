import type { Table } from '../../../base/table/table.ts';
import { type Field, HEADS, plainHead } from './column-heads.ts';
import { hasUnit } from './head-units.ts';
import { serves, shareOf, shareOfAddresses, variety } from './serving.ts';

type Found = ReadonlyMap<Field, number>;
type May = (table: Table, index: number, field: Field) => boolean;

/**
 * What may stand behind a head without changing what it means: a language (`name_tr`), an era or a unit (`birth_ce`,
 * `start (Ma)`), a number (`StartYear1`); a clock stands in front of it (`UTC Date`).
 */
const BEHIND =
  /( (ad|ce|bce?|ah|ma|mya|ka|kya|ga|bp|utc|gmt|approx|approximate|\d+)| (en|eng|english|de|fr|es|it|pt|nl|ru|uk|pl|cs|sv|da|nb|fi|el|tr|ar|he|fa|hi|zh|ja|ko|vi|ka|hy|hu|ro|bg|sr|hr|ca))+$/;
/** Heads of geologists, which are of dates only where they say what they count: `max_ma`. */
const OF_AGES = /^(max|min|age bottom|age top|base age|top age|max age|min age)$/;
const BEFORE = /^(utc|gmt|local) /;

/** A head without what stands around it that does not change what it means. */
export const bareHead = (head: string): string =>
  plainHead(head)
    .replace(/[()[\]]/g, ' ')
    .replace(/(\p{L})(\d+)$/u, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BEFORE, '')
    .replace(BEHIND, '');

/** The first column, by the order of a field's heads, that has one of them; else one whose head says a little more. */
export function knownColumn(
  table: Table,
  found: Found,
  field: Field,
  lang = '',
  may: May = serves,
): number | undefined {
  const heads = table.columns.map(plainHead);
  const taken = new Set(found.values());
  const fits = (own: string, head: string, at: number) =>
    !taken.has(at) &&
    (!OF_AGES.test(head) || hasUnit(table.columns[at] ?? '')) &&
    (own === head || own.replaceAll(' ', '') === head) &&
    may(table, at, field);
  const labels = field === 'title' ? labelsOfAddresses(table).filter((at) => !taken.has(at)) : [];
  if (labels.length > 0) return labels[0];
  const exact = HEADS[field].flatMap((head) => heads.flatMap((own, at) => (fits(own, head, at) ? [at] : [])));
  if (exact.length > 0) return field === 'title' ? mostTelling(table, exact) : exact[0];
  const bare = table.columns.map(bareHead);
  const near = HEADS[field].flatMap((head) => bare.flatMap((own, at) => (fits(own, head, at) ? [at] : [])));
  const spoken = near.find((at) => lang !== '' && heads[at]?.endsWith(` ${lang}`) && isMostly(table, at));
  return spoken ?? near[0];
}

/** `battleLabel` beside `battle`, a column of addresses: as answers of SPARQL name things. */
function labelsOfAddresses(table: Table): readonly number[] {
  return table.columns.flatMap((head, index) => {
    const label = table.columns.indexOf(`${head}Label`);
    return label >= 0 && shareOfAddresses(table, index) > 0.6 && isMostly(table, label) ? [label] : [];
  });
}

const isMostly = (table: Table, index: number): boolean =>
  table.rows.filter(({ cells }) => cells[index]).length > table.rows.length * 0.9;

/** Of several columns that may title events the first, where it does not say the same of many: `King` beside names. */
function mostTelling(table: Table, columns: readonly number[]): number | undefined {
  const [first] = columns;
  if (first === undefined || table.rows.length < 4) return first;
  if (variety(table, first) > 0.6 && isMostly(table, first)) return first;
  const words = (at: number) => shareOf(table, at, (cell) => /\p{L}{2}/u.test(cell));
  const telling = columns.filter((at) => variety(table, at) > 0.6 && words(at) > 0.6);
  return telling.find((at) => isMostly(table, at)) ?? telling[0] ?? first;
}
