import type { Numbers } from '../../../../base/table/number.ts';
import type { Column } from '../../../../base/table/table.ts';
import type { Drawn } from './drawn.ts';
import { type Along, listed, type Measured, type ShortReading } from './roles.ts';

/** Tells what of a column that is drawn was read in another way than it was written, or not at all: a strict chart has no words for gaps. */
export function tellNumbers(
  { column, numbers }: Measured,
  rows: readonly number[],
  reading: Pick<ShortReading, 'report'> & { readonly isStrict?: boolean },
): void {
  const { report, isStrict = false } = reading;
  const { ambiguous } = numbers;
  if (ambiguous !== undefined && numbers.count.numbers > 0) {
    const cell = column.cells[ambiguous] ?? '';
    const read = numbers.cells[ambiguous];
    const other = numbers.decimal === '.' ? ',' : '.';
    report({
      severity: 'notice',
      place: column.placeOf(ambiguous),
      what: `"${cell}" was read as ${read?.kind === 'number' ? read.value : cell}: "${numbers.decimal}" before decimals`,
      fix: `Write decimal: "${other}" if it is meant the other way.`,
    });
  }
  for (const row of numbers.contrary.slice(0, 3))
    if (rows.includes(row))
      report({
        severity: 'error',
        place: column.placeOf(row),
        what: `"${column.cells[row]}" is written with another decimal sign than the rest of "${column.name}"`,
        fix: 'Write it as the others are.',
      });
  tellMarks(column, numbers, rows, reading);
  tellErrorCells(column, rows, reading);
  const words = rows.filter((row) => numbers.cells[row]?.kind === 'word');
  const [first] = words;
  if (first === undefined) return;
  const broken = words.find((row) => /\d/.test(column.cells[row] ?? ''));
  const told = broken ?? first;
  const count = rows.filter((row) => numbers.cells[row]?.kind === 'number').length;
  const bad = isStrict || broken !== undefined || words.length > count;
  report({
    severity: bad ? 'error' : 'notice',
    place: column.placeOf(told),
    what: `"${column.cells[told]}" is no number${words.length > 1 ? ` (${words.length} such cells in "${column.name}")` : ''}${bad ? '' : ': it is drawn as a gap'}`,
    fix: bad
      ? 'Write a number such as 1512.4, leave the cell empty, or list it under "gaps".'
      : 'List it under "gaps" if that is right.',
  });
}

function tellMarks(
  column: Column,
  numbers: Numbers,
  rows: readonly number[],
  { report }: Pick<ShortReading, 'report'>,
): void {
  const marked: { readonly row: number; readonly mark: string }[] = [];
  for (const row of rows) {
    const cell = numbers.cells[row];
    if (cell?.kind === 'number' && cell.mark !== '') marked.push({ row, mark: cell.mark });
  }
  const [first] = marked;
  if (!first) return;
  report({
    severity: 'notice',
    place: column.placeOf(first.row),
    what: `${marked.length === 1 ? 'a number' : `${marked.length} numbers`} of "${column.name}" ${marked.length === 1 ? 'stands' : 'stand'} with a mark (${listed([...new Set(marked.map(({ mark }) => mark))])}), which is not drawn`,
    fix: 'Say in "note" what it means.',
  });
}

/** Errors of a spreadsheet are gaps, and something that its author ought to know of. */
function tellErrorCells(
  column: Column,
  rows: readonly number[],
  { report }: Pick<ShortReading, 'report'>,
): void {
  const broken = rows.filter((row) =>
    /^#(N\/A|DIV|REF|VALUE|NAME|NUM|NULL|ERROR)/i.test(column.cells[row] ?? ''),
  );
  const [first] = broken;
  if (first === undefined) return;
  report({
    severity: 'notice',
    place: column.placeOf(first),
    what: `"${column.cells[first]}" in "${column.name}"${broken.length > 1 ? ` (${broken.length} such cells)` : ''} is an error of a spreadsheet: it is drawn as a gap`,
    fix: 'Mend the formula where the file comes from.',
  });
}

/** Tells how dates were read that could be meant in two ways. */
export function tellDates(
  { name, dates, plain, texts, placeOf }: Along,
  { report }: Pick<ShortReading, 'report'>,
): void {
  if (!dates) return;
  const first = dates.cells.findIndex((date) => date !== undefined);
  const read = dates.cells[first];
  if (plain && !plain.startsWith('years') && read)
    report({
      severity: 'notice',
      place: placeOf(first),
      what: `"${texts[first]}" under "${name}" was read as ${new Date(read.at).toISOString().slice(0, read.unit === 'time' ? 16 : read.unit === 'month' ? 7 : 10)}`,
      fix: 'Write dates as 2004-03-09 if that is wrong.',
    });
  const { ambiguous, order, twoFigures } = dates;
  if (ambiguous !== undefined && order)
    report({
      severity: 'notice',
      place: placeOf(ambiguous),
      what: `"${texts[ambiguous]}" was read ${order}`,
      fix: `Write "dates: ${order === 'day first' ? 'month first' : 'day first'}" if it is meant the other way.`,
    });
  const at = twoFigures === undefined ? undefined : dates.cells[twoFigures]?.at;
  if (twoFigures !== undefined && at !== undefined)
    report({
      severity: 'notice',
      place: placeOf(twoFigures),
      what: `"${texts[twoFigures]}" was read as a date of ${new Date(at).getUTCFullYear()}`,
      fix: 'Write years with four figures if that is wrong.',
    });
}

/** A line that runs straight on over so many of the places where the others have values is told of. */
const MUCH = 1 / 4;

/** Tells of lines that join values over dates which other series have, and they have no row for. */
export function tellJoined(
  { kind, along, wide: { series, positions } }: Drawn,
  { report, placeOf }: Pick<ShortReading, 'report' | 'placeOf'>,
): void {
  if (kind !== 'line' || along.kind !== 'time') return;
  const joined = series.flatMap(({ name, cells }) => {
    const at = [...cells.keys()];
    const first = at.findIndex((one, nth) => nth > 0 && one - (at[nth - 1] ?? one) > 1);
    const span = (at.at(-1) ?? 0) - (at[0] ?? 0) + 1;
    // A monthly line among weekly ones has no two neighbours: its dates are its own.
    const isDense = at.some((one, nth) => nth > 0 && one - (at[nth - 1] ?? 0) === 1);
    return isDense && (span - at.length) / span > MUCH
      ? [{ name, gap: positions.names[(at[first - 1] ?? 0) + 1] }]
      : [];
  });
  const [first] = joined;
  if (!first) return;
  report({
    severity: 'notice',
    place: placeOf(['file']),
    what: `${joined.length === 1 ? 'the line' : 'lines'} of ${listed(joined.map(({ name }) => name))} ${joined.length === 1 ? 'runs' : 'run'} straight on where the file has no row ("${first.name}" at ${first.gap})`,
    fix: 'Add rows of 0 where nothing happened, empty cells for gaps, or write "as: dots".',
  });
}
