import { chartOn, drawOn, type Palette } from './chartjs.ts';
import { type Hands, handsOf } from './controls.ts';
import { type Drawing, drawingAt, TONES } from './drawing.ts';

export { chartOn };

/** A sheet px is a 24th of the root's font size. */
const SHEET_REM = 24;
/** Where a browser prints canvases as bitmaps, 288 of their pixels make an inch. */
const PRINT_RATIO = 3;

interface Mounted {
  readonly drawing: Drawing;
  /** Whether its marked value has grown already. */
  readonly grown: boolean;
  /** Pixels for one px of the sheet when it was drawn last. */
  readonly ratio: number;
  /** How many steps of its slide it showed then. */
  readonly reached: number;
}

const mounted = new Map<HTMLCanvasElement, Mounted>();

/**
 * Draws the charts of a slide, also while the slide is not displayed: their size comes from the drawing, not from
 * the layout. With `animate`, the marked value grows, the first time it is seen and where motion is welcome; `still`
 * leaves the motion out, as though it had grown already.
 */
export function mountCharts(
  slide: HTMLElement,
  { animate, still = false }: { readonly animate: boolean; readonly still?: boolean },
): void {
  for (const canvas of mounted.keys()) if (!canvas.isConnected) forget(canvas);
  for (const canvas of canvasesOf(slide)) mount(canvas, animate, still);
  for (const figure of slide.querySelectorAll<HTMLElement>('[data-chart]')) handsOf(figure, lightPalette);
}

/** Whether a chart of the slide was seen whole: its marked value has grown. */
export function isDrawn(slide: HTMLElement): boolean {
  return [...canvasesOf(slide)].some((canvas) => mounted.get(canvas)?.grown);
}

/** What hands do with the chart of a slide; undefined where it has none. */
export function handsOn(slide: HTMLElement): Hands | undefined {
  const figure = slide.querySelector<HTMLElement>('[data-chart]');
  return figure ? handsOf(figure, lightPalette) : undefined;
}

/**
 * Draws every chart of the page in light colours, at once. Called inside `beforeprint`: Chromium then takes what
 * is drawn into the PDF as vectors. The screen gets its own drawing back after printing.
 */
export function drawChartsForPrint(): void {
  for (const canvas of canvasesOf(document.body)) mount(canvas, false);
  draw(lightPalette(), PRINT_RATIO, true);
  for (const canvas of mounted.keys()) chartOn(canvas)?.draw();
}

function canvasesOf(part: HTMLElement): Iterable<HTMLCanvasElement> {
  return part.querySelectorAll<HTMLCanvasElement>('canvas[data-drawing]');
}

/** A canvas that was taken off the page is drawn no more. */
function forget(canvas: HTMLCanvasElement): void {
  chartOn(canvas)?.destroy();
  mounted.delete(canvas);
}

function mount(canvas: HTMLCanvasElement, animate: boolean, still = false): void {
  const known = mounted.get(canvas);
  const [ratio, reached] = [screenRatio(), stepsShown(canvas)];
  const same = known?.ratio === ratio && known.reached === reached;
  if (known && same && (known.grown || !animate)) return;
  const drawing: Drawing = known?.drawing ?? JSON.parse(canvas.dataset['drawing'] ?? '');
  const seen = animate && growsBy(drawing) <= reached;
  const grow = seen && !still && !known?.grown && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  mounted.set(canvas, { drawing, grown: seen || known?.grown === true, ratio, reached });
  drawOn(canvas, drawingAt(drawing, reached), { palette: currentPalette(), ratio, grow });
}

/** Steps of the slide that have come already; a page to read has none, and shows all. */
function stepsShown(canvas: HTMLCanvasElement): number {
  if (canvas.closest('.reading')) return Number.POSITIVE_INFINITY;
  return canvas.closest('[data-chart]')?.querySelectorAll('.chart-step.visible').length ?? 0;
}

/** The step with which the marked value comes. */
function growsBy({ series }: Drawing): number {
  return Math.max(0, ...series.map(({ grows, steps }) => (grows === undefined ? 0 : (steps?.[grows] ?? 0))));
}

/** Draws all charts without motion: as far as their slides have come, or whole. */
function draw(palette: Palette, ratio: number, whole: boolean): void {
  for (const [canvas, { drawing, grown }] of mounted) {
    // A page for each step shows the chart as far as that.
    const all = whole && !canvas.closest('[data-steps-done]');
    const reached = all ? Number.POSITIVE_INFINITY : stepsShown(canvas);
    mounted.set(canvas, { drawing, grown, ratio, reached });
    drawOn(canvas, drawingAt(drawing, reached), { palette, ratio, grow: false });
  }
}

function drawForScreen(): void {
  // Laying pages out for a printer resizes the window: on paper all steps have come.
  draw(currentPalette(), screenRatio(), matchMedia('print').matches);
}

function screenRatio(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (window.devicePixelRatio * rem) / SHEET_REM;
}

/** The colours as they are now, all read at once: a chart never changes its theme half-way. */
function currentPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colours = new Map(TONES.map((tone) => [tone, style.getPropertyValue(`--${tone}`).trim()]));
  return (tone) => colours.get(tone) ?? '';
}

/** The colours of paper: while `beforeprint` runs, the page is still a screen, and perhaps a dark one. */
function lightPalette(): Palette {
  const { dataset } = document.documentElement;
  const theme = dataset['theme'];
  delete dataset['theme'];
  const palette = currentPalette();
  if (theme !== undefined) dataset['theme'] = theme;
  return palette;
}

/** Fires when the window moves to a screen of another density: the query names the present one, so it is asked anew. */
function watchDensity(): void {
  matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`).addEventListener(
    'change',
    () => {
      drawForScreen();
      watchDensity();
    },
    { once: true },
  );
}

window.addEventListener('resize', drawForScreen);
window.addEventListener('afterprint', drawForScreen);
document.addEventListener('themechange', drawForScreen);
watchDensity();
