import { runInNewContext } from 'node:vm';
import { RE2JS } from 're2js';

/** Where a pattern matches. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** An author's pattern that took longer than a reader waits. */
export class SlowPatternError extends Error {}

/** How long a pattern may take over one text that no linear engine can read. Milliseconds. */
const PATIENCE = 1000;
/** Every white space of JavaScript, as RE2 writes it inside a class. */
const SPACE =
  '\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';

/**
 * Every place where an author's regular expression matches, in order, by an engine that takes no longer for a wicked
 * pattern; one with look-around or back-references, which it does not know, runs for a second at most.
 * @param flags of `gmi`
 * @throws SlowPatternError
 */
export function findAll(text: string, pattern: string, flags: string): readonly Match[] {
  const linear = compile(pattern, flags);
  if (!linear) return findBounded(text, pattern, flags);
  const found: Match[] = [];
  const matcher = linear.matcher(text);
  while (matcher.find())
    if (matcher.end() > matcher.start()) found.push({ from: matcher.start(), to: matcher.end() });
  return found;
}

function compile(pattern: string, flags: string): RE2JS | undefined {
  try {
    return RE2JS.compile(
      rewrite(pattern),
      (flags.includes('m') ? RE2JS.MULTILINE : 0) | (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0),
    );
  } catch {
    return undefined;
  }
}

/** What JavaScript writes in its own way. */
function rewrite(pattern: string): string {
  let inClass = false;
  return pattern.replace(/\\u([0-9a-f]{4})|\[\^\]|\[\]|\\([\s\S])|[[\]]/gi, (whole, code, escaped) => {
    if (code !== undefined) return `\\x{${code}}`;
    if (whole === '[^]' && !inClass) return '[\\s\\S]';
    if (whole === '[') inClass = true;
    if (whole === ']') inClass = false;
    if (escaped === 's') return inClass ? SPACE : `[${SPACE}]`;
    if (escaped === 'S' && !inClass) return `[^${SPACE}]`;
    if (escaped === '/' || escaped === '-') return inClass || escaped === '-' ? `\\${escaped}` : escaped;
    return whole;
  });
}

function findBounded(text: string, pattern: string, flags: string): readonly Match[] {
  const code =
    'JSON.stringify([...text.matchAll(new RegExp(pattern, flags))].map((one) => [one.index, one.index + one[0].length]))';
  try {
    const written: unknown = runInNewContext(code, { text, pattern, flags }, { timeout: PATIENCE });
    const pairs: [number, number][] = JSON.parse(String(written));
    return pairs.filter(([from, to]) => to > from).map(([from, to]) => ({ from, to }));
  } catch (error) {
    // It comes from another world, whose errors are none of ours.
    if (
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    )
      throw new SlowPatternError(pattern);
    throw error;
  }
}
