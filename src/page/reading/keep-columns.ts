/**
 * Tables whose rows have room in a line each keep their columns in a narrow window; the others are set row by row, as
 * all are without a script.
 */
export function keepColumns(): void {
  const tables = [...document.querySelectorAll<HTMLTableElement>('.slides table:not(figure *)')];
  const keep = (table: HTMLTableElement, kept: boolean) => table.classList.toggle('in-columns', kept);
  for (const table of tables) keep(table, true);
  const fit = tables.map((table) => table.getBoundingClientRect().width <= roomFor(table) + 1);
  for (const [nth, table] of tables.entries()) keep(table, fit[nth] === true);
}

/** How wide what stands around a table lets it be, px. */
function roomFor({ parentElement }: HTMLTableElement): number {
  if (!parentElement) return 0;
  const { paddingLeft, paddingRight } = getComputedStyle(parentElement);
  return parentElement.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}
