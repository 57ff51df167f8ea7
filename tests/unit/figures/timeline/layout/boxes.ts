import type { PlacedTimeline, Shape, Word } from '../../../../../src/figures/timeline/layout/placed.ts';
import { SETTING } from '../../../../../src/figures/timeline/layout/placed.ts';

/** A text's box on the sheet, in px. */
export interface Box {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export function boxOf({ text, x, y, width, role }: Word): Box {
  const half = SETTING[role].size / 2;
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
    const date = `${1500 + random(500)}-${pad(1 + random(12))}-${pad(1 + random(28))}`;
    const name = options.long
      ? `${pick(nouns)} of the ${pick(nouns)} Mills`.slice(0, 24).trim()
      : `${pick(nouns)} of ${pick(nouns)}`;
    const second = options.long
      ? ', second: { lang: ja, title: 日本国とアメリカ合衆国との間の条約, label: 日米間の条約 }'
      : '';
    const to = Math.min(1999, Number(date.slice(0, 4)) + 1 + random(60));
    const bar =
      random(5) === 0 ? `, bar: { weight: ${pick(['heavy', 'light'])}, from: "${date}", to: "${to}" }` : '';
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
