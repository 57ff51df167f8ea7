import { type Drawing, pointOn } from './drawing.ts';
import { hush, say, scaleOf, viewOf } from './live-region.ts';
import { type Path, type Position, walk } from './next-value.ts';

/** Room between a point and what is said of it, px of the sheet. */
const APART = 20;

interface Standing {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Makes a chart a Tab stop on which arrows walk the values: each is said, and marked by a ring. */
export function bindWalk(figure: HTMLElement): void {
  const overlay = figure.querySelector<HTMLElement>('.chart-walk');
  if (!overlay) return;
  overlay.hidden = false;
  overlay.tabIndex = 0;
  const ring = overlay.ownerDocument.createElement('span');
  ring.className = 'chart-ring';
  let position: Position | undefined;

  const stand = (next: Position) => {
    const found = standingAt(figure, next);
    if (!found) return;
    position = next;
    overlay.append(ring);
    ring.style.left = `${found.x / 24}rem`;
    ring.style.top = `${found.y / 24}rem`;
    say(figure, found.text, { ...found, apart: APART });
  };
  const leave = () => {
    position = undefined;
    ring.remove();
    hush(figure);
  };
  overlay.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') overlay.blur();
    else if (event.key === 'Enter') stand(position ?? { path: 0, stop: 0 });
    else {
      const next = walk(pathsOf(figure), position, event.key, directionOf(figure));
      if (!next) return;
      stand(next);
    }
    event.preventDefault();
  });
  overlay.addEventListener('blur', leave);
  overlay.addEventListener('click', ({ offsetX, offsetY, target }) => {
    if (target !== overlay) return;
    const scale = scaleOf(figure);
    const near = nearest(figure, offsetX / scale, offsetY / scale);
    if (near) stand(near);
  });
}

/** What was read of an element's data, which may be long: it never changes. */
const readPaths = new WeakMap<HTMLElement, readonly Path[]>();
const readDrawings = new WeakMap<HTMLCanvasElement, Drawing>();

/** The paths of the view in view, without what a later step of the slide will bring. */
function pathsOf(figure: HTMLElement): readonly Path[] {
  const reached = figure.querySelectorAll('.chart-step.visible').length;
  const view = viewOf(figure);
  if (!view) return [];
  const all: readonly Path[] = readPaths.get(view) ?? JSON.parse(view.dataset['walks'] ?? '[]');
  readPaths.set(view, all);
  if (all.every(([, stops]) => stops.every(([, , , step]) => step <= reached))) return all;
  return all.map(([panel, stops]) => [panel, stops.filter(([, , , step]) => step <= reached)]);
}

function drawingOf(
  figure: HTMLElement,
  panel: number,
): { canvas: HTMLCanvasElement; drawing: Drawing } | undefined {
  const canvas = viewOf(figure)?.querySelectorAll('canvas')[panel];
  if (!canvas) return undefined;
  const drawing: Drawing = readDrawings.get(canvas) ?? JSON.parse(canvas.dataset['drawing'] ?? '');
  readDrawings.set(canvas, drawing);
  return { canvas, drawing };
}

function directionOf(figure: HTMLElement): 'right' | 'down' {
  return drawingOf(figure, 0)?.drawing.across ? 'down' : 'right';
}

/** Where a stop is, in px of the sheet from the chart's corner, and what is said there. */
function standingAt(
  figure: HTMLElement,
  { path, stop }: Position,
  paths = pathsOf(figure),
): Standing | undefined {
  const [panel = 0, stops = []] = paths[path] ?? [];
  const found = stops[stop];
  const drawn = drawingOf(figure, panel);
  if (!found || !drawn) return undefined;
  const [series, at, text] = found;
  const scale = scaleOf(figure);
  const { x, y } = pointOn(drawn.drawing, series, at);
  return { x: x + drawn.canvas.offsetLeft / scale, y: y + drawn.canvas.offsetTop / scale, text };
}

/** The value at a place: of the panel there, the year or row comes first, the series second. */
function nearest(figure: HTMLElement, x: number, y: number): Position | undefined {
  const scale = scaleOf(figure);
  const across = directionOf(figure) === 'down';
  const all = pathsOf(figure);
  const standings = all.flatMap(([panel, stops], path) => {
    const canvas = drawingOf(figure, panel)?.canvas;
    if (!canvas) return [];
    const [start, end, here] = across
      ? [canvas.offsetLeft, canvas.offsetLeft + canvas.offsetWidth, x * scale]
      : [canvas.offsetTop, canvas.offsetTop + canvas.offsetHeight, y * scale];
    const outside = Math.max(start - here, here - end, 0) * 1000;
    return stops.flatMap((_, stop) => {
      const at = standingAt(figure, { path, stop }, all);
      if (!at) return [];
      const [along, aside] = across ? [at.y - y, at.x - x] : [at.x - x, at.y - y];
      return [{ path, stop, far: outside + Math.abs(along) * 100 + Math.abs(aside) }];
    });
  });
  return standings.reduce<(typeof standings)[number] | undefined>(
    (best, one) => (best && best.far <= one.far ? best : one),
    undefined,
  );
}
