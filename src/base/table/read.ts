import { suggest } from '../nearest.ts';
import type { Place, Report } from '../problem.ts';
import { decode } from './decode.ts';
import { findSeparator, type Line, type Separator, splitLines } from './delimited.ts';
import { type Frame, findFrame } from './frame.ts';
import { readHeads } from './heads.ts';
import { NO_LIST, readJson } from './json.ts';
import {
  type PlaceOfCell,
  tellAbout,
  tellCutNumbers,
  tellLeftOut,
  tellRowNames,
  tellTwice,
  tellUneven,
  tellUnits,
} from './left-out.ts';
import { distinctHeads, type Row, type Table } from './table.ts';
import { LARGEST_SHEET, openWorkbook } from './xlsx.ts';

/** Whether a file's name says that a table may be read from it. */
export function isTableFile(path: string): boolean {
  return /\.(csv|tsv|tab|txt|dat|json|jsonl|ndjson|geojson|xlsx|xlsm)$/i.test(path);
}

/** `data/b.xlsx#Sheet 2` as path and sheet, `data/c.json#events` as path and the list that is meant. */
export function splitSheet(written: string): { readonly path: string; readonly sheet: string | undefined } {
  const [, path = written, sheet] = /^(.*\.(?:xls[xm]?|json))#(.+)$/i.exec(written) ?? [];
  return { path, sheet };
}

/**
 * Reads a table from the bytes of a file: CSV or any other separated values, a JSON list, or a sheet of an .xlsx
 * workbook. What was left out of the table or read in another way than it was written is said by notices; what
 * stops the reading (an empty file, a sheet that is not there) is an error at `named`, where the author names the file,
 * or in the file itself.
 */
export function readTable(file: string, bytes: Uint8Array, named: Place, report: Report): Table | undefined {
  const { path, sheet } = splitSheet(file);
  const fault = (what: string, fix: string, place: Place = named) => {
    report({ severity: 'error', place, what, fix });
    return undefined;
  };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readSheet(file, sheet, bytes, fault, report);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return fault(`${path} is a workbook of an old Excel`, 'Save it as .xlsx or CSV.');
  const { text, encoding } = decode(bytes);
  if (text.trim() === '')
    return fault(`${path} is empty`, 'Write a header row and one row for each fact.', {
      file: path,
      line: 1,
      column: 1,
    });
  if (encoding !== 'UTF-8' && encoding !== 'UTF-16')
    report({
      severity: 'notice',
      place: { file: path, line: 1, column: 1 },
      what: `${path} is not UTF-8: its letters were read as ${encoding}`,
      fix: 'Save it as UTF-8 if any of them is wrong.',
    });
  if (/^\s*</.test(text))
    return fault(`${path} holds a web page and no table`, 'Download the file itself.', {
      file: path,
      line: 1,
      column: 1,
    });
  if (/json|^\.js$/i.test(/\.\w+$/.exec(path)?.[0] ?? '') || /^\s*[[{]\s*["{[\]]/.test(text))
    return readList(path, sheet, text, fault, report);
  return readLines(path, text, fault, report);
}

type Fault = (what: string, fix: string, place?: Place) => undefined;

function readList(
  path: string,
  wanted: string | undefined,
  text: string,
  fault: Fault,
  report: Report,
): Table | undefined {
  const json = readJson(text, wanted);
  if (typeof json === 'string')
    return fault(
      `${path} is no table: ${json}`,
      json === NO_LIST
        ? 'Write a list of objects: [{ "year": 2004, "value": 1.2 }].'
        : 'Mend it, or save it as CSV.',
      { file: path, line: 1, column: 1 },
    );
  const placeAt = placing(path, text);
  if (json.list !== undefined && wanted === undefined)
    report({
      severity: 'notice',
      place: placeAt(0),
      what: `${path} holds ${json.others.length + 1} lists; "${json.list}" was read, not "${json.others.join('", "')}"`,
      fix: `Write "${path}#${json.others[0]}" for another.`,
    });
  const columns = distinctHeads(json.columns);
  const rows = json.rows.map(
    (cells, row): Row => ({
      cells: cells.map((cell) => cell.trim()),
      placeOf: (column) => placeAt(json.offsetOf(row, json.columns[column] ?? '')),
    }),
  );
  return { file: path, columns, rows, semicolons: false };
}

function readLines(path: string, text: string, fault: Fault, report: Report): Table | undefined {
  const separator = findSeparator(text, path);
  if (isTooLarge(text, separator))
    return fault(
      `${path} has more rows or columns than a sheet of Excel`,
      `Keep what is shown: ${LARGEST_SHEET.rows} rows and ${LARGEST_SHEET.columns} columns at most.`,
    );
  const { lines, unclosed } = splitLines(text, separator);
  const placeAt = placing(path, text);
  if (unclosed !== undefined)
    return fault(
      'a quotation mark is never closed',
      'Close it at the end of the cell; write "" for a quotation mark in a cell.',
      placeAt(unclosed),
    );
  const at = (line: Line | undefined, column: number) =>
    placeAt(line?.starts[column] ?? line?.starts.at(-1) ?? 0);
  const cellsOf = lines.map(({ cells }) => cells);
  const frame = findFrame(cellsOf, separator === ' ');
  if (!frame) return fault(`${path} is empty`, 'Write a header row and one row for each fact.', placeAt(0));
  return makeTable(
    {
      file: path,
      lines: cellsOf,
      placeOf: (line, column) => at(lines[line], column),
      separator,
    },
    frame,
    report,
  );
}

/** Cells of the first line that has any, and lines, as they stand: quoted separators count. */
function isTooLarge(text: string, separator: Separator): boolean {
  if (text.length <= LARGEST_SHEET.columns) return false;
  const [first = ''] = /[^\r\n]+/.exec(text) ?? [];
  if (first.length > LARGEST_SHEET.columns && first.split(separator).length > LARGEST_SHEET.columns)
    return true;
  let rows = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) rows++;
  return rows > LARGEST_SHEET.rows;
}

function readSheet(
  file: string,
  wanted: string | undefined,
  bytes: Uint8Array,
  fault: Fault,
  report: Report,
): Table | undefined {
  const { path } = splitSheet(file);
  const workbook = openWorkbook(bytes);
  if (!workbook) return fault(`${path} is no .xlsx workbook that can be read`, 'Save it as .xlsx or CSV.');
  const name = wanted ?? workbook.sheets[0] ?? '';
  const sheet = workbook.read(name) ?? workbook.read(workbook.sheets[Number(name) - 1] ?? '');
  if (!sheet) return fault(`${path} has no sheet "${name}"`, suggest(name, workbook.sheets));
  const placeOf = (line: number, column: number) => ({ file: path, line: line + 1, column: column + 1 });
  for (const { row, column, text } of sheet.errors)
    report({
      severity: 'notice',
      place: placeOf(row, column),
      what: `the cell in row ${row + 1}, column ${column + 1} of "${sheet.name}" holds the error ${text}`,
      fix: 'It counts as empty. Mend its formula in the workbook.',
    });
  if (wanted === undefined && workbook.sheets.length > 1)
    report({
      severity: 'notice',
      place: placeOf(0, 0),
      what: `${path} has ${workbook.sheets.length} sheets; "${name}" was read`,
      fix: `Write "${path}#${workbook.sheets[1]}" for another.`,
    });
  const frame = findFrame(sheet.rows);
  if (!frame) return fault(`the sheet "${sheet.name}" of ${path} is empty`, 'Name another sheet.');
  return makeTable({ file, lines: sheet.rows, placeOf, open: true }, frame, report);
}

interface Source {
  readonly file: string;
  readonly lines: readonly (readonly string[])[];
  readonly placeOf: PlaceOfCell;
  readonly separator?: Separator;
  /** Whether a row may end where its last value stands, as in a workbook. */
  readonly open?: boolean;
}

function makeTable(
  { file, lines: all, placeOf: placeIn, separator, open = false }: Source,
  found: Frame,
  report: Report,
): Table {
  const { heads, lines, frame, units, about, packed, rowNames } = readHeads(all, found);
  const placeOf: PlaceOfCell = (line, column) => placeIn(line, Math.max(0, column - packed + 1));
  tellLeftOut(all, placeOf, frame, report);
  tellAbout(
    frame,
    heads,
    about.map((at) => lines[at] ?? []),
    () => placeOf(about[0] ?? frame.body[0] ?? 0, 0),
    report,
  );
  if (units !== undefined) tellUnits(lines[units] ?? [], placeOf(units, 0), report);
  if (rowNames) tellRowNames(placeOf(frame.head, 0), heads[1] ?? '', report);
  const cellsOf = (at: number) => lines[at] ?? [];
  const longest = frame.body.reduce((most, at) => Math.max(most, cellsOf(at).findLastIndex(Boolean) + 1), 0);
  const width = Math.max(heads.findLastIndex(Boolean) + 1, longest);
  const columns = distinctHeads(Array.from({ length: width }, (_, at) => heads[at] ?? ''));
  tellTwice(frame.head, heads, columns, placeOf, report);
  const isCut = separator === ',' && tellCutNumbers(frame, cellsOf, heads.length, placeOf, report);
  if (!isCut) tellUneven(frame, cellsOf, heads, placeOf, open, report);
  const rows = frame.body.map((at): Row => {
    const cells = cellsOf(at);
    return {
      cells:
        cells.length === width ? cells : Array.from({ length: width }, (_, column) => cells[column] ?? ''),
      placeOf: (column) => placeOf(at, column),
    };
  });
  return { file, columns, rows, semicolons: separator === ';' };
}

/** Gives the place of an offset; the ends of lines are found once, when a place is first asked for. */
function placing(file: string, text: string): (offset: number) => Place {
  let begins: number[] | undefined;
  return (offset) => {
    begins ??= [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
    let [low, high] = [0, begins.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((begins[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (begins[low] ?? 0) + 1 };
  };
}
