/** An encoding older than UTF-8, by the name its users know. */
export type OldEncoding = 'Shift-JIS' | 'EUC-JP' | 'EUC-KR' | 'GB 18030' | 'Windows-1251' | 'Windows-1252';

interface Candidate {
  readonly encoding: OldEncoding;
  readonly label: string;
  /** Letters that texts of it are made of. */
  readonly letters: RegExp;
  /** Least part of all that is not ASCII which has to be such letters. */
  readonly least: number;
  /** What a tenth of them has to be, where others use the same bytes: the commonest. */
  readonly some?: RegExp;
}

const CHINESE = '\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e';
const JAPANESE = new RegExp(`[${CHINESE}\u3041-\u30ff\u2460-\u2473℃±×…→↓]`, 'gu');
const COMMON_KOREAN = /[이다의가는을에지고도하인년수시사대전일한구로정기월]/gu;
/** In the order in which they are tried: what comes later takes bytes of what comes before it too. */
const CANDIDATES: readonly Candidate[] = [
  { encoding: 'Windows-1251', label: 'windows-1251', letters: /[А-яЁёІіЇїЄє№]/gu, least: 0.95 },
  { encoding: 'Shift-JIS', label: 'shift_jis', letters: JAPANESE, least: 0.9 },
  { encoding: 'EUC-JP', label: 'euc-jp', letters: JAPANESE, least: 0.9, some: /[\u3041-\u30ff]/gu },
  { encoding: 'EUC-KR', label: 'euc-kr', letters: /[\uac00-\ud7a3]/gu, least: 0.8, some: COMMON_KOREAN },
  { encoding: 'GB 18030', label: 'gb18030', letters: new RegExp(`[${CHINESE}]`, 'gu'), least: 0.9 },
];
/** Of Western texts letters outside ASCII stand within words of others; those of the East and of Cyrillic by themselves. */
const MOST_WITHIN = 0.3;
/** So many bytes tell what a file is written in. */
const LOOKED_AT = 64_000;

/** Reads bytes that are no UTF-8 by the letters they would be; Windows-1252, which takes any byte, where nothing else fits. */
export function decodeOld(bytes: Uint8Array): { readonly text: string; readonly encoding: OldEncoding } {
  for (const candidate of CANDIDATES) {
    const text = decoded(bytes, candidate.label);
    if (text !== undefined && isText(text.slice(0, LOOKED_AT), candidate))
      return { text, encoding: candidate.encoding };
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isText(text: string, { letters, least, some }: Candidate): boolean {
  const runs = [...text.matchAll(/[^\p{ASCII}]+/gu)];
  const foreign = runs.reduce((sum, [run]) => sum + run.length, 0);
  const fitting = runs.reduce((sum, [run]) => sum + (run.match(letters)?.length ?? 0), 0);
  const isLetter = (at: number) => /[a-z]/i.test(text[at] ?? '');
  const within = runs.filter(({ 0: run, index }) => isLetter(index - 1) || isLetter(index + run.length));
  return (
    foreign > 0 &&
    within.length <= runs.length * MOST_WITHIN &&
    fitting >= foreign * least &&
    (some === undefined || (text.match(some)?.length ?? 0) >= foreign * 0.1)
  );
}
