/** Any value of a JSON text. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Fields = Readonly<Record<string, Json>>;

export const isObject = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Rows of JSON-stat, in which offices of statistics answer: the values of all dimensions' categories, the last running fastest. */
export function statRows(json: Fields): readonly Fields[] | undefined {
  const { id, size, dimension, value } = json;
  if (!isList(id) || !isList(size) || !isObject(dimension)) return undefined;
  if (!isObject(value) && !isList(value)) return undefined;
  const dimensions = id.map((name) => namesOf(String(name), dimension[String(name)]));
  const count = dimensions.reduce((product, { names }) => product * names.length, 1);
  if (count === 0 || count > MOST_CELLS) return undefined;
  return Array.from({ length: count }, (_, at) => {
    let rest = at;
    const row = [...dimensions].reverse().map(({ title, names }): [string, Json] => {
      const name = names[rest % names.length] ?? '';
      rest = Math.floor(rest / names.length);
      return [title, name];
    });
    return Object.fromEntries([
      ...row.reverse(),
      ['value', (isList(value) ? value[at] : value[String(at)]) ?? null],
    ]);
  });
}

const MOST_CELLS = 1e6;

function namesOf(
  id: string,
  dimension: Json | undefined,
): { readonly title: string; readonly names: readonly string[] } {
  if (!isObject(dimension) || !isObject(dimension['category'])) return { title: id, names: [] };
  const { index, label } = dimension['category'];
  const labels = isObject(label) ? label : {};
  const keys = isList(index)
    ? index.map(String)
    : isObject(index)
      ? Object.entries(index)
          .sort(([, a], [, b]) => Number(a) - Number(b))
          .map(([key]) => key)
      : Object.keys(labels);
  const title = dimension['label'];
  return {
    title: typeof title === 'string' && title !== '' ? title : id,
    names: keys.map((key) => String(labels[key] ?? key)),
  };
}

/**
 * Rows of an object whose entries are themselves rows, lists of rows or numbers, each with the name it stands under:
 * `{ "North": { "n": 1 }, "South": { "n": 2 } }`. `rowsIn` reads what lies in one.
 */
export function namedRows(
  json: Fields,
  rowsIn: (inner: Json) => readonly Fields[] | undefined,
): readonly Fields[] | undefined {
  const entries = Object.entries(json);
  const named = (name: string, row: Fields): Fields => ({ ['name' in row ? 'key' : 'name']: name, ...row });
  const lists = entries.flatMap(([name, inner]) => {
    const rows = isObject(inner) || isList(inner) ? rowsIn(inner) : undefined;
    return rows && rows.length > 0 ? [{ name, rows }] : [];
  });
  const [first] = lists;
  if (first) {
    const alike = lists.filter(({ rows }) => sameKeys(rows[0], first.rows[0]));
    return alike.length > 1 && alike.length * 2 > entries.length
      ? alike.flatMap(({ name, rows }) => rows.map((row) => named(name, row)))
      : first.rows;
  }
  const plain = entries.flatMap(([name, inner]) => (isObject(inner) ? [{ name, inner }] : []));
  const isFlat = ({ inner }: { readonly inner: Fields }) =>
    Object.values(inner).every((one) => !isObject(one) && !isList(one));
  if (plain.length > 1 && plain.length === entries.length && plain.every(isFlat)) {
    const keys = Object.keys(plain[0]?.inner ?? {});
    // Columns, each with its rows counted from 0, as data frames are written.
    if (keys.every((key, at) => key === String(at)))
      return keys.map((key) =>
        Object.fromEntries(plain.map(({ name, inner }) => [name, inner[key] ?? null])),
      );
    return plain.map(({ name, inner }) => named(name, inner));
  }
  const numbers = entries.filter(([, value]) => typeof value === 'number');
  return numbers.length > 2 && numbers.length === entries.length
    ? numbers.map(([name, value]) => ({ name, value }))
    : undefined;
}

function sameKeys(one: Fields | undefined, other: Fields | undefined): boolean {
  const [a, b] = [one, other].map((row) =>
    Object.keys(row ?? {})
      .sort()
      .join('\u0000'),
  );
  return a === b;
}
