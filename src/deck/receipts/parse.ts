/** What a receipt asks for: cells of a table, what is done with them, and how the result is written. */
export interface ReceiptQuery {
  /** As written: a path, or the bare name of a file. */
  readonly file: string;
  /** `column=value`: only these rows. */
  readonly where: readonly { readonly column: string; readonly value: string }[];
  /** The column of the numbers. */
  readonly column: string | undefined;
  readonly call: { readonly name: CallName; readonly terms: readonly string[] } | undefined;
  /** Done to the result, in order. */
  readonly steps: readonly { readonly sign: '+' | '-' | '*' | '/'; readonly by: number }[];
  readonly format: NumberFormat | undefined;
}

/** `.2f`, `,.0f`, `+.1%`, `.3r`: digits after the point, or in all; per cent with its sign, or (`p`) without. */
export interface NumberFormat {
  readonly plus: boolean;
  readonly grouped: boolean;
  readonly digits: number;
  readonly kind: 'f' | '%' | 'p' | 'r';
}

export const CALLS = ['change', 'times', 'share', 'sum', 'mean', 'min', 'max'] as const;
export type CallName = (typeof CALLS)[number];

const TOKEN = /([\w-]+)\(([^()]*)\)|(?:"[^"]*"|“[^”]*”|[^\s"“=()])+(?:=(?:"[^"]*"|“[^”]*”|[^\s"“]+))?|\S/gu;
/** What looks like a format and is none. */
const NEARLY = /^(?:\+?,?\.\d{1,2}|\+?,?\d\.\d[f%pr]|,)$/;
const FORMAT = /^(\+?)(,?)\.(\d)([f%pr])$/;

/** Reads the inside of `{{…}}`. A text instead of a query says what cannot be read. */
export function parseReceipt(inner: string): ReceiptQuery | string {
  const [file, ...tokens] = [...withoutBlanks(inner).matchAll(TOKEN)];
  const where: { column: string; value: string }[] = [];
  const steps: { sign: '+' | '-' | '*' | '/'; by: number }[] = [];
  let column: string | undefined;
  let call: ReceiptQuery['call'];
  let format: NumberFormat | undefined;
  for (const [token, name, terms] of tokens) {
    const known = CALLS.find((one) => one === name);
    const step = /^([-+*/×÷])(\d+(?:\.\d+)?(?:e\d{1,2})?)$/i.exec(token);
    const equal = token.indexOf('=');
    if (name !== undefined && !known) return `"${name}" is no sum: ${CALLS.join(', ')}`;
    if (known && call) return `a receipt does one sum, and "${token}" is a second`;
    if (known) call = { name: known, terms: splitTerms(terms ?? '') };
    else if (FORMAT.test(token)) format = readFormat(token);
    else if (step) steps.push({ sign: signOf(step[1] ?? ''), by: Number(step[2]) });
    else if (equal > 0)
      where.push({ column: unquote(token.slice(0, equal)), value: unquote(token.slice(equal + 1)) });
    else if (NEARLY.test(token)) return `"${token}" is no format: write .1f, ,.0f or .1%`;
    else if (column === undefined) column = unquote(token);
    else return `"${token}" is a second column, after "${column}"`;
  }
  return { file: unquote(file?.[0] ?? ''), where, column, call, steps, format };
}

/** `year = 2023` as `year=2023`, but for what stands in quotes. */
function withoutBlanks(inner: string): string {
  return inner.replace(/("[^"]*"|“[^”]*”)|\s*=\s*/gu, (whole, quoted?: string) => (quoted ? whole : '='));
}

/** The file that a receipt begins with. */
export function fileOf(inner: string): string {
  return unquote(/^(?:"[^"]*"|“[^”]*”|\S+)/u.exec(inner)?.[0] ?? '');
}

function splitTerms(terms: string): readonly string[] {
  return (terms.match(/(?:"[^"]*"|“[^”]*”|[^,"“])+/gu) ?? []).map((term) => term.trim()).filter(Boolean);
}

/** Takes the quotes off a word, or off the value of `column="value"`. */
export function unquote(word: string): string {
  return word.replace(/["“”]/g, '').trim();
}

function signOf(written: string): '+' | '-' | '*' | '/' {
  if (written === '×' || written === '*') return '*';
  if (written === '÷' || written === '/') return '/';
  return written === '-' ? '-' : '+';
}

function readFormat(token: string): NumberFormat {
  const [, plus, grouped, digits, kind] = FORMAT.exec(token) ?? [];
  return {
    plus: plus === '+',
    grouped: grouped === ',',
    digits: Number(digits),
    kind: kind === '%' || kind === 'p' || kind === 'r' ? kind : 'f',
  };
}
