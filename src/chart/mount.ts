import { chartOn, drawOn, type Palette } from './chartjs.ts';
import { type Drawing, TONES } from './drawing.ts';

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
  ratio: number;
}

const mounted = new Map<HTMLCanvasElement, Mounted>();

/**
 * Draws the charts of a slide, also while the slide is not displayed: their size comes from the drawing, not from
 * the layout. With `animate`, the marked value grows, the first time and where motion is welcome.
 */
export function mountCharts(slide: HTMLElement, { animate }: { readonly animate: boolean }): void {
  for (const canvas of slide.querySelectorAll<HTMLCanvasElement>('canvas[data-drawing]'))
    mount(canvas, animate);
}

/**
 * Draws every chart of the page in light colours, at once. Called inside `beforeprint`: Chromium then takes what
 * is drawn into the PDF as vectors. The screen gets its own drawing back after printing.
 */
export function drawChartsForPrint(): void {
  mountCharts(document.body, { animate: false });
  draw(lightPalette(), PRINT_RATIO);
  for (const canvas of mounted.keys()) chartOn(canvas)?.draw();
}

function mount(canvas: HTMLCanvasElement, animate: boolean): void {
  const known = mounted.get(canvas);
  const ratio = screenRatio();
  if (known && known.ratio === ratio && (known.grown || !animate)) return;
  const drawing: Drawing = known?.drawing ?? JSON.parse(canvas.dataset['drawing'] ?? '');
  const grow = animate && !known?.grown && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  mounted.set(canvas, { drawing, grown: animate || known?.grown === true, ratio });
  drawOn(canvas, drawing, { palette: currentPalette(), ratio, grow });
}

/** Draws all charts in their last state. */
function draw(palette: Palette, ratio: number): void {
  for (const [canvas, chart] of mounted) {
    chart.ratio = ratio;
    drawOn(canvas, chart.drawing, { palette, ratio, grow: false });
  }
}

function drawForScreen(): void {
  draw(currentPalette(), screenRatio());
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
