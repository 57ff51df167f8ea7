import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { suggest } from './nearest.ts';
import type { Place, Report } from './problem.ts';

/** YAML as it stands in a file: a whole file, or the body of a fence that begins at `firstLine`. */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** Line of the file on which `text` begins, from 1. */
  readonly firstLine: number;
  /** Columns by which every line of `text` was indented in the file. */
  readonly indent?: number;
}

/** A checked value that still knows where each part of it was written. */
export interface Located<T> {
  readonly value: T;
  /** Place of the node at a path such as `['events', 3, 'date']`; of the nearest parent where it is absent. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/**
 * Parses and checks YAML: the one door through which authors' data enters.
 * Syntax errors, unknown keys (with the nearest known one) and wrong values are reported with their place.
 * Returns undefined if anything was wrong.
 */
export function readYaml<T>(source: YamlText, schema: z.ZodType<T>, report: Report): Located<T> | undefined {
  const lines = new LineCounter();
  // maxAliasCount refuses the "billion laughs" document; the core schema runs no code and keeps dates as text.
  const document = parseDocument(source.text, { lineCounter: lines, schema: 'core', uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return {
      file: source.file,
      line: line + source.firstLine - 1,
      column: col + (source.indent ?? 0),
    };
  };
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return { file: source.file, line: source.firstLine, column: 1 };
  };

  if (document.errors.length > 0) {
    for (const error of document.errors) {
      const what = error.message.split(' at line ')[0] ?? error.message;
      report({
        severity: 'error',
        place: placeAt(error.pos[0]),
        what: `YAML: ${what}`,
        fix: 'Mend the syntax here.',
      });
    }
    return undefined;
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    report({ severity: 'error', place: placeOf([]), what: `YAML: ${what}`, fix: 'Write the values out.' });
    return undefined;
  }
  const checked = schema.safeParse(raw);
  if (checked.success) return { value: checked.data, placeOf };
  const placeOfKey = (path: readonly PropertyKey[], key: string): Place => {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find(({ key: node }) => isScalar(node) && node.value === key)
      : undefined;
    return isScalar(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : placeOf([...path, key]);
  };
  for (const issue of checked.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        report({
          severity: 'error',
          place: placeOfKey(issue.path, key),
          what: `unknown key "${key}"`,
          fix: suggest(key, keysAt(schema, issue.path)),
        });
    } else report({ severity: 'error', place: placeOf(issue.path), ...explain(issue, raw) });
  }
  return undefined;
}

/** Says in words what zod found: the value as written, and what would be right. */
function explain(issue: z.core.$ZodIssue, raw: unknown): { what: string; fix: string } {
  const name = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'this';
  const written = issue.path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );
  const what = written === undefined ? `${name} is missing` : `${name} is ${JSON.stringify(written)}`;
  if (issue.code === 'invalid_value' && typeof written === 'string')
    return { what, fix: suggest(written, issue.values.map(String)) };
  if (issue.code === 'invalid_type')
    return { what, fix: `Write ${ARTICLE[issue.expected] ?? issue.expected} here.` };
  return { what, fix: `${issue.message}.` };
}

const ARTICLE: Readonly<Record<string, string>> = {
  string: 'text (in quotes if it looks like a number)',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
};

/** The keys that the schema knows at a path, seen through lists, options and records. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = unwrap(schema);
  for (const key of path) {
    if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodObject) at = at.shape[String(key)];
    else if (at instanceof z.ZodRecord) at = at.valueType;
    at = unwrap(at);
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  return schema;
}
