import { attributes, escapeHtml } from '../../base/markup.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import { fill } from '../../base/words/fill.ts';
import {
  type Fragment,
  isElementNode,
  isTextNode,
  parseHtml,
  replaceNode,
  walk,
} from '../slide/html-tree.ts';
import type { Receipt } from './compute.ts';
import { RECEIPT_MARK, writeReceipts } from './take.ts';

/** Puts the numbers in the place of their marks: with their receipt in text, bare in attributes (alternative text). */
export function fillReceipts(tree: Fragment, receipts: readonly Receipt[], lang: string): void {
  if (receipts.length === 0) return;
  for (const node of [...walk(tree)]) {
    if (isElementNode(node)) for (const attr of node.attrs) attr.value = writeReceipts(attr.value, receipts);
    else if (isTextNode(node) && node.value.search(RECEIPT_MARK) >= 0)
      replaceNode(node, parseHtml(markUp(node.value, receipts, lang)));
  }
}

function markUp(text: string, receipts: readonly Receipt[], lang: string): string {
  return escapeHtml(text).replace(RECEIPT_MARK, (_, index: string) => {
    const receipt = receipts[Number(index)];
    return receipt ? writeReceipt(receipt, lang) : '';
  });
}

/** A number that shows where it comes from when it is pointed at, reached by Tab, or asked for. */
function writeReceipt(receipt: Receipt, lang: string): string {
  if (receipt.cells.length === 0) return escapeHtml(receipt.text);
  const head = attributes({
    value: String(Number(receipt.value.toPrecision(12))),
    class: 'receipt',
    tabindex: 0,
    'data-receipt': describeReceipt(receipt, lang),
  });
  return `<data${head}>${escapeHtml(receipt.text)}</data>`;
}

/** How many cells a receipt names; a sum over more says how many there are. */
const NAMED = 3;

/** "data/budget.csv: fiscal_year 2023, budget_bn_yen_incl 6821.9 (line 49). ÷ 1000, rounded to 2 decimals. Source: …" */
export function describeReceipt({ file, cells, sum, source }: Receipt, lang: string): string {
  const words = wordsOf(lang);
  const one = cells.every(({ column }) => column === cells[0]?.column);
  const named = cells
    .slice(0, NAMED)
    .map(({ row, column, written, line }, index) =>
      [
        typeof row === 'number' ? fill(words.rowNumber, { number: row }) : row,
        ...(one && index > 0 ? [] : [column]),
        written,
      ]
        .join(', ')
        .concat(` (${fill(words.line, { number: line })})`),
    );
  const more = cells.length > NAMED ? ` ${fill(words.moreCells, { count: cells.length - NAMED })}` : '';
  return [`${file}: ${named.join('; ')}${more}`, sum, source && `${words.source}: ${source}`]
    .filter(Boolean)
    .join('. ');
}
