/** Slides seen at once at most; more are reached by scrolling. */
const AT_ONCE = 60;
/** Around the grid and between slides, and what a title below one takes; px. */
const GAP = 14;
const TITLE = 24;

/** How many columns a grid of slides has, and how wide each slide is, px, so that up to sixty fill the window. */
export function rowsAndColumns(
  count: number,
  width: number,
  height: number,
): { readonly columns: number; readonly width: number } {
  const shown = Math.min(count, AT_ONCE);
  const cellOf = (columns: number) => {
    const rows = Math.ceil(shown / columns);
    const across = (width - GAP * (columns + 2)) / columns;
    const down = (height - GAP) / rows - TITLE - GAP;
    return Math.floor(Math.min(across, down * (16 / 9)));
  };
  // The columns at which slides are largest; fewer of them where two are alike.
  const best = Array.from({ length: Math.max(1, shown) }, (_, index) => index + 1).reduce((a, b) =>
    cellOf(b) > cellOf(a) ? b : a,
  );
  return { columns: best, width: Math.max(1, cellOf(best)) };
}

/**
 * The slide a key leads to in a grid of so many columns.
 * @returns its number from 0; the same one at an edge; undefined for keys that do not walk
 */
export function stepInGrid(key: string, at: number, columns: number, count: number): number | undefined {
  const last = count - 1;
  const to = (wanted: number) => (wanted < 0 || wanted > last ? at : wanted);
  switch (key) {
    case 'ArrowRight':
      return to(at + 1);
    case 'ArrowLeft':
      return to(at - 1);
    case 'ArrowUp':
      return to(at - columns);
    case 'ArrowDown':
      // Below the last full row stands, at most, the last slide.
      return at + columns > last && Math.floor(at / columns) < Math.floor(last / columns)
        ? last
        : to(at + columns);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
