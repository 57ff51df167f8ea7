import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
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
  // The core schema runs no code and keeps dates as text.
  const document = parseDocument(source.text, {
    lineCounter: lines,
    schema: 'core',
    uniqueKeys: true,
    logLevel: 'error',
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return {
      file: source.file,
      line: line + source.firstLine - 1,
      column: col + (source.indent ?? 0),
    };
  };
  const placeOf = (path: readonly PropertyKey[]): Place => placeAt(nodeAt(document, path)?.range?.[0] ?? 0);
  const fail = (place: Place, what: string, fix: string) => report({ severity: 'error', place, what, fix });

  for (const { message, pos } of document.errors)
    fail(placeAt(pos[0]), `YAML: ${message.split(' at line ')[0] ?? message}`, 'Mend the syntax here.');
  if (document.errors.length > 0) return undefined;
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 }); // refuses the "billion laughs" document
  } catch (error) {
    fail(
      placeOf([]),
      `YAML: ${error instanceof Error ? error.message : String(error)}`,
      'Write the values out.',
    );
    return undefined;
  }
  const checked = schema.safeParse(raw);
  if (checked.success) return { value: checked.data, placeOf };
  for (const issue of checked.error.issues.flatMap(nearestBranch)) {
    if (issue.code === 'unrecognized_keys') {
      const block = nodeAt(document, issue.path);
      const known = keysAt(schema, raw, issue.path);
      for (const key of issue.keys)
        fail(placeAt(keyIn(block, key)?.range?.[0] ?? 0), `unknown key "${key}"`, suggest(key, known));
    } else {
      const { what, fix } = explain(issue, raw);
      fail(placeOf(issue.path), what, fix);
    }
  }
  return undefined;
}

/** The node at a path, or its nearest parent that is written. What an alias repeats is where its anchor stands. */
function nodeAt(document: Document, path: readonly PropertyKey[]): Node | undefined {
  let node: unknown = document.contents;
  for (const key of path) {
    const within = isAlias(node) ? node.resolve(document) : node;
    const next = isSeq(within)
      ? within.items[Number(key)]
      : isMap(within)
        ? within.items.find((pair) => isNamed(pair.key, key))?.value
        : undefined;
    if (!isNode(next)) break;
    node = next;
  }
  return isNode(node) ? node : undefined;
}

/** The node of a key in a block, or the block itself where the key came from elsewhere (a merge). */
function keyIn(block: Node | undefined, key: string): Node | undefined {
  const found = isMap(block) ? block.items.find((pair) => isNamed(pair.key, key))?.key : undefined;
  return isNode(found) ? found : block;
}

/** Keys are compared as text: to YAML the key of `1969: …` is a number. */
function isNamed(node: unknown, key: PropertyKey): boolean {
  return isScalar(node) && String(node.value) === String(key);
}

type Issue = z.core.$ZodIssue;

/**
 * Where a value may have one of several forms, the findings about the form it was meant to have: the only one whose
 * kind (text, list, block) it shares. Otherwise the one finding that none fits.
 */
function nearestBranch(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const near = issue.errors.filter((branch) => wrongKinds(branch).length === 0);
  const [meant] = near;
  if (near.length !== 1 || !meant) return [issue];
  return meant.flatMap((inner) => nearestBranch({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The kinds that were expected in place of the whole value. */
function wrongKinds(branch: readonly Issue[]): readonly string[] {
  return branch.flatMap((issue) =>
    issue.code === 'invalid_type' && issue.path.length === 0 ? [issue.expected] : [],
  );
}

/** Says in words what zod found: the value as written, and what would be right. */
function explain(issue: Issue, raw: unknown): { what: string; fix: string } {
  const name = issue.path.length > 0 ? `"${issue.path.join('.')}"` : 'this';
  const written = issue.path.reduce(valueIn, raw);
  const what = written === undefined ? `${name} is missing` : `${name} is ${show(written)}`;
  if (issue.code === 'invalid_value')
    return { what, fix: suggest(typeof written === 'string' ? written : '', issue.values.map(String)) };
  const kinds =
    issue.code === 'invalid_type'
      ? [issue.expected]
      : issue.code === 'invalid_union'
        ? issue.errors.flatMap(wrongKinds)
        : [];
  if (kinds.length > 0)
    return { what, fix: `Write ${kinds.map((kind) => KIND[kind] ?? kind).join(' or ')} here.` };
  return { what, fix: `${issue.message}.` };
}

const KIND: Readonly<Record<string, string>> = {
  string: 'text (in quotes if it looks like a number)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};

function valueIn(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** A value as text, short enough for a message. */
function show(value: unknown): string {
  if (typeof value === 'number') return String(value);
  let text: string;
  try {
    text = JSON.stringify(value);
  } catch {
    return 'a value that holds itself'; // by an alias inside its own anchor
  }
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** The keys that the schema knows at a path, seen through lists, options, records and forms to choose from. */
function keysAt(schema: z.ZodType, raw: unknown, path: readonly PropertyKey[]): readonly string[] {
  let value = raw;
  let at = forms(schema, value);
  for (const key of path) {
    value = valueIn(value, key);
    at = at.flatMap((form) => {
      if (form instanceof z.ZodArray) return forms(form.element, value);
      if (form instanceof z.ZodObject) return forms(form.shape[String(key)], value);
      return form instanceof z.ZodRecord ? forms(form.valueType, value) : [];
    });
  }
  return [...new Set(at.flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : [])))];
}

/** The plain schemas that a schema stands for; of a union told apart by a key, only those the value has the key of. */
function forms(schema: unknown, value: unknown): readonly unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return forms(schema.unwrap(), value);
  if (schema instanceof z.ZodPipe) return forms(schema.in, value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const mark = valueIn(value, discriminator);
    return schema.options
      .filter((form) => form instanceof z.ZodObject && form.shape[discriminator]?.safeParse(mark).success)
      .flatMap((form) => forms(form, value));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((form) => forms(form, value));
  return [schema];
}
