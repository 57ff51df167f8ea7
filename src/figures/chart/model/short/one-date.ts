import { columnAt, findColumn, type Table } from '../../../../base/table/table.ts';
import { keptRows, onlyThese } from './choose-rows.ts';
import { type Along, readAlong, type ShortReading } from './roles.ts';

/** What a chart runs along, and how its fence is read on. */
interface Turned {
  readonly along: Along;
  readonly reading: ShortReading;
}

/**
 * Series of one value each, all of the same date, make no line: their names stand along instead, a bar for each, and the
 * date in the title. Undefined where rows of other dates are drawn, or where the author asks for what only a date has.
 */
export function acrossOneDate(table: Table, along: Along, reading: ShortReading): Turned | undefined {
  const { spec, placeOf, report } = reading;
  const name = spec.series;
  if (along.kind !== 'time' || name === undefined || isOnDates(spec)) return undefined;
  const index = findColumn(table, name);
  const quiet = { ...reading, report: () => undefined };
  const all = keptRows(table, quiet);
  if (index === undefined || !all) return undefined;
  const split = columnAt(table, index);
  const rows = onlyThese(all, along, split, quiet)?.filter((row) => hasValue(table, row, spec.y));
  const [first] = rows ?? [];
  if (!rows || rows.length < 2 || first === undefined) return undefined;
  const dates = new Set(rows.map((row) => along.dates?.cells[row]?.at));
  const names = new Set(rows.map((row) => split.cells[row] ?? ''));
  if (dates.size !== 1 || dates.has(undefined) || names.size !== rows.length || names.has(''))
    return undefined;
  const own = { ...reading, spec: { ...spec, x: [name], series: undefined } };
  const turned = readAlong(table, own);
  if (turned?.kind !== 'names') return undefined;
  const date = along.texts[first] ?? '';
  report({
    severity: 'notice',
    place: placeOf(['series']),
    what: `all that is drawn is of ${date}: each "${name}" is a bar`,
    fix: 'Write "as: dots" for points over the date.',
  });
  return { along: { ...turned, passed: along.columns[0], date }, reading: own };
}

/** Whether the fence asks for what stands at dates. */
function isOnDates(spec: ShortReading['spec']): boolean {
  const asked = [spec.events, spec.labels, spec.brackets].some((list) => list.length > 0);
  return (
    asked || spec.eras || spec.stack !== false || [spec.as, spec.between, spec.facet, spec.per].some(Boolean)
  );
}

/** Whether a row has anything to draw, where its columns are named. */
function hasValue(table: Table, row: number, y: ShortReading['spec']['y']): boolean {
  if (!Array.isArray(y)) return y === undefined;
  return y.some((name) => table.rows[row]?.cells[findColumn(table, name) ?? -1] !== '');
}
