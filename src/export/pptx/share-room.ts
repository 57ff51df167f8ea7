/** How much wider words are in the face of a machine that has not the deck's. */
export const WIDER = 1.25;
export const WIDER_BOLD = 1.5;

/** Widths of columns of which those with less than they need take it from those with more, in their proportion. */
export function shareRoom(widths: readonly number[], needs: readonly number[]): readonly number[] {
  const more = widths.map((width, at) => Math.max(0, (needs[at] ?? 0) - width));
  const free = widths.map((width, at) => Math.max(0, width - (needs[at] ?? 0)));
  const [wanted, had] = [more, free].map((all) => all.reduce((sum, one) => sum + one, 0));
  if (!wanted || !had) return widths;
  const moved = Math.min(wanted, had);
  return widths.map(
    (width, at) => width + ((more[at] ?? 0) * moved) / wanted - ((free[at] ?? 0) * moved) / had,
  );
}
