import type { Report } from '../../base/problem.ts';
import { columnNumbers } from '../../base/table/column-numbers.ts';
import type { Numbers } from '../../base/table/number.ts';
import { columnAt, type Table } from '../../base/table/table.ts';
import { maskFences } from '../slide/mask-code.ts';
import { signsOf } from './write-number.ts';

/**
 * Numbers in a text of a language that has `.` or `,` before decimals: grouped, with a decimal part, or of five digits
 * and more. Years, days and counts are no readings of a table.
 */
const TYPED = {
  '.': typedWith(String.raw`[,’\u00a0\u202f]`, String.raw`\.`),
  ',': typedWith(String.raw`[.\u00a0\u202f]`, ','),
} as const;

function typedWith(group: string, decimal: string): RegExp {
  const number = String.raw`\d{1,3}(?:${group}\d{3})+(?:${decimal}\d+)?|\d+${decimal}\d+|\d{5,}`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}.,:/#@-])(?:${number})(?![\p{L}\p{N}/-]|[.,:]\d)`, 'gu');
}

/** What every such number holds, in any language. */
const LONG_NUMBER = /\d[.,’\u00a0\u202f]\d|\d{5}/;

const POWERS = [1, 1e3, 1e6, 1e9] as const;
/** Nearer than this to a cell, and not its rounding, a number is likely a slip. */
const NEAR = 0.05;

interface Text {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly lang: string;
}

/**
 * Says which numbers typed by hand equal a cell of the tables that a slide draws, and which lie within 5 % of a cell
 * whose row the sentence names without being its rounding: the one will be forgotten when the table changes, the other
 * is wrong already.
 */
export function checkTyped(
  { file, line, text, lang }: Text,
  tables: () => readonly Table[],
  report: Report,
): void {
  if (!LONG_NUMBER.test(text)) return;
  const decimal = signsOf(lang).decimal === ',' ? ',' : '.';
  const masked = maskFences(text)
    .replace(/`[^`\n]*`|\{\{[^}]*\}\}|\[[^\]\n]*@[^\]\n]*\]|<[^>\n]*>|https?:\S+/g, (part) =>
      ' '.repeat(part.length),
    )
    .split('\n');
  // Tables may be long, and most slides have no such number.
  let cells: readonly Cell[] | undefined;
  for (const [index, written] of masked.entries())
    for (const match of written.matchAll(TYPED[decimal])) {
      const place = { file, line: line + index, column: match.index + 1 };
      cells ??= tables().flatMap(cellsOf);
      const found = compare({ written: match[0], decimal }, sentenceAround(written, match.index), cells);
      if (found) report({ severity: 'notice', place, ...found });
    }
}

interface Cell {
  readonly value: number;
  readonly row: string;
  readonly name: string;
  readonly receipt: string;
}

function cellsOf(table: Table): readonly Cell[] {
  const [key = ''] = table.columns;
  return table.columns.slice(1).flatMap((column, index) =>
    numbersOf(table, index + 1).cells.flatMap((cell, row): readonly Cell[] => {
      if (cell.kind !== 'number' || cell.value === 0) return [];
      const label = table.rows[row]?.cells[0] ?? '';
      const quoted = (word: string) => (/\s/.test(word) ? `"${word}"` : word);
      const receipt = `${table.file} ${quoted(key)}=${quoted(label)} ${quoted(column)}`;
      return [{ value: cell.value, row: label, name: `${column} of ${label}`, receipt }];
    }),
  );
}

function numbersOf(table: Table, index: number): Numbers {
  const column = columnAt(table, index);
  return columnNumbers(column, table, {});
}

interface Typed {
  readonly written: string;
  readonly decimal: '.' | ',';
}

function compare({ written, decimal }: Typed, sentence: string, cells: readonly Cell[]) {
  const [whole = '', part = ''] = written.split(decimal);
  const value = Number(`${whole.replace(/\D/g, '')}.${part}`);
  const decimals = part.length;
  const digits = written.replace(/^[0.]+|\D/g, '').length;
  let near: Cell | undefined;
  for (const cell of cells)
    for (const power of POWERS) {
      const shown = Math.abs(cell.value) / power;
      const rounded = Math.abs(Number(shown.toFixed(decimals)) - value) < 10 ** -(decimals + 3);
      const named = cell.row.length > 1 && sentence.includes(cell.row);
      if (rounded && (digits >= 3 || named)) {
        const step = power === 1 ? '' : ` /${power}`;
        return {
          what: `${written} is typed by hand and equals ${cell.name}`,
          fix: `Write {{${cell.receipt}${step} .${decimals}f}}: it follows the table, and shows where it comes from.`,
        };
      }
      if (named && Math.abs(shown - value) / value < NEAR) near = cell;
    }
  return (
    near && {
      what: `${written} is near ${near.name}, which is ${near.value}, and not its rounding`,
      fix: 'Look at the table again, or say what else it is.',
    }
  );
}

function sentenceAround(line: string, at: number): string {
  const before =
    line
      .slice(0, at)
      .split(/(?<=[.!?;])\s/)
      .at(-1) ?? '';
  const after = line.slice(at).split(/(?<=[.!?;])\s/)[0] ?? '';
  return before + after;
}
