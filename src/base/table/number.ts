import { plainFigures } from './digits.ts';
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
const CURRENCY = /^(us\$|a\$|c\$|r\$|[$€£¥₹₩₽₺฿]|usd|eur|gbp|jpy|chf|kr\.?|rs\.?)\s*/i;
const CURRENCY_AFTER = /\s*([$€£¥₹₩₽₺฿]|usd|eur|gbp|jpy|chf|kr\.?)$/i;
const MARK_AFTER =
  /\s*(\((p|e|r|b|est\.?|prov\.?|\d{1,2}|[a-z*†])\)|\[[a-z\d]{1,3}\]|[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᵉᵖʳ]+|(?<=\d)\s+[a-zA-Z]{1,2}|(?<=\d)[pre])$/;
/** Set close to the number, it is so many of them; after a blank it is a mark of the office that counted. */
const MULTIPLE = /(?<=\d)(k|M|mn|mio|B|bn|tn|T)$|(?<=\d) (thousand|million|billion|trillion|mio\.?|mrd\.?)$/;
const TIMES: Readonly<Record<string, number>> = {
  ...{ k: 3, thousand: 3, M: 6, mn: 6, mio: 6, 'mio.': 6, million: 6 },
  ...{ B: 9, bn: 9, billion: 9, mrd: 9, 'mrd.': 9, tn: 12, T: 12, trillion: 12 },
};
const MARK_BEFORE = /^([<>~≈≤≥*†]|c\.|ca\.?|circa|about)\s*(?=[\d.,+−-])/i;

/** Signs of a number below 0; triangles are those of Japanese accounts. */
const MINUS = /[−–‒﹣－△▲]/g;

interface Core {
  /** Digits with their signs between them; undefined for a gap, '' for a word. */
  readonly digits: string;
  /** What they say by themselves about the decimal sign. */
  readonly evidence: Evidence;
  readonly negative: boolean;
  readonly exponent: number;
  readonly before: string;
  readonly after: string;
  readonly mark: string;
}

/** Signs of a gap: an empty cell, `NA`, `N/A`, `..`, `…`, `-`, `null` and their like. */
export function isGap(cell: string): boolean {
  // What begins with a figure, as most cells do, is none of them.
  const first = cell.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  const text = cell.trim();
  return text === '' || GAP.test(text);
}

/** Takes a cell to pieces; undefined where its middle is no number. */
function coreOf(cell: string): Core | undefined {
  // What most cells are.
  if (/^-?\d[\d.,]*$/.test(cell) && !/[.,]{2}/.test(cell)) {
    const negative = cell.startsWith('-');
    const digits = negative ? cell.slice(1) : cell;
    return { digits, evidence: evidenceOf(digits), negative, exponent: 0, before: '', after: '', mark: '' };
  }
  let text = plainFigures(cell.normalize('NFKC'))
    .trim()
    .replace(MINUS, '-')
    .replace(/[\u2019\u02bc´`]/g, "'");
  let mark = '';
  let [before, after] = ['', ''];
  const take = (pattern: RegExp): string => {
    const found = pattern.exec(text);
    if (!found) return '';
    text = text.replace(pattern, '').trim();
    return found[1] ?? found[0];
  };
  const marked = /[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+$/.exec(cell.trim());
  if (marked) {
    mark = marked[0];
    text = cell.trim().slice(0, -mark.length).normalize('NFKC').trim().replace(MINUS, '-');
  }
  // A number in square brackets is one that its office doubts.
  const doubted = /^\[([^[\]]*\d[^[\]]*)\]$/.exec(text);
  if (doubted) [text, mark] = [(doubted[1] ?? '').trim(), `[ ]${mark}`];
  const bracketed = /^\(([^()]*)\)$/.exec(text);
  if (bracketed && /\d/.test(text)) text = (bracketed[1] ?? '').trim();
  mark = take(MARK_BEFORE) + mark;
  let negative = bracketed !== null && /\d/.test(text);
  const sign = () => {
    const found = /^([+-])\s*(?=[\d.,$€£¥₹]|us)/i.exec(text);
    if (!found) return;
    negative ||= found[1] === '-';
    text = text.slice(found[0].length);
  };
  sign();
  before = take(CURRENCY).trim();
  sign();
  if (/%$/.test(text)) after = take(/\s*(%)$/) || '%';
  else if (/\d\s*(per ?cent|percent|pct\.?)$/i.test(text))
    after = take(/\s*(per ?cent|percent|pct\.?)$/i) && '%';
  else if (CURRENCY_AFTER.test(text)) after = take(CURRENCY_AFTER);
  if (!/^[\d.,]/.test(text)) return undefined;
  const scientific = /^([\d.,]+)e([+-]?\d{1,3})$/i.exec(text);
  if (scientific) text = scientific[1] ?? '';
  const multiple = TIMES[take(MULTIPLE).trim()] ?? 0;
  if (!scientific && multiple === 0) mark += take(MARK_AFTER).trim();
  if (/%$/.test(text) && after === '') after = take(/\s*(%)$/);
  const exponent = Number(scientific?.[2] ?? 0) + multiple;
  const digits = text
    .replace(/(?<=\d)[\s'_](?=\d{3}(\D|$))/g, ' ')
    // Before a power of ten stand decimals and no thousands, three of them or not.
    .replace(/(?<=^\d[.,]\d{3})$/, scientific ? '0' : '');
  if (!/^\d[\d., ]*$|^[.,]\d+$/.test(digits) || /[.,]{2}| [.,]|[., ]$(?<!\d\.)/.test(digits))
    return undefined;
  if (digits.includes(' ') && !/^\d{1,3}( \d{3})+([.,]\d*)?$/.test(digits)) return undefined;
  const joined = digits.replaceAll(' ', '');
  return { digits: joined, evidence: evidenceOf(joined), negative, exponent, before, after, mark };
}

type Evidence = 'point' | 'comma' | 'either' | 'none';

/** What a number by itself says about the decimal sign; `thousands` grouped by a blank say the other sign is decimal. */
function evidenceOf(digits: string): Evidence {
  const [point, comma] = [digits.indexOf('.'), digits.indexOf(',')];
  if (point < 0 && comma < 0) return 'none';
  if (point >= 0 && comma >= 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? 'point' : 'comma';
  const at = Math.max(point, comma);
  const isPoint = point >= 0;
  if (digits.indexOf(isPoint ? '.' : ',', at + 1) >= 0) return isPoint ? 'comma' : 'point';
  if (digits.length - at === 4 && at > 0 && at <= 3 && !digits.startsWith('0')) return 'either';
  return isPoint ? 'point' : 'comma';
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
