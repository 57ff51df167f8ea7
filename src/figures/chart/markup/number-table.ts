import { fingerprint } from '../../../base/fingerprint.ts';
import { attributes, escapeHtml } from '../../../base/markup.ts';
import { spreadsheetCell } from '../../../base/spreadsheet-cell.ts';
import type { Chart, Table } from '../model/chart.ts';
import type { Words } from '../words.ts';

/** A table of more rows lies in a file of its own, which the page fetches when it is asked for. */
const MOST_ROWS = 1000;
/** So many of its rows stand in the page. */
const FIRST_ROWS = 12;

/** The numbers of a chart for those who cannot see it, and for hands that ask for them; of many the first ones. */
export function renderNumbers({ title, table }: Chart, words: Words): string {
  const { path } = numbersFile({ title, table }, words) ?? {};
  if (path === undefined)
    return `<div class="chart-table spoken">${renderTable(title, table, words.none)}</div>`;
  const first = { ...table, rows: table.rows.slice(0, FIRST_ROWS) };
  const all = words.allRows.replace('{count}', String(table.rows.length));
  const link = `<p><a${attributes({ href: path })}>${escapeHtml(all)}</a></p>`;
  return `<div${attributes({ class: 'chart-table spoken', 'data-rows': path })}>${renderTable(title, first, words.none)}${link}</div>`;
}

/** The file of a large table: a page of its own, so that its link leads somewhere without any script. */
export function numbersFile(
  { title, table }: Pick<Chart, 'title' | 'table'>,
  words: Words,
): { readonly path: string; readonly text: string } | undefined {
  if (table.rows.length <= MOST_ROWS) return undefined;
  const known = files.get(table);
  if (known) return known;
  const text = `<!doctype html><meta charset="utf-8"><title>${escapeHtml(title)}</title>${renderTable(title, table, words.none)}\n`;
  const file = { path: `numbers-${fingerprint(text)}.html`, text };
  files.set(table, file);
  return file;
}

const files = new WeakMap<Table, { readonly path: string; readonly text: string }>();

function renderTable(title: string, { head, rows }: Table, none: string): string {
  const heads = head.map((name) => cellOf('th scope="col"', name)).join('');
  const gap = `<td data-csv>${escapeHtml(none)}</td>`;
  let body = '';
  for (const { name, cells } of rows) {
    body += `<tr>${cellOf('th scope="row"', name)}`;
    for (const cell of cells) body += cell === '' ? gap : cellOf('td', cell);
    body += '</tr>';
  }
  return `<table><caption>${escapeHtml(title)}</caption><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
}

/** What most cells of a long table are: numbers, and dates in figures. */
const PLAIN = /^-?\d[\d.:-]*$/;

/** A cell that also says what it is in a CSV file, where that is something else. */
function cellOf(tag: string, text: string): string {
  if (PLAIN.test(text)) return `<${tag}>${text}</${tag.slice(0, 2)}>`;
  const csv = spreadsheetCell(text);
  return `<${tag}${csv === text ? '' : attributes({ 'data-csv': csv })}>${escapeHtml(text)}</${tag.slice(0, 2)}>`;
}
