import type { Tone } from '../../live/drawing.ts';

/** How a series is told from the others. */
export interface Look {
  readonly tone: Tone;
  readonly dash: readonly [number, number] | undefined;
  /** Share of its colour, where an earlier one has all of it. */
  readonly shade?: number;
  readonly pale: boolean;
  readonly highlighted: boolean;
}

const TONES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] as const;
/** Lines differ in dash too from the third on, for eyes and printers that see no colours. */
const DASHES: readonly (readonly [number, number] | undefined)[] = [
  undefined,
  undefined,
  [14, 6],
  [4, 5],
  [20, 5],
  [9, 9],
];
const AGAIN: readonly (readonly [number, number])[] = [
  [2, 6],
  [26, 8],
  [6, 3],
  [16, 12],
  [3, 9],
  [12, 4],
];
/** So many series have colours of their own; where there are more, only those that are highlighted. */
const MOST = 12;
/** What is filled has two shades of each colour. */
const SECOND = 0.45;

/** Looks of all series, by name: the highlighted ones in colour and weight, of few the others too. */
export function looksOf(names: readonly string[], highlight: readonly string[]): ReadonlyMap<string, Look> {
  const marked = names.filter((name) => highlight.includes(name));
  if (names.length === 1)
    return new Map(
      names.map((name) => [name, { tone: 'past', dash: undefined, pale: false, highlighted: false }]),
    );
  if (marked.length > 0 || names.length > MOST)
    return new Map(
      names.map((name): [string, Look] => {
        const nth = marked.indexOf(name);
        const highlighted = nth >= 0;
        const tone = highlighted
          ? marked.length === 1
            ? 'acc'
            : (TONES[nth % TONES.length] ?? 'acc')
          : 'mid';
        return [name, { tone, dash: highlighted ? DASHES[nth] : undefined, pale: !highlighted, highlighted }];
      }),
    );
  return new Map(
    names.map((name, nth) => [
      name,
      {
        tone: TONES[nth % TONES.length] ?? 'past',
        dash: nth < TONES.length ? DASHES[nth] : AGAIN[nth - TONES.length],
        ...(nth < TONES.length ? {} : { shade: SECOND }),
        pale: false,
        highlighted: false,
      },
    ]),
  );
}
