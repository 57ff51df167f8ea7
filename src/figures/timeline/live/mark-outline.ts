/** What is drawn around the mark of a chosen event, in px of the sheet. */
export type Outline =
  | { readonly kind: 'ring'; readonly x: number; readonly y: number; readonly r: number }
  | {
      readonly kind: 'frame';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** Where a line from it sets out. */
      readonly level: number;
      /** A stem is too small for a frame: it is filled. */
      readonly filled: boolean;
    };

/** From a dot's edge to the middle of its ring: clear of a label beside it, and of one in the next row. */
const RING_GAP = 6;
/** A dot that stands for several events is drawn over them, this near. */
const CLUSTER = 20;
/** How wide a chosen stem is, and how far it reaches into its bar. */
const TAB = { width: 10, inside: 8 };

/** What the mark of an entry in the list goes by: its event, or the first of its strip. */
export function markOf({ dataset }: HTMLElement): string {
  return dataset['event'] ?? dataset['strip'] ?? '';
}

/** Where the mark of an event is: a dot before a bar, a bar before a stem, then a strip. Undefined where none is. */
export function outlineOf(
  figure: HTMLElement,
  event: string,
): { readonly outline: Outline; readonly mark: Element } | undefined {
  const marks = marksIn(figure).get(event) ?? [];
  const found = (selector: string) => marks.find((mark) => mark.querySelector(selector));
  const dot = found('.dot, .ring, .point');
  if (dot) return { outline: ringOf(figure, dot), mark: dot };
  const block = found('.bar, .band, .outline, .hatch-edge, .fade-1');
  if (block)
    return {
      outline: frameOf([...block.querySelectorAll('.bar, .band, .outline, .hatch-edge, .fade-1')]),
      mark: block,
    };
  const stem = found('.stem');
  if (stem) return { outline: tabOf(stem.querySelector('.stem')), mark: stem };
  const crowd = found('.crowd');
  return crowd && { outline: boxOf(crowd), mark: crowd };
}

/** The marks of each event, in the order they are drawn in: read once, for a drawing keeps them. */
function marksIn(figure: HTMLElement): ReadonlyMap<string | undefined, readonly SVGGElement[]> {
  const known = marked.get(figure);
  if (known) return known;
  const marks = new Map<string | undefined, SVGGElement[]>();
  for (const mark of figure.querySelectorAll<SVGGElement>('g.mark'))
    marks.set(mark.dataset['event'], [...(marks.get(mark.dataset['event']) ?? []), mark]);
  marked.set(figure, marks);
  return marks;
}

const marked = new WeakMap<HTMLElement, ReadonlyMap<string | undefined, readonly SVGGElement[]>>();

function ringOf(figure: HTMLElement, mark: Element): Outline {
  const own = circleOf(mark.querySelector('.dot, .ring, .point'));
  const over = [...figure.querySelectorAll('svg > circle.dot')]
    .map(circleOf)
    .find(({ x, y }) => Math.abs(x - own.x) < CLUSTER && Math.abs(y - own.y) < 1);
  const { x, y, r } = over ?? own;
  return { kind: 'ring', x, y, r: r + RING_GAP };
}

function circleOf(mark: Element | null): { readonly x: number; readonly y: number; readonly r: number } {
  if (mark instanceof SVGPathElement) {
    const { x, y, width, height } = mark.getBBox();
    return { x: x + width / 2, y: y + height / 2, r: Math.max(width, height) / 2 };
  }
  return { x: number(mark, 'cx'), y: number(mark, 'cy'), r: number(mark, 'r') };
}

function frameOf(shapes: readonly Element[]): Outline {
  const boxes = shapes.map((shape) => ({
    x0: number(shape, 'x'),
    x1: number(shape, 'x') + number(shape, 'width'),
    y0: number(shape, 'y'),
    y1: number(shape, 'y') + number(shape, 'height'),
  }));
  const x = Math.min(...boxes.map(({ x0 }) => x0));
  const y = Math.min(...boxes.map(({ y0 }) => y0));
  const bottom = Math.max(...boxes.map(({ y1 }) => y1));
  return {
    kind: 'frame',
    x,
    y,
    level: (y + bottom) / 2,
    width: Math.max(...boxes.map(({ x1 }) => x1)) - x,
    height: bottom - y,
    filled: false,
  };
}

function boxOf(mark: SVGGElement): Outline {
  const { x, y, width, height } = mark.getBBox();
  return { kind: 'frame', x, y, width, height, level: y + height / 2, filled: false };
}

/** A stem grown wide, and some way into its bar: its label leaves no room for a frame. */
function tabOf(stem: Element | null): Outline {
  const [edge, end] = [number(stem, 'y1'), number(stem, 'y2')];
  const inside = edge - Math.sign(end - edge) * TAB.inside;
  return {
    kind: 'frame',
    x: number(stem, 'x1') - TAB.width / 2,
    y: Math.min(inside, end),
    width: TAB.width,
    height: Math.abs(end - inside),
    level: (edge + end) / 2,
    filled: true,
  };
}

/** How far a place is from what the outline goes around, px. */
export function distanceTo(outline: Outline, x: number, y: number): number {
  if (outline.kind === 'ring')
    return Math.max(0, Math.hypot(outline.x - x, outline.y - y) - outline.r + RING_GAP);
  const dx = Math.max(outline.x - x, 0, x - outline.x - outline.width);
  const dy = Math.max(outline.y - y, 0, y - outline.y - outline.height);
  return Math.hypot(dx, dy);
}

function number(shape: Element | null, name: string): number {
  return Number(shape?.getAttribute(name) ?? 0);
}
