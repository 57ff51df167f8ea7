/**
 * YAML wants the later lines of a quoted or bracketed value indented; the reader that most programs use for front
 * matter does not. Where such a line begins at the margin, one space is put before it, so that both read the same.
 */
export function indentOpenValues(yaml: string): string {
  let open: Open | undefined;
  const lines = yaml.split('\n').map((line) => {
    const value = open === undefined ? /^[\w-]+[ \t]*:[ \t]+(?=["'[{])/.exec(line)?.[0].length : 0;
    const indented = open !== undefined && /^\S/.test(line) ? ` ${line}` : line;
    if (value !== undefined) open = endOf(line.slice(value), open);
    return indented;
  });
  return open === undefined ? lines.join('\n') : yaml;
}

/** A value that a line leaves open: the brackets around what follows, and the quote it is in. */
interface Open {
  readonly depth: number;
  readonly quote: string | undefined;
}

/** What is still open at the end of a line. */
function endOf(line: string, before: Open | undefined): Open | undefined {
  let { depth, quote } = before ?? { depth: 0, quote: undefined };
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? '';
    if (quote !== undefined) {
      if (letter === '\\' && quote === '"') at += 1;
      else if (letter === quote) quote = undefined;
      if (quote === undefined && depth === 0) return undefined;
    } else if (letter === '"' || letter === "'") {
      if (/^$|[\s[{,:]$/.test(line.slice(0, at))) quote = letter;
    } else if ('[{'.includes(letter)) depth += 1;
    else if (']}'.includes(letter)) depth -= 1;
    if (quote === undefined && depth <= 0) return undefined;
  }
  return { depth, quote };
}
