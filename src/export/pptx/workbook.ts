import { strToU8, zipSync } from 'fflate';
import { escapeXml, HEAD } from './write-xml.ts';

/** A column of a sheet: its head, and a number, a text or nothing in each row. */
export interface SheetColumn {
  readonly head: string;
  readonly cells: readonly (number | string | undefined)[];
}

/** The one sheet of a chart's workbook. */
export const SHEET_NAME = 'Sheet1';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet, its heads in the first row (ISO 29500, SpreadsheetML). The same cells give the same bytes. */
export function writeWorkbook(columns: readonly SheetColumn[]): Uint8Array {
  const count = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const rows = Array.from({ length: count + 1 }, (_, row) => {
    const cells = columns.map(({ head, cells: below }, column) =>
      cellXml(`${letters(column)}${row + 1}`, row === 0 ? head : below[row - 1]),
    );
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/></Types>`,
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${SHEET_NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  const files = Object.fromEntries(
    Object.entries(parts).map(([path, xml]) => [path, strToU8(`${HEAD}${xml}`)]),
  );
  return zipSync(files, { mtime: new Date(2000, 0, 1), level: 6 });
}

function relations(kind: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;
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
