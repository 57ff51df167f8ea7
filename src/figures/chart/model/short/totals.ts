import { isTotal } from '../../../../base/table/is-total.ts';
import { isCalendar } from './natural-order.ts';
import type { Along, ShortReading } from './roles.ts';

/** Rows of sums that stand under dates, months or days: they have no place among them, and that is said. Among names they are drawn as the file has them. */
export function totalsAmong(
  along: Along,
  rows: readonly number[],
  { report, lang }: ShortReading,
): ReadonlySet<number> {
  const totals = rows.filter((row) => isTotal(along.texts[row] ?? ''));
  const [first] = totals;
  if (first === undefined || totals.length === rows.length) return new Set();
  const others = [
    ...new Set(rows.flatMap((row) => (isTotal(along.texts[row] ?? '') ? [] : (along.texts[row] ?? '')))),
  ];
  const isApart = along.kind !== 'names' || isCalendar(others, lang);
  const text = `"${along.texts[first]}" under "${along.name}"`;
  report({
    severity: 'notice',
    place: along.placeOf(first),
    what: isApart ? `${text} is taken for a sum and is not drawn` : `${text} is drawn among its parts`,
    fix: isApart
      ? 'Nothing is to be done if that is right.'
      : 'List the others under "only" if it is their sum.',
  });
  return isApart ? new Set(totals) : new Set();
}
