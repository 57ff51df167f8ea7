import { strToU8, zipSync } from 'fflate';
import type { FigureTable } from '../../deck/figure.ts';
import { escapeXml, HEAD } from './write-xml.ts';

/** A column of a sheet: its head, and a number, a text or nothing in each row. */
export interface SheetColumn {
  readonly head: string;
  readonly cells: readonly (number | string | undefined)[];
}

/** The first sheet of a chart's workbook, of which the chart is drawn. */
export const SHEET_NAME = 'Sheet1';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook, heads in the first row of each sheet (ISO 29500, SpreadsheetML). The same cells give the same bytes.
 * @param columns of the sheet that a chart is drawn of
 * @param tables all that its figure shows, under each of its definitions: a sheet each
 */
export function writeWorkbook(
  columns: readonly SheetColumn[],
  tables: readonly FigureTable[] = [],
): Uint8Array {
  const sheets = [columns, ...tables.map(columnsOf)];
  const names = sheetNames(tables.map(({ title }) => title));
  const path = (nth: number) => `worksheets/sheet${nth + 1}.xml`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>` +
      `${sheets.map((_, nth) => `<Override PartName="/xl/${path(nth)}" ContentType="${KIND}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations('officeDocument', ['xl/workbook.xml']),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `${names.map((name, nth) => `<sheet name="${escapeXml(name)}" sheetId="${nth + 1}" r:id="rId${nth + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      'worksheet',
      sheets.map((_, nth) => path(nth)),
    ),
    ...Object.fromEntries(sheets.map((sheet, nth) => [`xl/${path(nth)}`, sheetXml(sheet)])),
  };
  const files = Object.fromEntries(
    Object.entries(parts).map(([path, xml]) => [path, strToU8(`${HEAD}${xml}`)]),
  );
  return zipSync(files, { mtime: new Date(2000, 0, 1), level: 6 });
}

function columnsOf({ head, rows }: FigureTable): readonly SheetColumn[] {
  return head.map((name, column) => ({ head: name, cells: rows.map((row) => cellOf(row[column] ?? '')) }));
}

/** Figures that a program of tables can count with; else text, so that nothing of it is lost. */
function cellOf(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && text.length < 16 ? Number(text) : text;
}

/** What such programs take as the name of a sheet: 31 letters, some signs not, none twice. */
function sheetNames(titles: readonly string[]): readonly string[] {
  const names = [SHEET_NAME];
  for (const title of titles) {
    const plain =
      title
        .replace(/[[\]:*?/\\']/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 26)
        .trim() || 'Table';
    const isTaken = (name: string) => names.some((one) => one.toLowerCase() === name.toLowerCase());
    let name = plain;
    for (let count = 2; isTaken(name); count++) name = `${plain} ${count}`;
    names.push(name);
  }
  return names;
}

function sheetXml(columns: readonly SheetColumn[]): string {
  const count = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const rows = Array.from({ length: count + 1 }, (_, row) => {
    const cells = columns.map(({ head, cells: below }, column) =>
      cellXml(`${letters(column)}${row + 1}`, row === 0 ? head : below[row - 1]),
    );
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function relations(kind: string, targets: readonly string[]): string {
  const each = targets.map(
    (target, nth) => `<Relationship Id="rId${nth + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function cellXml(name: string, cell: number | string | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'number'
    ? `<c r="${name}"><v>${cell}</v></c>`
    : `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

/** `A` for the first column, `AA` for the 27th. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** `Sheet1!$B$2:$B$9`, the cells below a column's head; with no rows its head. */
export function rangeOf(column: number, rows?: number): string {
  const name = `$${letters(column)}$`;
  return rows === undefined ? `${SHEET_NAME}!${name}1` : `${SHEET_NAME}!${name}2:${name}${rows + 1}`;
}
