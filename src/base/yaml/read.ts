import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { z } from 'zod';
import { suggest } from '../nearest.ts';
import type { Place, Report } from '../problem.ts';
import { explain, explainSyntax, isMisspelt, nearestBranch, valueIn } from './explain.ts';

/** More than anybody mends before looking again; each costs a look through the whole text. */
const MOST_PROBLEMS = 100;
/** Each costs a kilobyte or two while it is read; a library of twenty thousand works has half of them. */
const MOST_VALUES = 1_000_000;

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

/** A checked value out of YAML. */
export interface LocatedYaml<T> extends Located<T> {
  /** Place where a key of the outermost block is written. */
  readonly placeOfKey: (key: string) => Place;
}

/**
 * Parses and checks YAML: the one door through which authors' data enters.
 * Syntax errors, unknown keys (with the nearest known one) and wrong values are reported with their place.
 * Returns undefined if anything was wrong.
 */
export function readYaml<T>(
  source: YamlText,
  schema: z.ZodType<T>,
  report: Report,
): LocatedYaml<T> | undefined {
  if (isTooMuch(source.text)) {
    const place = { file: source.file, line: source.firstLine, column: 1 };
    const what = `this holds over ${MOST_VALUES.toLocaleString('en')} values`;
    report({ severity: 'error', place, what, fix: 'Keep what the deck shows, or write a table as CSV.' });
    return undefined;
  }
  // The core schema runs no code and keeps dates as text.
  const document = parseDocument(source.text, {
    schema: 'core',
    uniqueKeys: true,
    logLevel: 'error',
    // It would count the lines before each of a million errors.
    prettyErrors: false,
  });
  // Counted in the text itself: the library's own counter misses lines inside broken brackets.
  const placeAt = (offset: number): Place => {
    const lines = source.text.slice(0, offset).split('\n');
    return {
      file: source.file,
      line: lines.length + source.firstLine - 1,
      column: (lines.at(-1) ?? '').length + 1 + (source.indent ?? 0),
    };
  };
  const placeOf = (path: readonly PropertyKey[]): Place => placeAt(nodeAt(document, path)?.range?.[0] ?? 0);
  const fail = (place: Place, what: string, fix: string) => report({ severity: 'error', place, what, fix });

  for (const error of document.errors.slice(0, MOST_PROBLEMS)) {
    const { what, fix } = explainSyntax(error);
    fail(placeAt(error.pos[0]), what, fix);
  }
  if (document.errors.length > 0) return undefined;
  const loose = findLooseAlias(document);
  if (loose) {
    fail(
      placeAt(loose.range?.[0] ?? 0),
      `"*${loose.source}" stands for nothing`,
      'Put text that begins with * in quotes, or write "&name" before what it stands for.',
    );
    return undefined;
  }
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 }); // refuses the "billion laughs" document
  } catch {
    fail(placeOf([]), 'this unfolds into far more than is written', 'Write the values out, without * and &.');
    return undefined;
  }
  const checked = schema.safeParse(raw);
  const placeOfKey = (key: string): Place => placeAt(keyIn(nodeAt(document, []), key)?.range?.[0] ?? 0);
  if (checked.success) return { value: checked.data, placeOf, placeOfKey };
  const all = checked.error.issues;
  const issues = all.slice(0, MOST_PROBLEMS).flatMap(nearestBranch);
  if (all.length > MOST_PROBLEMS)
    fail(
      placeOf([]),
      `${all.length} values are wrong`,
      `The first ${MOST_PROBLEMS} are listed. Mend them first.`,
    );
  for (const issue of issues) {
    if (isMisspelt(issue, issues, raw)) continue;
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

/** Values end at a comma or with their line. */
function isTooMuch(text: string): boolean {
  return text.length > MOST_VALUES && (text.match(/[,\n]/g)?.length ?? 0) > MOST_VALUES;
}

/** The first alias whose anchor is not written before it. */
function findLooseAlias(document: Document): Alias | undefined {
  let loose: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return undefined;
      loose = alias;
      return visit.BREAK;
    },
  });
  return loose;
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
