/** Px of the screen for one px of the sheet. */
export function scaleOf(figure: HTMLElement): number {
  const { width } = figure.getBoundingClientRect();
  return width / 1920 || 1;
}

/** A place on the screen in px of the sheet. */
export function toSheet(
  figure: HTMLElement,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } {
  const { left, top } = figure.getBoundingClientRect();
  const scale = scaleOf(figure);
  return { x: (x - left) / scale, y: (y - top) / scale };
}
