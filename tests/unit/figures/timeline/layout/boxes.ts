import type {
  PlacedTimeline,
  Shape,
  ShapeRole,
  Word,
} from '../../../../../src/figures/timeline/layout/placed.ts';
import { sizeOf } from '../../../../../src/figures/timeline/layout/placed.ts';

/** A text's box on the sheet, in px. */
export interface Box {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export function boxOf({ text, x, y, width, role }: Word): Box {
  const half = sizeOf(role) / 2;
  return { text, x0: x, x1: x + width, y0: y - half, y1: y + half };
}

/** The labels of all events in view. */
export function labelsOf(placed: PlacedTimeline): readonly Box[] {
  return placed.events.flatMap(({ label }) => label.map(boxOf));
}

export function wordsOf(placed: PlacedTimeline): readonly Box[] {
  return [...placed.words.map(boxOf), ...labelsOf(placed)];
}

/** Pairs of texts that lie on each other by more than half a px, as `a × b`. */
export function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5 && a.y0 < b.y1 - 0.5 && b.y0 < a.y1 - 0.5)
      .map((b) => `${a.text} × ${b.text}`),
  );
}

/** A mark as it is drawn, and whose it is. */
export interface Drawn extends Box {
  readonly kind: 'dot' | 'bar' | 'stem' | 'slot' | 'crowd';
}

/** The marks of all events as they are painted; bands, which lie under everything, are left out. */
export function marksIn(shapes: readonly Shape[]): readonly Drawn[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'mark' ? shape.shapes.flatMap((part) => markOf(part, shape.event)) : [],
  );
}

function markOf(shape: Shape, text: string): readonly Drawn[] {
  if (shape.kind === 'circle' && shape.role !== 'rim') {
    const { cx, cy, r, role } = shape;
    const edge = role === 'ring' ? r + 2 : r;
    return [{ kind: 'dot', text, x0: cx - edge, x1: cx + edge, y0: cy - edge, y1: cy + edge }];
  }
  if (shape.kind === 'rect' && (shape.role === 'slot' || isBar(shape.role))) {
    const { x, y, width, height, role } = shape;
    const kind = role === 'slot' ? 'slot' : 'bar';
    return [{ kind, text, x0: x, x1: x + width, y0: y, y1: y + height }];
  }
  if (shape.kind === 'path' && shape.role === 'point') return [{ kind: 'dot', text, ...extentOf(shape.d) }];
  if (shape.kind === 'line' && shape.role === 'stem') {
    const { x1, x2, y1, y2 } = shape;
    const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
    return [{ kind: 'stem', text, x0: Math.min(x1, x2), x1: Math.max(x1, x2), y0: top, y1: bottom }];
  }
  if (shape.kind === 'path' && shape.role === 'crowd') {
    const columns = [...shape.d.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h/g)].map((found) => found.map(Number));
    return columns.map(([, x = 0, y = 0, w = 0, h = 0]) => ({
      ...({ kind: 'crowd', text, x0: x, x1: x + w, y0: y, y1: y + h } as const),
    }));
  }
  return [];
}

/** What a bar is drawn of, its ends that fade included. */
function isBar(role: ShapeRole): boolean {
  return role === 'bar' || role === 'outline' || role === 'hatch-edge' || role.startsWith('fade-');
}

/** The box of a square, a diamond or a tick. */
function extentOf(path: string): Omit<Box, 'text'> {
  let [x, y] = [0, 0];
  const corners = [...path.matchAll(/([MLhv])(-?[\d.]+)(?: (-?[\d.]+))?/g)].map(([, how, one, other]) => {
    if (how === 'h') x += Number(one);
    else if (how === 'v') y += Number(one);
    else [x, y] = [Number(one), Number(other)];
    return { x, y };
  });
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

/** The lines from labels to their marks. */
export function tiesIn(shapes: readonly Shape[]): readonly Box[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'line' && (shape.role === 'tie' || shape.role === 'flag')
      ? [
          {
            text: '',
            x0: Math.min(shape.x1, shape.x2),
            x1: Math.max(shape.x1, shape.x2),
            y0: Math.min(shape.y1, shape.y2),
            y1: Math.max(shape.y1, shape.y2),
          },
        ]
      : [],
  );
}

/** Px between two boxes; 0 where they touch. */
export function distance(a: Box, b: Box): number {
  const dx = Math.max(b.x0 - a.x1, a.x0 - b.x1, 0);
  const dy = Math.max(b.y0 - a.y1, a.y0 - b.y1, 0);
  return Math.hypot(dx, dy);
}

/** Ids of the events that have a mark. */
export function markedIn(shapes: readonly Shape[]): ReadonlySet<string> {
  return new Set(
    shapes.flatMap((shape) => (shape.kind === 'mark' && shape.shapes.length > 0 ? [shape.event] : [])),
  );
}

const FOLDS = [
  [],
  [[1900, 4]],
  [
    [1600, 0.5],
    [1900, 3],
  ],
  [
    [1700, 2],
    [1850, 4],
    [1950, 8],
  ],
] as const;

/** 1 to 12 lanes, 1 to 400 events and 0 to 3 folds, the same for the same seed; every third has long names. */
export function seededSize(seed: number): Parameters<typeof makeYaml>[0] {
  return {
    seed,
    lanes: 1 + ((seed * 7) % 12),
    events: 1 + ((seed * 131) % 400),
    folds: FOLDS[Math.floor(seed / 3) % 4] ?? [],
    long: seed % 3 === 0,
    lasting: seed % 4 === 1 || seed % 20 === 0,
    dense: seed % 5 === 2 || seed % 30 === 0,
  };
}

/** A timeline of any size as an author would write it, the same for the same seed. */
export function makeYaml(options: {
  readonly seed: number;
  readonly lanes: number;
  readonly events: number;
  readonly folds?: readonly (readonly [year: number, scale: number])[];
  /** Whether names are as long as they may be, and have a Japanese second one. */
  readonly long?: boolean;
  /** Whether many events last, and long, so that they overlap; and whether most fall into a few years. */
  readonly lasting?: boolean;
  readonly dense?: boolean;
}): string {
  let state = options.seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(list: readonly T[]): T | undefined => list[random(list.length)];
  const pad = (number: number): string => String(number).padStart(2, '0');
  const nouns = [
    'Treaty',
    'Bridge',
    'Accord',
    'Council',
    'Charter',
    'Railway',
    'Harbour',
    'School',
    '条約',
    '学校',
  ];
  const events = Array.from({ length: options.events }, (_, index) => {
    const years = options.dense && random(4) > 0 ? [1900, 12] : [1500, 500];
    const date = `${(years[0] ?? 0) + random(years[1] ?? 1)}-${pad(1 + random(12))}-${pad(1 + random(28))}`;
    const name = options.long
      ? `${pick(nouns)} of the ${pick(nouns)} Mills`.slice(0, 24).trim()
      : `${pick(nouns)} of ${pick(nouns)}`;
    const second = options.long
      ? ', second: { lang: ja, title: 日本国とアメリカ合衆国との間の条約, label: 日米間の条約 }'
      : '';
    const to = Math.min(1999, Number(date.slice(0, 4)) + 1 + random(options.lasting ? 300 : 60));
    const bar =
      random(options.lasting ? 2 : 5) === 0
        ? `, bar: { weight: ${pick(['heavy', 'light'])}, from: "${date}", to: "${to}" }`
        : '';
    return `  - { id: e-${index}, lane: lane-${random(options.lanes)}, date: "${date}", title: The ${name}, label: ${name}${second}, parties: [A], kind: k, summary: s, significance: ${pick([1, 2, 2, 3, 3, 3, 3])}, mark: ${pick(['signed', 'declared'])}${bar} }`;
  });
  return [
    'title: Made by chance',
    'from: "1500-01-01"',
    'to: "1999-12-31"',
    'lanes:',
    ...Array.from({ length: options.lanes }, (_, lane) => `  - { id: lane-${lane}, name: Lane ${lane + 1} }`),
    'eras: [{ id: early, from: "1500-01-01", name: Early, years: "1500–1749" }, { id: late, from: "1750-01-01", name: Late, years: "1750–1999" }]',
    `folds: [${(options.folds ?? []).map(([at, scale]) => `{ at: "${at}-01-01", scale: ${scale} }`).join(', ')}]`,
    'legend: { heavy: Heavy, light: Light, signed: Signed, declared: Declared }',
    'events:',
    ...events,
  ].join('\n');
}
