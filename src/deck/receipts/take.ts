import { suggest } from '../../base/nearest.ts';
import type { Report } from '../../base/problem.ts';
import { openTable, type TableFiles } from '../../base/table/open.ts';
import { isTableFile, splitSheet } from '../../base/table/read.ts';
import { maskCode } from '../slide/mask-code.ts';
import { computeReceipt, type Receipt } from './compute.ts';
import { fileOf, parseReceipt } from './parse.ts';

/** Stands in the text for a receipt until its tree is read: letters to Markdown, and in no author's text. */
const MARK = { open: '\uE0F0', close: '\uE0F1' } as const;
export const RECEIPT_MARK = new RegExp(`${MARK.open}(\\d+)${MARK.close}`, 'g');

/** What receipts of a slide are taken with: the deck's files, and where its problems go. */
export interface ReceiptContext extends TableFiles {
  readonly report: Report;
  readonly lang: string;
}

/**
 * Puts a mark in the place of every receipt of a text, and adds the receipts to `found`, whose positions the marks
 * name. A receipt begins with the name of one of the deck's data files; all else in double braces is text.
 * `code`: whether the text is code throughout (the YAML of a figure), where nothing is masked.
 */
export function takeReceipts(
  text: string,
  start: { readonly file: string; readonly line: number; readonly column?: number },
  found: Receipt[],
  context: ReceiptContext,
  { code = false } = {},
): string {
  if (!text.includes('{{')) return text;
  const masked = code ? text : maskCode(text);
  let written = '';
  let from = 0;
  for (const match of masked.matchAll(/\{\{[ \t]*([^{}]*?)[ \t]*\}\}/g)) {
    const [whole, inner = ''] = match;
    const lines = text.slice(0, match.index).split('\n');
    const place = {
      file: start.file,
      line: start.line + lines.length - 1,
      column: (lines.at(-1) ?? '').length + 1 + (lines.length === 1 ? (start.column ?? 1) - 1 : 0),
    };
    const receipt = readReceipt(inner.replace(/\s+/g, ' '), place, context);
    if (!receipt) continue;
    written += `${text.slice(from, match.index)}${MARK.open}${found.length}${MARK.close}`;
    from = match.index + whole.length;
    found.push(receipt);
  }
  return written + text.slice(from);
}

/** The marks of a text as the numbers they stand for. */
export function writeReceipts(text: string, receipts: readonly Receipt[]): string {
  return text.replace(RECEIPT_MARK, (_, index: string) => receipts[Number(index)]?.text ?? '');
}

function readReceipt(
  inner: string,
  place: { readonly file: string; readonly line: number; readonly column: number },
  context: ReceiptContext,
): Receipt | undefined {
  const named = fileOf(inner);
  const { path, sheet } = splitSheet(named);
  const file = findFile(path, context.paths);
  if (file === undefined) {
    if (!/^[^\s{}]+\.(csv|tsv|xlsx)$/i.test(path)) return undefined;
    const fix = `${suggest(path, context.paths.filter(isTableFile))} What begins with no name of a data file stays text.`;
    context.report({ severity: 'notice', place, what: `there is no data file "${path}"`, fix });
    return undefined;
  }
  const fault = (what: string, fix: string) => {
    context.report({ severity: 'error', place, what: `a receipt cannot be computed: ${what}`, fix });
    return EMPTY;
  };
  const query = parseReceipt(inner);
  if (typeof query === 'string')
    return fault(query, 'Write {{file column=value column /1000 .2f}} or {{file column change(a, b) .0%}}.');
  const table = openTable(sheet === undefined ? file : `${file}#${sheet}`, context, place, context.report);
  if (!table) return EMPTY;
  const receipt = computeReceipt(query, table, context.lang);
  if ('what' in receipt) return fault(receipt.what, receipt.fix);
  for (const doubt of receipt.doubts) context.report({ severity: 'notice', ...doubt });
  return receipt;
}

/** Stands for a receipt that could not be computed, which is told. */
const EMPTY: Receipt = { text: '…', value: Number.NaN, file: '', cells: [], sum: '', source: '', doubts: [] };

/** A file by its path, or by its bare name where only one has it. */
function findFile(name: string, paths: readonly string[]): string | undefined {
  if (!isTableFile(name)) return undefined;
  if (paths.includes(name)) return name;
  const bare = paths.filter((path) => path.endsWith(`/${name}`));
  return bare.length === 1 ? bare[0] : undefined;
}
