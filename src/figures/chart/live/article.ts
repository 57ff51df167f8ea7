import type { InArticle } from '../../../deck/live-figure.ts';
import { boxOf, fitTo, rootSize, thinOut } from '../../article-labels.ts';
import { drawChartsForPrint, mountCharts } from './mount.ts';
import { fetchRows } from './whole-table.ts';

/** What matters most first, where labels meet. */
const RANKS = ['.large', '.strong.acc', '.strong', '.ink', '.ink2', '.chart-text'];
const PASSES = 4;
/** From the edge of a drawing to what stands right of its base line, rem. */
const INSET = 16 / 24;

/** Charts in the article: framed, as wide as the page, with their finding and their numbers below. */
export function inArticle(): InArticle {
  for (const view of document.querySelectorAll<HTMLElement>('.slides .chart-view')) frameChart(view);
  refit();
  // A chart counted another way is another drawing.
  for (const tools of document.querySelectorAll('.chart-tools')) tools.addEventListener('click', refit);
  for (const step of document.querySelectorAll('.chart .fragment')) step.classList.add('visible');
  mountCharts(document.body, { animate: false });
  window.addEventListener('beforeprint', () => drawChartsForPrint());
  return { fit: refit };
}

function refit(): void {
  for (const picture of document.querySelectorAll<HTMLElement>('.chart-picture')) {
    const labels = [...picture.querySelectorAll<HTMLElement>('.chart-text')];
    const width = Number(picture.dataset['width']);
    // What stands beside the last mark has room only where the drawing leaves it; each px left moves it by less.
    for (let kept = 0, pass = 0; pass < PASSES; pass++) {
      fitTo(picture, width, kept);
      kept += beyond(picture, labels);
    }
    thinOut(picture, labels, RANKS);
    // A name that has no room is read there.
    if (picture.querySelector('.crowded.ink:not(.tabular)'))
      picture.parentElement?.querySelector('details')?.setAttribute('open', '');
  }
}

/** Puts what is drawn into a frame that scales; under it the finding in words, and the numbers to be unfolded. */
function frameChart(view: HTMLElement): void {
  const table = view.querySelector<HTMLElement>('.chart-table');
  const canvases = [...view.querySelectorAll('canvas')];
  const picture = document.createElement('div');
  picture.className = 'chart-picture';
  table?.remove();
  picture.append(...view.childNodes);
  view.append(picture);
  // Where the canvases end is known in rem before they are drawn: the generated rules say it.
  const rem = (length: string) => Number.parseFloat(length) / rootSize(view);
  // Names of rows stand above their rows: the column they had is the drawing's.
  const names = [...picture.querySelectorAll<HTMLElement>('[data-grows="row"]')];
  const column =
    names.length > 0 ? Math.min(...canvases.map((canvas) => rem(getComputedStyle(canvas).left))) : 0;
  const parts = [...picture.querySelectorAll<HTMLElement>('canvas, .chart-text')];
  if (column > 0)
    for (const part of parts)
      part.style.left = `${names.includes(part) ? INSET : rem(getComputedStyle(part).left) - column}rem`;
  const ends = parts.map((part) => {
    const { left, top, width, height } = getComputedStyle(part);
    const wide = part instanceof HTMLCanvasElement ? rem(width) : 0;
    return { right: rem(left) + wide, bottom: rem(top) + (rem(height) || 1.25) };
  });
  picture.dataset['width'] = String(Math.max(...ends.map(({ right }) => right)));
  picture.style.height = `${Math.max(...ends.map(({ bottom }) => bottom))}rem`;
  const finding = canvases[0]?.getAttribute('aria-label');
  // The canvas says it to those who listen.
  if (finding) picture.after(paragraph('chart-finding', finding, { silent: true }));
  // Over a small drawing there is no room beside the highest value for what the drawing is.
  const title = picture.querySelector<HTMLElement>('.chart-text.strong.ink');
  if (title?.textContent) {
    title.classList.add('above');
    picture.before(paragraph('chart-caption', title.textContent));
  }
  if (!table) return;
  const numbers = document.createElement('details');
  numbers.className = 'chart-numbers reading-only';
  const summary = document.createElement('summary');
  summary.textContent = view.closest<HTMLElement>('.chart')?.dataset['numbers'] ?? '';
  numbers.append(summary, table);
  numbers.addEventListener('toggle', () => void fetchRows(table));
  view.append(numbers);
}

function paragraph(name: string, text: string, { silent = false } = {}): HTMLElement {
  const made = document.createElement('p');
  made.className = `${name} reading-only`;
  if (silent) made.ariaHidden = 'true';
  made.textContent = text;
  return made;
}

/** How far labels beside their marks reach over the right edge, px. */
function beyond(frame: HTMLElement, labels: readonly HTMLElement[]): number {
  const { right } = frame.getBoundingClientRect();
  const ends = labels.filter(({ dataset }) => dataset['grows'] === 'start level').map(boxOf);
  return Math.max(0, ...ends.map((box) => box.right - right));
}
