/** How much wider words are in the face of a machine that has not the deck's. */
export const WIDER = 1.25;
export const WIDER_BOLD = 1.5;

/** How much of its width a column gives at most to one whose words may not break: its own then break elsewhere. */
const GIVES = 0.15;

/**
 * Widths of columns of which those with less than they need take it from those with more, in their proportion. What
 * a column still lacks whose words may not break, the others give.
 */
export function shareRoom(
  widths: readonly number[],
  needs: readonly number[],
  isFirm: readonly boolean[] = [],
): readonly number[] {
  const shared = moved(
    widths,
    widths.map((width, at) => Math.max(0, (needs[at] ?? 0) - width)),
    widths.map((width, at) => Math.max(0, width - (needs[at] ?? 0))),
  );
  return moved(
    shared,
    shared.map((width, at) => (isFirm[at] ? Math.max(0, (needs[at] ?? 0) - width) : 0)),
    shared.map((width, at) => (isFirm[at] ? 0 : width * GIVES)),
  );
}

/** Widths after as much of what is free went to where more is wanted as there is. */
function moved(
  widths: readonly number[],
  more: readonly number[],
  free: readonly number[],
): readonly number[] {
  const [wanted, had] = [more, free].map((all) => all.reduce((sum, one) => sum + one, 0));
  if (!wanted || !had) return widths;
  const all = Math.min(wanted, had);
  return widths.map((width, at) => width + ((more[at] ?? 0) * all) / wanted - ((free[at] ?? 0) * all) / had);
}
