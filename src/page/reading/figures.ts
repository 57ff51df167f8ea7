type ChartModule = typeof import('../../figures/chart/live/mount.ts');

export interface Figures {
  /** Scales every figure to the room it has. */
  readonly fit: () => void;
  /** Settled when every chart is drawn. */
  readonly drawn: Promise<unknown>;
}

/** What of a chart or map gives way first where labels meet, last named first. */
const RANKS = ['.large', '.strong.acc', 'strong', '.strong', '.ink', '.ink2', '.chart-text', 'li'];
/** Px kept free between two labels. */
const GAP = 6;

/** Prepares charts and maps for reading, and keeps them as wide as the page. */
export function showFigures(): Figures {
  for (const view of document.querySelectorAll<HTMLElement>('.slides .chart-view')) frameChart(view);
  const refit = () => {
    for (const picture of document.querySelectorAll<HTMLElement>('.chart-picture')) {
      const labels = [...picture.querySelectorAll<HTMLElement>('.chart-text')];
      const width = Number(picture.dataset['width']);
      // What stands beside the last mark has room only where the drawing leaves it; each px left moves it by less.
      for (let kept = 0, pass = 0; pass < PASSES; pass++) {
        fitTo(picture, picture, width, kept);
        kept += beyond(picture, labels);
      }
      thinOut(picture, labels);
    }
    for (const map of document.querySelectorAll<HTMLElement>('figure.map')) {
      const land = map.querySelector('img');
      if (!land) continue;
      fitTo(map, map, Number(land.getAttribute('width')) / SHEET_REM);
      thinOut(map, map.querySelectorAll<HTMLElement>('.map-places > li, .map-seas > li'));
    }
  };
  refit();
  // A chart counted another way is another drawing.
  for (const tools of document.querySelectorAll('.chart-tools')) tools.addEventListener('click', refit);
  return { fit: refit, drawn: Promise.all([drawCharts(), document.fonts.ready.then(refit)]) };
}

const SHEET_REM = 24;
const PASSES = 4;
/** From the edge of a drawing to what stands right of its base line, rem. */
const INSET = 16 / SHEET_REM;

/** Puts what is drawn into a frame that scales; under it the finding in words, and the numbers to be unfolded. */
function frameChart(view: HTMLElement): void {
  const table = view.querySelector<HTMLElement>('.chart-table');
  const canvases = [...view.querySelectorAll('canvas')];
  const picture = document.createElement('div');
  picture.className = 'chart-picture';
  picture.append(...[...view.childNodes].filter((node) => node !== table));
  view.prepend(picture);
  // Where the canvases end is known in rem before they are drawn: the generated rules say it.
  const rem = (length: string) => Number.parseFloat(length) / rootSize();
  // Names of rows stand above their rows: the column they had is the drawing's.
  const names = [...picture.querySelectorAll<HTMLElement>('[data-grows="row"]')];
  const column =
    names.length > 0 ? Math.min(...canvases.map((canvas) => rem(getComputedStyle(canvas).left))) : 0;
  const parts = [...canvases, ...picture.querySelectorAll<HTMLElement>('.chart-text')];
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
  summary.textContent = 'All numbers as a table';
  numbers.append(summary, table);
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

/** Shrinks a figure drawn `width` rem wide to the room its parent has, less `kept` px; it never grows. */
function fitTo(figure: HTMLElement, scaled: HTMLElement, width: number, kept = 0): void {
  const room = figure.parentElement?.clientWidth ?? 0;
  const { paddingLeft, paddingRight } = getComputedStyle(figure.parentElement ?? figure);
  const free = room - kept - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  scaled.style.setProperty('--fit', Math.min(1, free / (width * rootSize())).toFixed(4));
}

/** Labels keep a size that can be read while their figure shrinks: where two then meet, the lesser one gives way. */
function thinOut(frame: HTMLElement, labels: Iterable<HTMLElement>): void {
  const ranked = [...labels].map((label) => ({ label, rank: RANKS.findIndex((rank) => is(label, rank)) }));
  ranked.sort((a, b) => a.rank - b.rank);
  const edge = frame.getBoundingClientRect();
  const kept: DOMRect[] = [];
  for (const { label } of ranked) {
    label.classList.remove('crowded');
    if (label.classList.contains('above')) continue;
    if (!label.dataset['grows']) growFromItsPlace(label, edge);
    const box = boxOf(label);
    const crowded =
      box.left < edge.left - 1 || box.right > edge.right + 1 || kept.some((other) => meet(box, other));
    label.classList.toggle('crowded', crowded);
    if (!crowded) kept.push(box);
  }
}

/** A label at the left edge grows to the right, one at the right edge to the left, and all of them upward. */
function growFromItsPlace(label: HTMLElement, edge: DOMRect): void {
  const { left, width } = label.getBoundingClientRect();
  const share = (left + width / 2 - edge.left) / edge.width;
  label.style.transformOrigin = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}% 100%`;
}

function is(label: HTMLElement, rank: string): boolean {
  return label.matches(rank) || (rank === 'strong' && label.querySelector('strong') !== null);
}

function boxOf(label: HTMLElement): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(label);
  const { x, y, width, height } = range.getBoundingClientRect();
  // Lines are higher than their letters.
  return new DOMRect(x, y + height * 0.17, width, height * 0.66);
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom && b.top < a.bottom;
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Draws every chart in its last state, and for paper at the moment of printing. */
async function drawCharts(): Promise<void> {
  if (!document.querySelector('[data-chart]')) return;
  for (const step of document.querySelectorAll('.fragment')) step.classList.add('visible');
  const charts: ChartModule = await import('../../figures/chart/live/mount.ts');
  charts.mountCharts(document.body, { animate: false });
  window.addEventListener('beforeprint', () => charts.drawChartsForPrint());
}
