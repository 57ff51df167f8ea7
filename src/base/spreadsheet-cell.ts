/** What begins like a formula: `=` and `@`, and a sign before anything but a number (`-3`, `+1,234.5`, `-2 %`). */
const FORMULA = /^\s*([=@]|[+-](?![\d.,’'\s%e+-]*$))/;

/**
 * A cell of a CSV file as a spreadsheet should take it. Text that begins like a formula would be computed when the file
 * is opened, and may send what else is in it elsewhere; an apostrophe before it makes it text.
 * @param cell as it is shown; a number stays as it is, with any sign
 */
export function spreadsheetCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
