/** A line of a file of separated values: its cells as written, and where each begins. */
export interface Line {
  readonly cells: readonly string[];
  /** Offset of each cell in the text. */
  readonly starts: readonly number[];
}

export interface Lines {
  readonly lines: readonly Line[];
  /** Offset of a quotation mark that is never closed. */
  readonly unclosed: number | undefined;
}

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** `' '` stands for any number of blanks, as programs write that set columns under each other. */
export type Separator = (typeof SEPARATORS)[number] | ' ';

/** How many lines decide what parts the cells. */
const LOOKED_AT = 60;
const LONGEST = 40_000;

/** What parts the cells: the sign that most lines hold equally often, and more often than once in a while. */
export function findSeparator(text: string, file: string): Separator {
  if (/\.(tsv|tab)$/i.test(file) && text.includes('\t')) return '\t';
  const start = startOf(text);
  const scored = ([...SEPARATORS, ' '] as const).map((separator) => {
    const counts = splitLines(start, separator)
      .lines.slice(0, LOOKED_AT)
      .map(({ cells }) => cells.length)
      .filter((count) => count > 1);
    const times = new Map<number, number>();
    for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
    return {
      separator,
      score: Math.max(0, ...[...times].map(([cells, lines]) => lines + Math.min(cells, 20) / 100)),
      lines: Math.max(0, ...times.values()),
    };
  });
  const winner = scored.reduce((most, one) => (one.score > most.score ? one : most));
  // Where semicolons part all lines as well, commas are in words (`Share, %`) and before decimals.
  const rarer = scored.find(({ separator, lines }) => /[;\t|]/.test(separator) && lines >= winner.lines);
  const best = winner.separator === ',' && rarer ? rarer : winner;
  // Words of a sentence are no cells: blanks part them only where nothing else does, in most lines, between numbers.
  if (best.separator !== ' ') return best.separator;
  const others = scored.reduce((most, one) => (one.separator !== ' ' && one.score > most.score ? one : most));
  return others.score < best.score / 4 && areNumbers(start) ? ' ' : others.separator;
}

/** The lines of a text that decide; of a single long line its beginning. */
function startOf(text: string): string {
  const ends = /\r\n?|\n/g;
  for (let line = 0; line < LOOKED_AT * 2 && ends.lastIndex < LONGEST; line++)
    if (!ends.exec(text)) return text.slice(0, LONGEST);
  return text.slice(0, Math.min(ends.lastIndex, LONGEST));
}

/** Whether most lines are numbers with blanks between them. */
function areNumbers(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const looked = lines.slice(0, LOOKED_AT);
  const isRow = (line: string) => {
    const parts = line.trim().split(/\s+/);
    return (
      parts.length > 1 &&
      parts.filter((part) => /^[-+]?\d[\d.,:/e+-]*\D?$/.test(part)).length * 2 > parts.length
    );
  };
  return looked.filter(isRow).length * 2 > looked.length;
}

/** Lines of cells parted by blanks, however many. */
function splitBlanks(text: string): Lines {
  const lines: Line[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const cells = [...line.matchAll(/\S+/g)];
    lines.push({ cells: cells.map(({ 0: cell }) => cell), starts: cells.map((cell) => index + cell.index) });
  }
  return { lines, unclosed: undefined };
}

/**
 * Splits a text into lines of cells. Quotation marks around a cell hold separators, line ends and doubled marks; a
 * line ends with LF, CR LF or CR alone.
 */
export function splitLines(text: string, separator: Separator): Lines {
  if (separator === ' ') return splitBlanks(text);
  const lines: Line[] = [];
  let cells: string[] = [];
  let starts: number[] = [];
  let unclosed: number | undefined;
  let at = 0;
  const end = () => {
    lines.push({ cells, starts });
    cells = [];
    starts = [];
  };
  while (at <= text.length) {
    const start = at;
    let cell = '';
    const inside = skipBlanks(text, at, separator);
    const opening = text[inside] === '"' ? inside : undefined;
    const closing = opening === undefined ? undefined : closingMark(text, opening);
    if (opening !== undefined && closing === undefined) unclosed ??= opening;
    if (opening !== undefined && closing !== undefined) {
      cell = text.slice(opening + 1, closing).replaceAll('""', '"');
      at = closing + 1;
    }
    const rest = at;
    at = endOfCell(text, at, separator.charCodeAt(0));
    cells.push(cell + text.slice(rest, at));
    starts.push(start);
    if (at >= text.length) break;
    const sign = text[at++];
    if (sign === separator) continue;
    if (sign === '\r' && text[at] === '\n') at++;
    end();
    if (at === text.length) return { lines, unclosed };
  }
  end();
  return { lines, unclosed };
}

/** Offset of the separator or line end that ends the cell; by codes, as most of a file's characters are passed here. */
function endOfCell(text: string, from: number, separator: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === separator || code === 10 || code === 13) break;
    at++;
  }
  return at;
}

function skipBlanks(text: string, from: number, separator: string): number {
  let at = from;
  while (text[at] === ' ' || (text[at] === '\t' && separator !== '\t')) at++;
  return at;
}

/** Offset of the mark that closes the one at `opening`: the next that is not doubled. */
function closingMark(text: string, opening: number): number | undefined {
  let at = text.indexOf('"', opening + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? undefined : at;
}
