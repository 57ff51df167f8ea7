import { plainFigures } from './digits.ts';

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

export interface Core {
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

/** Takes a cell to pieces; undefined where its middle is no number. */
export function coreOf(cell: string): Core | undefined {
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
