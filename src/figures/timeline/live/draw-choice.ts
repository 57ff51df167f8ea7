import { elbow } from './elbow.ts';
import { markOf, type Outline, outlineOf } from './mark-outline.ts';
import { obstaclesIn } from './obstacles.ts';
import { scaleOf } from './page-scale.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Half the pin on the axis, and how near a year beside it may stand; px of the sheet. */
const PIN = 36;
const NEAR = 64;
const EDGES = { left: 4, right: 1916 };

/** Draws what shows that an event is chosen: its ring or frame, and its pin on the axis or its line to the card. */
export function drawChoice(figure: HTMLElement, entry: HTMLElement): void {
  const { year, x } = entry.dataset;
  figure.classList.add('has-choice');
  figure.closest('section')?.classList.toggle('era-choice', figure.dataset['timeline'] === 'era');
  entry.classList.add('chosen');
  const found = outlineOf(figure, markOf(entry));
  if (found) {
    const { outline, mark } = found;
    mark.classList.add('chosen');
    const drawn = drawOutline(figure, outline);
    const line =
      figure.dataset['timeline'] === 'era'
        ? [shape(figure, 'path', elbow(outline, obstaclesIn(figure)))]
        : [];
    // A ring lies under its dot and hides the line there; a frame goes around its bar.
    if (outline.kind === 'ring') mark.before(...line, ...drawn);
    else mark.after(...line, ...drawn);
  }
  if (year !== undefined && x !== undefined) pinYear(figure, year, Number(x));
}

/** Frames an era on the overview, from its first px to its last. */
export function drawEra(figure: HTMLElement, from: number, to: number): void {
  const svg = figure.querySelector('svg');
  const top = Number(svg?.querySelector('.rule')?.getAttribute('y1') ?? 0);
  const bottom = Number(svg?.querySelector('.axis')?.getAttribute('y1') ?? 0) - 14;
  svg?.append(
    shape(figure, 'rect', { class: 'choice frame', x: from, y: top, width: to - from, height: bottom - top }),
  );
}

export function eraseChoice(figure: HTMLElement): void {
  figure.classList.remove('has-choice');
  figure.closest('section')?.classList.remove('era-choice');
  for (const drawn of figure.querySelectorAll('.choice, .pin')) drawn.remove();
  for (const chosen of figure.querySelectorAll('.chosen')) chosen.classList.remove('chosen');
  for (const veiled of figure.querySelectorAll('.veiled')) veiled.classList.remove('veiled');
}

function drawOutline(figure: HTMLElement, outline: Outline): readonly Element[] {
  if (outline.kind === 'ring') {
    const { x, y, r } = outline;
    return [shape(figure, 'circle', { class: 'choice ring-around', cx: x, cy: y, r })];
  }
  const { x, y, width, height, filled } = outline;
  const around = (by: number) => ({
    x: x - by,
    y: y - by,
    width: width + 2 * by,
    height: height + 2 * by,
  });
  if (filled)
    return [
      shape(figure, 'rect', { class: 'choice gap', ...around(1.5) }),
      shape(figure, 'rect', { class: 'choice filled', ...around(0) }),
    ];
  return [
    shape(figure, 'rect', { class: 'choice gap', ...around(1.5) }),
    shape(figure, 'rect', { class: 'choice frame', ...around(4.5) }),
  ];
}

function shape(
  figure: HTMLElement,
  kind: 'circle' | 'rect' | 'path',
  values: Readonly<Record<string, string | number>>,
): SVGElement {
  const made = figure.ownerDocument.createElementNS(SVG, kind);
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, String(value));
  return made;
}

/** The year on the axis in the place of the years it would touch. */
function pinYear(figure: HTMLElement, year: string, x: number): void {
  const years = [...figure.querySelectorAll<HTMLElement>('.drawn .year')];
  const [first] = years;
  if (!first) return;
  const scale = scaleOf(figure);
  const at = Math.min(Math.max(x, EDGES.left + PIN), EDGES.right - PIN);
  for (const other of years) {
    const middle = (other.offsetLeft + other.offsetWidth / 2) / scale;
    if (Math.abs(middle - at) < NEAR) other.classList.add('veiled');
  }
  const pin = figure.ownerDocument.createElement('span');
  pin.className = 'pin';
  pin.setAttribute('aria-hidden', 'true');
  pin.textContent = year;
  pin.style.left = `${at / 24}rem`;
  pin.style.top = `${(first.offsetTop + first.offsetHeight / 2) / scale / 24}rem`;
  pin.style.setProperty('--tick', `${(x - at) / 24}rem`);
  figure.append(pin);
}
