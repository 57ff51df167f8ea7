import { type Fields, isList, isObject, type Json, namedRows, statRows } from './json-shapes.ts';
import { fromScript } from './script-json.ts';

/** A table found in a JSON text: heads, and rows of text. */
export interface JsonTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Offset in the text of the value in a row (counted from 0) under a head. */
  readonly offsetOf: (row: number, column: string) => number;
  /** The list that was read, of an object that holds several, and the names of the others. */
  readonly list?: string;
  readonly others: readonly string[];
}

/** What a text lacks to be a table, where it is read at all. */
export const NO_LIST = 'it holds no list of objects';

/**
 * Reads a list of objects, one object that holds such a list or lists of values by name, lists under a list of heads,
 * objects by their names, JSON-stat, or one object a line. Of an object that holds several lists the one that is
 * `wanted`, else the longest.
 * @returns the table, or in words why there is none
 */
export function readJson(written: string, wanted?: string): JsonTable | string {
  const value = parse(written);
  if (typeof value === 'string') return value;
  const { text } = value;
  const lists = listsIn(value.json);
  const chosen =
    wanted === undefined
      ? lists.toSorted((a, b) => b.rows.length - a.rows.length)[0]
      : lists.find(({ name }) => name === wanted);
  if (wanted !== undefined && !chosen) return `it holds no list "${wanted}"`;
  const start = chosen ? text.search(new RegExp(`"${chosen.name.replace(/\W/g, '\\$&')}"\\s*:\\s*\\[`)) : 0;
  const rows = chosen?.rows ?? rowsOf(value.json);
  if (!rows || rows.length === 0) return NO_LIST;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    columns,
    rows: rows.map((row) => columns.map((name) => textOf(row[name]))),
    offsetOf: (row, column) => offsetOf(text, row, column, Math.max(0, start)),
    ...(chosen && { list: chosen.name }),
    others: lists.filter((one) => one !== chosen).map(({ name }) => name),
  };
}

/** The lists of objects of an object that holds several. */
function listsIn(json: Json): readonly { readonly name: string; readonly rows: readonly Fields[] }[] {
  if (!isObject(json) || statRows(json)) return [];
  const lists = Object.entries(json).flatMap(([name, list]) =>
    isList(list) && list.length > 0 && list.every(isObject)
      ? [{ name, rows: list.filter(isObject).map(flat) }]
      : [],
  );
  return lists.length > 1 ? lists : [];
}

function parse(text: string): { readonly json: Json; readonly text: string } | string {
  const lines = () => text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  let first: unknown;
  for (const read of [
    () => ({ json: JSON.parse(text), text }),
    () => ({ json: lines().map((line): Json => JSON.parse(line)), text }),
    () => ({ json: JSON.parse(fromScript(text)), text: fromScript(text) }),
  ] satisfies (() => { readonly json: Json; readonly text: string })[])
    try {
      return read();
    } catch (fault) {
      first ??= fault;
    }
  return first instanceof Error ? first.message : 'it is no JSON';
}

function rowsOf(json: Json): readonly Fields[] | undefined {
  if (isList(json)) {
    const objects = json.filter(isObject);
    if (objects.length > 0 && objects.length === json.length) return objects.map(flat);
    // What an answer says of itself stands before the list it gives.
    if (objects.length > 0)
      return json
        .filter(isList)
        .map(rowsOf)
        .find((rows) => rows !== undefined);
    const [heads, ...rest] = json;
    if (!isList(heads) || !rest.every(isList)) return undefined;
    return rest
      .filter(isList)
      .map((row) => Object.fromEntries(heads.map((head, at) => [textOf(head), row[at] ?? null])));
  }
  if (!isObject(json)) return undefined;
  const stat = statRows(json);
  if (stat) return stat;
  const byDate = datedRows(json);
  if (byDate) return byDate;
  const lists = Object.entries(json).filter((entry): entry is [string, readonly Json[]] => isList(entry[1]));
  const long = Math.max(0, ...lists.map(([, list]) => list.length));
  const bare = lists.filter(
    ([, list]) => list.length === long && list.every((one) => !isObject(one) && !isList(one)),
  );
  if (bare.length >= 2)
    return Array.from({ length: long }, (_, at) =>
      Object.fromEntries(bare.map(([name, list]) => [name, list[at] ?? null])),
    );
  const found = lists.map(([, list]) => rowsOf(list)).find((rows) => rows !== undefined);
  if (found) return found;
  return namedRows(json, rowsOf);
}

const DATE_KEY = /^-?\d{1,4}(-\d\d){0,2}$/;

/** What stands under dates as names: `{ "1803": "A mill", "1871": ["A wheel", "A bridge"] }`. */
function datedRows(json: Fields): readonly Fields[] | undefined {
  const entries = Object.entries(json);
  if (entries.length < 2 || !entries.every(([key]) => DATE_KEY.test(key))) return undefined;
  return entries.flatMap(([date, under]) =>
    (isList(under) ? under : [under]).map((value) =>
      isObject(value) ? { date, ...flat(value) } : { date, value },
    ),
  );
}

/** A value with its type beside it, as SPARQL's answers have them: `{ type: "uri", value: "https://…" }`. */
function bound(value: Json): Json {
  if (!isObject(value) || !('value' in value) || !('type' in value)) return value;
  const rest = Object.keys(value).filter((key) => !/^(type|value|datatype|xml:lang)$/.test(key));
  return rest.length === 0 ? (value['value'] ?? null) : value;
}

/** Fields of objects in an object become fields of its own: `properties.mag`. */
function flat(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, written]): [string, Json][] => {
      const value = bound(written);
      return isObject(value)
        ? Object.entries(flat(value)).map(([inner, one]) => [`${name}.${inner}`, one])
        : [[name, value]];
    }),
  );
}

function textOf(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (isList(value) && value.every((one) => typeof one !== 'object')) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Finds the value by walking the text: the nth object that is an entry of a list, and its key; the object where it has none. */
function offsetOf(text: string, row: number, column: string, start: number): number {
  const key = column.split('.').at(-1) ?? column;
  let seen = -1;
  let whole = 0;
  const open: string[] = [];
  for (let at = start; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '{' || sign === '[') {
      if (sign === '{' && (open.at(-1) === '[' || open.length === 0)) seen++;
      if (seen === row && whole === 0) whole = at;
      open.push(sign);
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfString(text, at);
      const after = /\s*:\s*/y;
      after.lastIndex = end + 1;
      const colon = after.exec(text);
      if (seen === row && colon && text.slice(at + 1, end) === key) return after.lastIndex;
      at = end;
    }
  }
  return whole;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
