import { suggest } from '../../../base/nearest.ts';
import { BAR_SHAPES, type BarShape, type Kind, type Legend, MARK_SHAPES, type MarkShape } from './model.ts';
import type { RawTimeline } from './timeline-schema.ts';

/** The kinds of marks or of bars that a timeline's file knows, by the names its events use. */
export interface Kinds<Shape> {
  /** The kind of a name; undefined for an unknown one, where the author named kinds. */
  readonly of: (name: string) => { readonly shape: Shape; readonly words: string | undefined } | undefined;
  /** What may be written, for suggestions. */
  readonly names: readonly string[];
  readonly legend: readonly Kind<Shape>[];
}

interface Written<Shape> {
  readonly shape: Shape | undefined;
  readonly words: string | undefined;
}

/**
 * Gives each kind its shape: the one the author names, that of its own name (`ring`), else the next one that none has.
 * Where no kinds are named, those that events use are.
 */
function kindsOf<Shape extends string>(
  shapes: readonly Shape[],
  named: ReadonlyMap<string, Written<Shape>>,
  used: readonly string[],
): Kinds<Shape> {
  const isShape = (name: string): name is Shape => shapes.some((shape) => shape === name);
  const all = new Map(named);
  if (named.size === 0)
    for (const name of used) if (!isShape(name)) all.set(name, { shape: undefined, words: name });
  const taken = new Set<Shape>();
  for (const [name, { shape }] of all) {
    if (shape !== undefined) taken.add(shape);
    else if (isShape(name)) taken.add(name);
  }
  const kinds = new Map<string, { readonly shape: Shape; readonly words: string | undefined }>();
  for (const [name, { shape: wanted, words }] of all) {
    const free = shapes.find((shape) => !taken.has(shape)) ?? shapes[0];
    const shape = wanted ?? (isShape(name) ? name : free);
    if (shape === undefined) continue;
    taken.add(shape);
    kinds.set(name, { shape, words });
  }
  return {
    of: (name) => kinds.get(name) ?? (isShape(name) ? { shape: name, words: undefined } : undefined),
    names: [...new Set([...kinds.keys(), ...shapes])],
    legend: [...kinds.values()].flatMap(({ shape, words }) =>
      words === undefined ? [] : [{ shape, words }],
    ),
  };
}

type Source = Pick<RawTimeline, 'marks' | 'bars' | 'legend' | 'calendar'> & {
  readonly events: readonly Pick<RawTimeline['events'][number], 'mark' | 'bar'>[];
};

/** `legend:` may name kinds in few words: what is called as a bar is one, all else is a mark. */
export function readKinds({ marks, bars, legend, calendar, events }: Source): {
  readonly marks: Kinds<MarkShape>;
  readonly bars: Kinds<BarShape>;
  readonly legend: Legend;
} {
  const isBar = (name: string) => name in bars || BAR_SHAPES.some((shape) => shape === name);
  const named = <Shape extends string>(own: Readonly<Record<string, Written<Shape>>>, ofBars: boolean) => {
    const all = new Map(Object.entries(own));
    for (const [name, words] of Object.entries(legend))
      if (isBar(name) === ofBars) all.set(name, { shape: all.get(name)?.shape, words });
    return all;
  };
  const known = {
    marks: kindsOf(MARK_SHAPES, named(marks, false), [...new Set(events.flatMap(({ mark }) => mark ?? []))]),
    bars: kindsOf(BAR_SHAPES, named(bars, true), []),
  };
  return {
    ...known,
    legend: {
      marks: known.marks.legend,
      bars: known.bars.legend,
      note: calendar === 'julian' ? 'Dates are Julian' : undefined,
    },
  };
}

/** What to write instead of an unknown kind. */
export function suggestKind<Shape>(name: string, kinds: Kinds<Shape>): string {
  return suggest(name, kinds.names);
}
