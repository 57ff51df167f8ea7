import type { Measure } from '../../../fonts/faces.ts';
import type { Draft } from '../draft.ts';
import { type Element, setAttribute, textOf } from '../html-tree.ts';
import { maskFences } from '../mask-code.ts';
import { FLOOR } from './fit.ts';
import { fitsAcross, rowHeights, rowsOf } from './table-height.ts';

/** Room of a table that stands alone under its headline, px at 1920. */
const ROOM = { width: 1728, height: 760 };
const LEAST_GAP = 0.2;

/**
 * Says of a table that does not fit at the least size where to cut it: once, at the table, which is marked so that
 * measuring in a browser does not say it again for each of its cells.
 */
export function reportLongTables(
  tables: readonly Element[],
  { raw, context }: Draft,
  measure: Measure,
): void {
  const lines = linesOfTables(raw.content);
  for (const [index, table] of tables.entries()) {
    const wrong = faultOf(table, measure);
    if (!wrong) continue;
    setAttribute(table, 'data-too-long', '');
    const place = { file: raw.file, line: raw.line + (lines[index] ?? 0), column: 1 };
    context.report({ severity: 'notice', place, ...wrong });
  }
}

function faultOf(table: Element, measure: Measure): { what: string; fix: string } | undefined {
  const setting = { size: FLOOR, code: FLOOR, width: ROOM.width, measure };
  const rows = rowsOf(table);
  const [header = []] = rows;
  if (!fitsAcross(table, setting))
    return {
      what: `this table of ${header.length} columns is wider than its slide in the least size, ${FLOOR} px`,
      fix: 'Make two tables of its columns, or write its rows as columns.',
    };
  let used = 0;
  const room = rowHeights(table, setting).findIndex((height) => {
    used += height + 2 * LEAST_GAP * FLOOR;
    return used > ROOM.height;
  });
  if (room < 0) return undefined;
  const last = rows[room - 1]?.[0];
  return {
    what: `this table of ${rows.length - 1} rows is longer than its slide in the least size, ${FLOOR} px`,
    fix: `Go on with a second table on another slide after the row "${last ? textOf(last) : ''}", or leave rows out.`,
  };
}

/** Lines on which tables begin, from 0, in order. */
function linesOfTables(content: string): readonly number[] {
  const lines = maskFences(content).split('\n');
  return lines.flatMap((line, index) =>
    index > 0 && /^[\s|:-]*-[\s|:-]*$/.test(line) && line.includes('|') ? [index - 1] : [],
  );
}
