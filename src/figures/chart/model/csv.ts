import { csvParseRows } from 'd3-dsv';
import { suggest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import type { FigureContext } from '../../../deck/figure.ts';

/** A CSV file whose cells know where they stand. */
export interface Csv {
  readonly file: string;
  readonly columns: readonly string[];
  /** Rows below the header, blank lines left out. */
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  readonly cells: readonly string[];
  /** Place of the cell of a column, counted from 0. Reads the file from its start: ask only for cells that are wrong. */
  readonly placeOf: (column: number) => Place;
}

/** Gives the CSV file of a path, read once; undefined, and reported at `place`, where there is none or it is broken. */
export type FileReader = (path: string | undefined, place: Place) => Csv | undefined;

/** Opens the deck's CSV files for one chart. */
export function makeFileReader({ read, paths }: FigureContext, report: Report): FileReader {
  const known = new Map<string, Csv | undefined>();
  return (path, place) => {
    if (path === undefined) {
      const fix = 'Write "file: data/….csv" for the whole chart, or for each series.';
      report({ severity: 'error', place, what: '"file" is missing', fix });
      return undefined;
    }
    const text = read(path);
    if (text === undefined) {
      const tables = paths.filter((other) => other.endsWith('.csv'));
      report({ severity: 'error', place, what: `there is no file "${path}"`, fix: suggest(path, tables) });
      return undefined;
    }
    if (!known.has(path)) known.set(path, readCsv(path, text, report));
    return known.get(path);
  };
}

/** Reads a file of comma-separated values with a header row. An empty file, a wrong encoding, other separators, a column named twice and rows of another length are reported. */
export function readCsv(file: string, text: string, report: Report): Csv | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  const fault = (place: Place, what: string, fix: string) => {
    report({ severity: 'error', place, what, fix });
    return undefined;
  };
  const start = { file, line: 1, column: 1 };
  if (plain.trim() === '')
    return fault(start, `${file} is empty`, 'Write a header row and one row for each fact.');
  const foreign = plain.indexOf('\uFFFD');
  if (foreign >= 0)
    return fault(placeAt(file, plain, foreign), 'a byte that is not UTF-8', 'Save the file as UTF-8.');

  const [columns = [], ...lines] = csvParseRows(plain);
  const other = columns.length === 1 ? /[;\t]/.exec(columns[0] ?? '')?.[0] : undefined;
  if (other)
    return fault(
      start,
      `the cells of ${file} are separated by ${other === ';' ? 'semicolons' : 'tabs'}`,
      'Separate them by commas, and write numbers with a decimal point.',
    );
  const rows = lines
    .map((cells, index) => ({
      cells,
      placeOf: (column: number) => placeOfCell(file, plain, index + 1, column),
    }))
    .filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '' || columns.length === 1);
  for (const [index, name] of columns.entries())
    if (columns.indexOf(name) < index)
      fault(
        placeOfCell(file, plain, 0, index),
        `two columns are called "${name}"`,
        'Give each a name of its own.',
      );
  for (const { cells, placeOf } of rows)
    if (cells.length !== columns.length)
      fault(
        placeOf(0),
        `this row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header has ${columns.length}`,
        'Put a cell that holds a comma in double quotes, and write nothing between two commas for an empty one.',
      );
  return { file, columns, rows };
}

/** Index of a column; reported at `place` (where the author names it) if the file has none of that name. */
export function findColumn(csv: Csv, name: string, place: Place, report: Report): number | undefined {
  const index = csv.columns.indexOf(name);
  if (index >= 0) return index;
  report({
    severity: 'error',
    place,
    what: `${csv.file} has no column "${name}"`,
    fix: suggest(name, csv.columns),
  });
  return undefined;
}

/** The number in a cell; undefined for an empty cell, and (reported) for anything that is not a plain number. */
export function readNumber(cell: string, placeOf: () => Place, report: Report): number | undefined {
  const text = cell.trim();
  if (text === '') return undefined;
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return Number(text);
  report({ severity: 'error', place: placeOf(), what: `"${cell}" is not a number`, fix: adviceFor(text) });
  return undefined;
}

function adviceFor(text: string): string {
  if (/^[+-]?\d{1,3}([,' \u00A0\u202F]\d{3})+(\.\d+)?$/.test(text))
    return `Write ${text.replace(/[,' \u00A0\u202F]/g, '')}, without separators between thousands.`;
  if (/^[+-]?\d+,\d+$/.test(text)) return `Write ${text.replace(',', '.')}, with a decimal point.`;
  if (/^(\.{1,3}|…|-|–|—|x|\.\.|n\/?a|nan|null|none)$/i.test(text))
    return 'Leave the cell empty where there is no value.';
  if (/^\u2212[\d.]+$/.test(text))
    return `Write ${text.replace('\u2212', '-')}, with a hyphen as minus sign.`;
  return 'Write a plain number such as 1512.4, or leave the cell empty.';
}

/** Finds a cell by reading quotes as the parser does. */
function placeOfCell(file: string, text: string, row: number, column: number): Place {
  let atRow = 0;
  let atColumn = 0;
  let quoted = false;
  let cellStart = true;
  for (let offset = 0; offset < text.length; offset++) {
    if (atRow === row && atColumn === column) return placeAt(file, text, offset);
    const character = text[offset];
    if (character === '"' && (quoted || cellStart)) quoted = !quoted;
    const ends = !quoted && (character === ',' || character === '\n');
    if (ends && character === ',') atColumn++;
    if (ends && character === '\n') {
      atRow++;
      atColumn = 0;
    }
    cellStart = ends;
  }
  return placeAt(file, text, text.length);
}

function placeAt(file: string, text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n');
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
