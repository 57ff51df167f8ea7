import { unzipSync } from 'fflate';

/** One sheet of a workbook as text. Dates are written as ISO days, errors (`#N/A`) as Excel shows them. */
export interface Sheet {
  readonly name: string;
  /** From the first row of the sheet; shorter rows end early. */
  readonly rows: readonly (readonly string[])[];
  /** Cells that hold an error instead of a value, counted from 0. */
  readonly errors: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

export interface Workbook {
  readonly sheets: readonly string[];
  readonly read: (name: string) => Sheet | undefined;
}

const LARGEST = 150_000_000;
/** What a sheet of Excel has: a cell said to stand beyond is none. */
export const LARGEST_SHEET = { rows: 1_048_576, columns: 16_384 } as const;
/** Formats that Excel itself numbers and that show a date or a time. */
const DATE_FORMATS: ReadonlySet<number> = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const DAY = 86_400_000;
/** Excel counts days from here, as though 1900 had been a leap year; workbooks of old Macs from 1904. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

/** Opens an .xlsx file; undefined where it is none, or would unpack to more than 150 MB. */
export function openWorkbook(bytes: Uint8Array): Workbook | undefined {
  const parts = unpack(bytes);
  const workbook = parts?.get('xl/workbook.xml');
  if (!parts || workbook === undefined) return undefined;
  const targets = new Map(
    tags(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map(({ head }) => [
      attribute(head, 'Id'),
      attribute(head, 'Target'),
    ]),
  );
  const sheets = new Map(
    tags(workbook, 'sheet').map(({ head }) => {
      const target = targets.get(attribute(head, 'r:id') || attribute(head, 'id')) ?? '';
      return [attribute(head, 'name'), target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
  const strings = tags(parts.get('xl/sharedStrings.xml') ?? '', 'si').map(({ body }) => plainText(body));
  const dates = dateStyles(parts.get('xl/styles.xml') ?? '');
  const epoch = /date1904="(1|true)"/.test(workbook) ? EPOCH[1904] : EPOCH[1900];
  return {
    sheets: [...sheets.keys()],
    read: (name) => {
      const xml = parts.get(sheets.get(name) ?? '');
      return xml === undefined ? undefined : readSheet(name, xml, { strings, dates, epoch });
    },
  };
}

function unpack(bytes: Uint8Array): ReadonlyMap<string, string> | undefined {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name) || !name.startsWith('xl/')) return false;
        size += originalSize;
        return size <= LARGEST;
      },
    });
    if (size > LARGEST) return undefined;
    const decoder = new TextDecoder();
    return new Map(Object.entries(files).map(([name, content]) => [name, decoder.decode(content)]));
  } catch {
    return undefined;
  }
}

interface Reading {
  readonly strings: readonly string[];
  /** Numbers of the cell styles that show dates. */
  readonly dates: ReadonlySet<number>;
  readonly epoch: number;
}

function readSheet(name: string, xml: string, reading: Reading): Sheet {
  const rows: string[][] = [];
  const errors: { row: number; column: number; text: string }[] = [];
  let last = -1;
  for (const { head, body } of tags(xml, 'row')) {
    const row = Number(attribute(head, 'r') || last + 2) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= LARGEST_SHEET.rows) continue;
    last = row;
    const cells: string[] = [];
    for (const cell of tags(body, 'c')) {
      const column = columnOf(attribute(cell.head, 'r')) ?? cells.length;
      if (column >= LARGEST_SHEET.columns) continue;
      const text = textOf(cell, reading);
      while (cells.length < column) cells.push('');
      cells[column] = text;
      if (attribute(cell.head, 't') === 'e') errors.push({ row, column, text });
    }
    while (rows.length < row) rows.push([]);
    rows[row] = cells;
  }
  return { name, rows, errors };
}

function textOf({ head, body }: Tag, { strings, dates, epoch }: Reading): string {
  const type = attribute(head, 't');
  if (type === 'inlineStr') return plainText(body);
  const value = entities(tags(body, 'v')[0]?.body ?? '');
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== '' && type !== 'n') return value;
  if (value === '') return '';
  return dates.has(Number(attribute(head, 's') || -1)) ? writtenDate(Number(value), epoch) : shortest(value);
}

/** Binary fractions as they were typed: 0.1 is stored as 0.10000000000000001. */
function shortest(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
}

function writtenDate(days: number, epoch: number): string {
  if (!Number.isFinite(days)) return '';
  const moment = new Date(epoch + Math.round((days * DAY) / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return String(days);
  const [day = '', time = ''] = moment.toISOString().split('T');
  const clock = time.slice(0, 8);
  if (days < 1) return clock;
  return clock === '00:00:00' ? day : `${day}T${clock.replace(/:00$/, '')}`;
}

function dateStyles(xml: string): ReadonlySet<number> {
  const own = new Map(
    tags(xml, 'numFmt').map(({ head }) => [
      Number(attribute(head, 'numFmtId')),
      entities(attribute(head, 'formatCode')),
    ]),
  );
  const styles = tags(tags(xml, 'cellXfs')[0]?.body ?? '', 'xf');
  const shows = (id: number) => DATE_FORMATS.has(id) || isDateFormat(own.get(id));
  return new Set(
    styles.flatMap(({ head }, nth) => (shows(Number(attribute(head, 'numFmtId'))) ? [nth] : [])),
  );
}

function isDateFormat(code: string | undefined): boolean {
  const bare = (code ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare);
}

/** `B7` is column 1. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]+/.exec(reference)?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface Tag {
  readonly head: string;
  readonly body: string;
}

/** The elements of a name, none of which holds another of its kind; names may carry a prefix. */
function tags(xml: string, name: string): readonly Tag[] {
  const found: Tag[] = [];
  const opening = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(/)?>`, 'g');
  const closing = new RegExp(`</(?:\\w+:)?${name}>`, 'g');
  for (let match = opening.exec(xml); match; match = opening.exec(xml)) {
    if (match[2]) {
      found.push({ head: match[1] ?? '', body: '' });
      continue;
    }
    closing.lastIndex = opening.lastIndex;
    const end = closing.exec(xml);
    if (!end) break;
    found.push({ head: match[1] ?? '', body: xml.slice(opening.lastIndex, end.index) });
    opening.lastIndex = closing.lastIndex;
  }
  return found;
}

function attribute(head: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(head);
  return entities(found?.[1] ?? found?.[2] ?? '');
}

/** Text of a cell without its readings (`rPh`), which stand beside Japanese text. */
function plainText(xml: string): string {
  const bare = xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  return tags(bare, 't')
    .map(({ body }) => entities(body))
    .join('');
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function entities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (written, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? written;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}
