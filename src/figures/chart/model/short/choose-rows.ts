import { suggest } from '../../../../base/nearest.ts';
import { type Column, namedColumn, type Table } from '../../../../base/table/table.ts';
import { type Along, error, listed, type Measured, type ShortReading, standsAt } from './roles.ts';

/** Rows that `where` keeps; a value no row has is reported. */
export function keptRows(table: Table, reading: ShortReading): readonly number[] | undefined {
  const { spec, placeOf, report } = reading;
  let rows = table.rows.map((_, row) => row);
  for (const [name, wanted] of Object.entries(spec.where)) {
    const column = namedColumn(table, name, placeOf(['where', name]), report);
    if (!column) return undefined;
    const asked = new Set(wanted);
    const kept = rows.filter(
      (row) => asked.has(column.cells[row] ?? '') || asked.has(String(Number(column.cells[row] || 'x'))),
    );
    if (kept.length === 0) {
      const known = [...new Set(column.cells)];
      return error(
        reading,
        placeOf(['where', name]),
        `no row has ${listed(wanted)} under "${name}"`,
        suggest(wanted[0] ?? '', known),
      );
    }
    rows = kept;
  }
  return rows;
}

/** Rows of the series (or, without any, of the names on the axis) that `only` lists. */
export function onlyThese(
  rows: readonly number[],
  along: Along,
  split: Column | undefined,
  reading: ShortReading,
): readonly number[] | undefined {
  const { only } = reading.spec;
  if (!only) return rows;
  const cellOf = (row: number) => (split ? split.cells[row] : along.texts[row]) ?? '';
  const known = new Set(rows.map(cellOf));
  let whole = true;
  for (const [nth, name] of only.entries())
    if (!known.has(name)) {
      whole = false;
      error(
        reading,
        reading.placeOf(['only', nth]),
        `no row has "${name}" under "${split?.name ?? along.name}"`,
        suggest(name, [...known]),
      );
    }
  const asked = new Set(only);
  return whole ? rows.filter((row) => asked.has(cellOf(row))) : undefined;
}

/** Rows of the years that are drawn, and of a slope those at its two ends: as written, or of that year. */
export function betweenThese(
  all: readonly number[],
  along: Along,
  reading: ShortReading,
): readonly number[] | undefined {
  const { between } = reading.spec;
  const { span } = reading;
  const rows = span
    ? all.filter((row) => {
        const year = new Date(along.dates?.cells[row]?.at ?? Number.NaN).getUTCFullYear();
        return year >= span.from && year <= span.to;
      })
    : all;
  if (!between) return reading.spec.as === 'slope' ? firstAndLast(rows, along, reading) : rows;
  const yearOf = (row: number) => {
    const at = along.dates?.cells[row]?.at;
    return at === undefined ? undefined : String(new Date(at).getUTCFullYear());
  };
  const isAt = (row: number, end: string) =>
    along.texts[row] === end || (/^\d{4}$/.test(end) && yearOf(row) === end);
  for (const [nth, end] of between.entries())
    if (!rows.some((row) => isAt(row, end)))
      return error(
        reading,
        reading.placeOf(['between', nth]),
        `no row has "${end}" under "${along.name}"`,
        suggest(end, [...new Set(rows.map((row) => along.texts[row] ?? ''))]),
      );
  return rows.filter((row) => between.some((end) => isAt(row, end)));
}

/**
 * Without the first and the last rows that are of other columns alone: a forecast under a head of its own does not draw
 * out the axis of what was measured. A row that has nothing at all is a gap and stays.
 */
export function withoutBareEnds(
  table: Table,
  rows: readonly number[],
  along: Along,
  drawn: readonly Measured[],
  { spec, isTurned }: ShortReading,
): readonly number[] {
  if (spec.y === undefined || isTurned || along.kind === 'names') return rows;
  const valued = rows.filter((row) => drawn.some(({ numbers }) => numbers.cells[row]?.kind === 'number'));
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of valued) {
    const at = standsAt(along, row) ?? first;
    [first, last] = [Math.min(first, at), Math.max(last, at)];
  }
  if (first > last) return rows;
  const asked = new Set([spec.series, spec.facet, ...Object.keys(spec.where)]);
  const told = new Set([...along.columns, ...drawn.map(({ column }) => column.index)]);
  const others = table.columns.flatMap((name, index) => (told.has(index) || asked.has(name) ? [] : [index]));
  const isNumber = (cell: string | undefined) => /^[-−]?[\d.,]+$/.test(cell ?? '');
  const isOfOthers = (row: number) => others.some((index) => isNumber(table.rows[row]?.cells[index]));
  return rows.filter((row) => {
    const at = standsAt(along, row);
    return at === undefined || (at >= first && at <= last) || !isOfOthers(row);
  });
}

/** A slope whose ends nobody names runs from the first date to the last. */
function firstAndLast(rows: readonly number[], along: Along, reading: ShortReading): readonly number[] {
  const atOf = (row: number) => along.dates?.cells[row]?.at;
  const all = rows.flatMap((row) => atOf(row) ?? []);
  const [first, last] = all.reduce(([a, b], at) => [Math.min(a, at), Math.max(b, at)], [Infinity, -Infinity]);
  if (new Set(all).size < 3) return rows;
  const kept = rows.filter((row) => atOf(row) === first || atOf(row) === last);
  const texts = [first, last].map((end) => along.texts[kept.find((row) => atOf(row) === end) ?? 0] ?? '');
  reading.report({
    severity: 'notice',
    place: reading.placeOf(['as']),
    what: `the slope runs from ${texts[0]} to ${texts[1]}: nothing between is drawn`,
    fix: `Write "between: [${texts[0]}, ${texts[1]}]", or two other places.`,
  });
  return kept;
}
