/**
 * Tables of figures keep their columns: what is wider than a phone scrolls in a box of its own, which keys reach and
 * which says what it holds.
 */
export function boxWideTables(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('.slides figure div > table')) {
    const box = table.parentElement;
    if (!box) continue;
    const wide = table.scrollWidth > box.clientWidth + 1;
    box.classList.toggle('wide-table', wide);
    for (const name of ['role', 'tabindex', 'aria-label']) box.removeAttribute(name);
    if (!wide) continue;
    box.role = 'region';
    box.tabIndex = 0;
    box.ariaLabel =
      (table.caption ?? table.closest('section')?.querySelector('h1, h2, h3'))?.textContent ?? '';
  }
}
