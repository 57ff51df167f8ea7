/**
 * Says in each cell what its column is: on a phone cells stand below one another, where no head is above them. The
 * first column names its row, and of two columns each other, so they need none.
 */
export function nameCells(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('.slides table:not(figure *)')) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent.trim());
    if (heads.length < 3) continue;
    for (const row of [...table.tBodies].flatMap(({ rows }) => [...rows]))
      for (const [column, cell] of [...row.cells].entries()) {
        const head = heads[column];
        if (column > 0 && head && cell.textContent.trim() !== '') cell.dataset['head'] = head;
      }
  }
}
