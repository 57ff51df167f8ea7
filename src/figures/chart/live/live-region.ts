/** The view of a chart that is in view: that of the definition its slide is set to. */
export function viewOf(figure: HTMLElement): HTMLElement | undefined {
  const chosen = figure.closest('section')?.dataset['definition'];
  const views = [...figure.querySelectorAll<HTMLElement>('.chart-view')];
  return views.find((view) => view.dataset['when'] === chosen) ?? views[0];
}

/** Px of the screen for one px of the sheet. */
export function scaleOf(figure: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(figure).fontSize) / 24;
}

/**
 * Says something in the chart's live region: heard only, or shown too, at a place in px of the chart, and inside it
 * if the place is.
 */
export function say(
  figure: HTMLElement,
  text: string,
  at?: { readonly x: number; readonly y: number; readonly apart: number },
): void {
  const said = figure.querySelector<HTMLElement>('.chart-said');
  if (!said) return;
  said.textContent = text;
  said.classList.toggle('spoken', at === undefined);
  said.classList.toggle('shown', at !== undefined);
  if (!at) return;
  const scale = scaleOf(figure);
  const [width, height] = [said.offsetWidth / scale, said.offsetHeight / scale];
  const wide = figure.offsetWidth / scale;
  const room = at.x > wide ? at.x : wide - width;
  const above = at.y - at.apart - height;
  said.style.left = `${Math.min(Math.max(at.x - width / 2, 0), Math.max(room, 0)) / 24}rem`;
  said.style.top = `${(above < 0 ? at.y + at.apart : above) / 24}rem`;
}

/** Takes away what was said; with `only`, if it is still that. */
export function hush(figure: HTMLElement, only?: string): void {
  const said = figure.querySelector<HTMLElement>('.chart-said');
  if (!said || (only !== undefined && said.textContent !== only)) return;
  said.textContent = '';
  said.classList.remove('shown');
}
