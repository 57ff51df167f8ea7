import type { YAMLError } from 'yaml';
import type { z } from 'zod';
import { nearest, suggest } from '../nearest.ts';

/** A finding in plain words: what is wrong, and what would be right. */
export interface Finding {
  readonly what: string;
  readonly fix: string;
}

export type Issue = z.core.$ZodIssue;

/** The syntax errors authors make, said as they would see them. */
const SYNTAX: Readonly<Partial<Record<YAMLError['code'], Finding>>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'there is a second colon in this line',
    fix: 'Put text that holds a colon in quotes: key: "first: second".',
  },
  DUPLICATE_KEY: { what: 'this key stands twice in its block', fix: 'Keep one of them.' },
  TAB_AS_INDENT: { what: 'this line is indented by a tab', fix: 'Use spaces.' },
  BAD_INDENT: {
    what: 'this line does not begin where its neighbours do',
    fix: 'Give all keys of a block, and all "-" of a list, the same number of spaces before them.',
  },
  BLOCK_IN_FLOW: {
    what: 'something is missing before this',
    fix: 'Write a comma between entries, and close each bracket.',
  },
  MISSING_CHAR: {
    what: 'a comma, a colon or a bracket is missing here',
    fix: 'Write a comma between entries, a colon and a space behind each key, and close each bracket.',
  },
  UNEXPECTED_TOKEN: {
    what: 'this does not belong here',
    fix: 'Put text that holds any of : # [ ] { } , & * ! | > in quotes.',
  },
};

/** What a syntax error means. */
export function explainSyntax({ code, message }: YAMLError): Finding {
  const quote = /closing (["'])/.exec(message)?.[1];
  if (quote)
    return { what: 'a quote is opened and never closed', fix: `Write ${quote} at the end of the text.` };
  const first = message.split(/ at line |\n/)[0] ?? message;
  return SYNTAX[code] ?? { what: `this is not YAML (${first})`, fix: 'Mend the syntax here.' };
}

/**
 * Where a value may have one of several forms, the findings about the form it was meant to have: the only one whose
 * kind (text, list, block) it shares. Otherwise the one finding that none fits.
 */
export function nearestBranch(issue: Issue): readonly Issue[] {
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
export function explain(issue: Issue, raw: unknown): Finding {
  const key = issue.path.findLast((part) => typeof part === 'string');
  const written = issue.path.reduce(valueIn, raw);
  const named = key === undefined ? 'this' : nameOf(key, issue.path);
  const what = written === undefined ? `${named} is missing` : `${named} is ${show(written)}`;
  if (issue.code === 'invalid_value')
    return { what, fix: suggest(typeof written === 'string' ? written : '', issue.values.map(String)) };
  const kinds =
    issue.code === 'invalid_type'
      ? [issue.expected]
      : issue.code === 'invalid_union'
        ? issue.errors.flatMap(wrongKinds)
        : [];
  if (kinds.includes('string') && (typeof written === 'number' || typeof written === 'boolean'))
    return { what, fix: `Put it in quotes: "${written}".` };
  if (kinds.length > 0)
    return { what, fix: `Write ${kinds.map((kind) => KIND[kind] ?? kind).join(' or ')} here.` };
  return { what, fix: `${bounds(issue) ?? issue.message}.` };
}

/** `"date"`; of an entry of a list `"lanes" (entry 2)`. The place says the rest. */
function nameOf(key: PropertyKey, path: Issue['path']): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `"${String(key)}" (entry ${last + 1})` : `"${String(key)}"`;
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

/** What zod would say of sizes, where the schema has no words of its own. */
function bounds(issue: Issue): string | undefined {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  if (!/^Too (small|big)/.test(issue.message)) return undefined;
  const small = issue.code === 'too_small';
  const bound = String(small ? issue.minimum : issue.maximum);
  if (issue.origin === 'string' && small && bound === '1') return 'Write some text';
  const of = UNITS[issue.origin] ?? '';
  if (of !== '') return `Write ${small ? 'at least' : 'at most'} ${bound}${of}`;
  if (issue.inclusive) return `Write a number ${small ? 'from' : 'up to'} ${bound}${small ? ' up' : ''}`;
  return `Write a number ${small ? 'above' : 'below'} ${bound}`;
}

/**
 * Whether a key is missing only because it stands misspelt in the same block: saying both would be saying one
 * mistake twice.
 */
export function isMisspelt(issue: Issue, issues: readonly Issue[], raw: unknown): boolean {
  const key = issue.path.at(-1);
  if (typeof key !== 'string' || issue.path.reduce(valueIn, raw) !== undefined) return false;
  const block = JSON.stringify(issue.path.slice(0, -1));
  return issues.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      JSON.stringify(other.path) === block &&
      other.keys.some((written) => nearest(written, [key]) !== undefined),
  );
}

const KIND: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};

export function valueIn(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** A value as text, short enough for a message. */
function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'a block of keys';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
