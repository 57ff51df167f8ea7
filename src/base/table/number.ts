import { type Core, coreOf } from './number-core.ts';
import { plainValues } from './plain-values.ts';

/** What separates thousands and decimals in a column. */
export type DecimalSign = '.' | ',';

/** What one cell of numbers says. */
export type NumberCell =
  | {
      readonly kind: 'number';
      readonly value: number /** Marks that stand with it: `*`, `(p)`, `<`. */;
      readonly mark: string;
    }
  | { readonly kind: 'gap' }
  /** No number and no known sign of a gap. */
  | { readonly kind: 'word' };

/** A column of numbers, read as a whole: how a sign is meant in one cell is decided by the others. */
export interface Numbers {
  readonly cells: readonly NumberCell[];
  readonly decimal: DecimalSign;
  /** A cell that could be meant in two ways, with nothing in the column to decide; position of the row. */
  readonly ambiguous: number | undefined;
  /** Cells written with the other decimal sign than most. */
  readonly contrary: readonly number[];
  /** What all numbers of the column are written with: `%`, `$`. */
  readonly unit: { readonly before: string; readonly after: string };
  readonly count: { readonly numbers: number; readonly gaps: number; readonly words: number };
}

const GAP =
  /^(n\.?\/?a\.?|#n\/a|#n\/d|nan|null|nil|none|missing|unknown|not available|not applicable|n\/d|nd|n\.d\.|k\.?\s?a\.?|x|\(x\)|#(div\/0|ref|value|name|num|null|error)[!?]?|-?inf(inity)?|[.…·:*?]+|[-–—−]+|\(\.+\)|<na>|\\n)$/i;

/** Signs of a gap: an empty cell, `NA`, `N/A`, `..`, `…`, `-`, `null` and their like. */
export function isGap(cell: string): boolean {
  // What begins with a figure, as most cells do, is none of them.
  const first = cell.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  const text = cell.trim();
  return text === '' || GAP.test(text);
}

/** Whether a number holds the sign grouped in thousands where a decimal sign is meant. */
function fits({ evidence }: Core, decimal: DecimalSign): boolean {
  return evidence === 'none' || evidence === 'either' || evidence === (decimal === '.' ? 'point' : 'comma');
}

export interface NumberHints {
  /** As the author says it. */
  readonly decimal?: DecimalSign | undefined;
  /** As other columns of the file have it. */
  readonly likely?: DecimalSign | undefined;
  /** As its separators let one think: a number that can be read in two ways still can. */
  readonly guess?: DecimalSign | undefined;
}

/** Reads the cells of a column as numbers. Pure: problems are the caller's to tell, with its places. */
export function readNumbers(cells: readonly string[], hints: NumberHints = {}): Numbers {
  return readPlain(cells, hints) ?? readSigned(cells, hints);
}

const GAP_CELL: NumberCell = { kind: 'gap' };

/** A column that needs no look at its signs, as most long ones do not. */
function readPlain(cells: readonly string[], hints: NumberHints): Numbers | undefined {
  const plain = plainValues(cells);
  if (!plain) return undefined;
  const { values, hasPoint } = plain;
  const decimal = hints.decimal ?? (hasPoint ? '.' : (hints.likely ?? hints.guess ?? '.'));
  if (hasPoint && decimal === ',') return undefined;
  const read = values.map(
    (value): NumberCell => (value === undefined ? GAP_CELL : { kind: 'number', value, mark: '' }),
  );
  const gaps = values.filter((value) => value === undefined).length;
  return {
    cells: read,
    decimal,
    ambiguous: undefined,
    contrary: [],
    unit: { before: '', after: '' },
    count: { numbers: read.length - gaps, gaps, words: 0 },
  };
}

function readSigned(cells: readonly string[], hints: NumberHints): Numbers {
  const cores = cells.map((cell) => (isGap(cell) ? 'gap' : coreOf(cell)));
  const found: Core[] = [];
  for (const core of cores) if (core !== 'gap' && core !== undefined) found.push(core);
  const votes = { point: 0, comma: 0, either: 0, none: 0 };
  for (const { evidence } of found) votes[evidence]++;
  const { point: points, comma: commas } = votes;
  const open = hints.decimal === undefined && points === 0 && commas === 0 && votes.either > 0;
  const decimal =
    hints.decimal ?? (points === commas ? (hints.likely ?? hints.guess ?? '.') : points > commas ? '.' : ',');
  const contrary: number[] = [];
  for (const [row, core] of cores.entries())
    if (core !== 'gap' && core !== undefined && !fits(core, decimal)) contrary.push(row);
  const read = cores.map((core): NumberCell => {
    if (core === 'gap') return { kind: 'gap' };
    const value = core && numberOf(core, decimal);
    return core && value !== undefined ? { kind: 'number', value, mark: core.mark } : { kind: 'word' };
  });
  const count = { number: 0, gap: 0, word: 0 };
  for (const { kind } of read) count[kind]++;
  const first = cores.findIndex((core) => core !== 'gap' && core !== undefined && core.evidence === 'either');
  return {
    cells: read,
    decimal,
    ambiguous: open && hints.likely === undefined && first >= 0 ? first : undefined,
    contrary,
    unit: {
      before: common(found, ({ before }) => before),
      after: common(found, ({ after }) => after),
    },
    count: { numbers: count.number, gaps: count.gap, words: count.word },
  };
}

/** What all say, or nothing. */
function common(all: readonly Core[], sign: (core: Core) => string): string {
  const [first] = all;
  const own = first ? sign(first) : '';
  return all.every((one) => sign(one) === own) ? own : '';
}

function numberOf(core: Core, decimal: DecimalSign): number | undefined {
  const { digits, evidence, negative, exponent } = core;
  // What most are: a point before decimals, or no sign at all.
  if (
    exponent === 0 &&
    (evidence === 'none' || (decimal === '.' && evidence === 'point' && !digits.includes(',')))
  ) {
    const value = Number(digits);
    if (Number.isFinite(value)) return value === 0 ? 0 : negative ? -value : value;
  }
  const other = decimal === '.' ? ',' : '.';
  const meant = fits(core, decimal) ? digits : swap(digits);
  const [grouped = '', part = '', ...more] = meant.split(decimal);
  if (more.length > 0 || part.includes(other)) return undefined;
  if (grouped.includes(other) && !/^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(grouped)) return undefined;
  const whole = grouped.replaceAll(other, '');
  const value = Number(`${negative ? '-' : ''}${whole || '0'}.${part || '0'}e${exponent}`);
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : undefined;
}

const swap = (digits: string) => digits.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));

/** The decimal sign that the unambiguous numbers of a table's other columns show; undefined where none does. */
export function likelyDecimal(columns: readonly (readonly string[])[]): DecimalSign | undefined {
  const evidence = columns.flatMap((cells) =>
    cells.flatMap((cell) => {
      const core = isGap(cell) ? undefined : coreOf(cell);
      const one = core?.evidence;
      return one === 'point' || one === 'comma' ? [one] : [];
    }),
  );
  if (evidence.length === 0) return undefined;
  return evidence.filter((one) => one === 'comma').length * 2 > evidence.length ? ',' : '.';
}

/** Whether any cell shows which sign its column has before decimals. */
export function showsDecimal(cells: readonly string[]): boolean {
  return cells.some((cell) => {
    if (!/[.,]/.test(cell) || isGap(cell)) return false;
    const evidence = coreOf(cell)?.evidence;
    return evidence === 'point' || evidence === 'comma';
  });
}
