import type { Palette } from './chartjs.ts';
import { type Drawing, TONES } from './drawing.ts';
import { scaleOf, viewOf } from './live-region.ts';
import { type Picture, RING, type Shape, shapesOf } from './picture.ts';
import { writeSvg } from './svg.ts';
import { fetchRows } from './whole-table.ts';

/** Room around a picture, and between its lines of text; px. Pixels of a saved bitmap for one px. */
const EDGE = 48;
const TITLE = { size: 30, line: 38 } as const;
const FOOT = { size: 20, line: 26 } as const;
const RATIO = 2;

/** Saves a chart, whole and in light colours, under the definition in view: its picture, or its numbers. */
export async function saveChart(kind: string, figure: HTMLElement, palette: Palette): Promise<void> {
  const name = `${figure.id}.${kind}`;
  if (kind === 'csv') {
    const table = viewOf(figure)?.querySelector<HTMLElement>('.chart-table');
    if (table) await fetchRows(table);
    return download(new Blob([csvOf(figure)], { type: 'text/csv' }), name, figure);
  }
  const picture = pictureOf(figure);
  if (kind === 'svg')
    return download(new Blob([writeSvg(picture, palette)], { type: 'image/svg+xml' }), name, figure);
  const bitmap = paint(picture, palette, figure);
  const blob = await new Promise<Blob | null>((done) => bitmap.toBlob(done));
  if (blob) download(blob, name, figure);
}

/** Copies what a chart is called, what it rests on and where it stands; says whether the browser let it. */
export async function copyCitation(figure: HTMLElement): Promise<boolean> {
  const text = `${titleOf(figure)}. ${footOf(figure)} ${document.title}, ${location.href}`;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function titleOf(figure: HTMLElement): string {
  return viewOf(figure)?.getAttribute('aria-label') ?? '';
}

/** Note and sources, as the slide's foot has them now. */
function footOf(figure: HTMLElement): string {
  const foot = figure.closest('section')?.querySelector<HTMLElement>('.foot .sources');
  return (foot?.innerText ?? '').replace(/\s+/g, ' ').trim();
}

/** The table in view as a file; cells say themselves where they are otherwise there, as gaps are. */
function csvOf(figure: HTMLElement): string {
  const rows = viewOf(figure)?.querySelectorAll('tr') ?? [];
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [...rows]
    .map(
      ({ cells }) =>
        `${[...cells].map((cell) => quote(cell.dataset['csv'] ?? cell.textContent ?? '')).join(',')}\n`,
    )
    .join('');
}

/** Title above, drawing and labels as on the slide, note and sources below. */
function pictureOf(figure: HTMLElement): Picture {
  const scale = scaleOf(figure);
  const family = getComputedStyle(figure).fontFamily.replaceAll('"', "'");
  const wide = figure.offsetWidth / scale;
  const lines = (text: string, size: number, weight: number) =>
    wrap(text, wide, measurer(figure, `${weight} ${size}px ${family}`));
  const heading = lines(titleOf(figure), TITLE.size, 640);
  const top = EDGE + heading.length * TITLE.line + 16;
  const bottom = top + figure.offsetHeight / scale + 32;
  const words = lines(footOf(figure), FOOT.size, 400);
  const view = viewOf(figure);
  const canvases = [...(view?.querySelectorAll('canvas') ?? [])].flatMap((canvas) => {
    const drawing: Drawing = JSON.parse(canvas.dataset['drawing'] ?? '');
    return shapesOf(drawing, EDGE + canvas.offsetLeft / scale, top + canvas.offsetTop / scale);
  });
  const labels = [...(view?.querySelectorAll<HTMLElement>('.chart-text') ?? [])].map((label): Shape => {
    const style = getComputedStyle(label);
    return {
      kind: 'text',
      text: label.textContent ?? '',
      x: EDGE + label.offsetLeft / scale,
      y: top + (label.offsetTop + label.offsetHeight / 2) / scale,
      size: Number.parseFloat(style.fontSize) / scale,
      weight: Number(style.fontWeight),
      tone: TONES.find((tone) => label.classList.contains(tone)) ?? 'ink',
    };
  });
  const text = (all: readonly string[], from: number, { size, line }: typeof TITLE | typeof FOOT) =>
    all.map((one, nth): Shape => {
      const [weight, tone] = size === TITLE.size ? ([640, 'ink'] as const) : ([400, 'ink3'] as const);
      return { kind: 'text', text: one, x: EDGE, y: from + (nth + 0.5) * line, size, weight, tone };
    });
  return {
    title: titleOf(figure),
    width: Math.ceil(wide + 2 * EDGE),
    height: Math.ceil(bottom + words.length * FOOT.line + EDGE),
    family,
    shapes: [...text(heading, EDGE, TITLE), ...canvases, ...labels, ...text(words, bottom, FOOT)],
  };
}

function wrap(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function measurer(figure: HTMLElement, font: string): (text: string) => number {
  const context = figure.ownerDocument.createElement('canvas').getContext('2d');
  if (context) context.font = font;
  return (text) => context?.measureText(text).width ?? 0;
}

function paint(
  { width, height, family, shapes }: Picture,
  palette: Palette,
  figure: HTMLElement,
): HTMLCanvasElement {
  const canvas = figure.ownerDocument.createElement('canvas');
  [canvas.width, canvas.height] = [width * RATIO, height * RATIO];
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(RATIO, RATIO);
  context.fillStyle = palette('paper');
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'middle';
  for (const shape of shapes) {
    context.fillStyle = palette(shape.tone);
    context.strokeStyle = palette(shape.tone);
    if (shape.kind === 'box') {
      context.globalAlpha = shape.fill ?? 1;
      context.fillRect(shape.x, shape.y, shape.width, shape.height);
      context.globalAlpha = 1;
    } else if (shape.kind === 'text') {
      context.font = `${shape.weight} ${shape.size}px ${family}`;
      context.fillText(shape.text, shape.x, shape.y);
    } else trace(context, shape);
  }
  return canvas;
}

function trace(context: CanvasRenderingContext2D, shape: Extract<Shape, { kind: 'line' | 'dot' }>): void {
  context.beginPath();
  if (shape.kind === 'dot') {
    context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
    context.lineWidth = RING;
    context.setLineDash([]);
    if (shape.hollow) context.stroke();
    else context.fill();
    return;
  }
  for (let index = 0; index < shape.points.length; index += 2)
    context.lineTo(shape.points[index] ?? 0, shape.points[index + 1] ?? 0);
  if (shape.fill !== undefined) {
    context.globalAlpha = shape.fill;
    context.fill();
    context.globalAlpha = 1;
    return;
  }
  context.lineWidth = shape.width;
  context.setLineDash([...(shape.dash ?? [])]);
  context.lineCap = shape.dash?.[0] === 0 ? 'round' : 'butt';
  context.stroke();
}

function download(blob: Blob, name: string, { ownerDocument }: HTMLElement): void {
  const link = ownerDocument.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
