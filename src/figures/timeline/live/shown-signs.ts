import type { Range } from '../layout/range.ts';
import type { ToldSign } from '../markup/whole.ts';
import type { TimelineEvent } from '../model/model.ts';

/** What a drawing of some years shows. */
export interface Shown {
  readonly range: Range;
  /** Ids of events that have a point there, and of those that have a bar. */
  readonly points: ReadonlySet<string | undefined>;
  readonly bars: ReadonlySet<string | undefined>;
  /** What its labels say that are no event's. */
  readonly named: ReadonlySet<string | null>;
  readonly notched: boolean;
}

/** Which of a timeline's signs stand in a drawing and have to be explained: a period that is named there has not. */
export function signsShown(
  signs: readonly ToldSign[],
  events: readonly Pick<TimelineEvent, 'id' | 'mark' | 'bar'>[],
  { range, points, bars, named, notched }: Shown,
): readonly ToldSign[] {
  return signs.filter(({ drawn, period }) => {
    if (period) return period.from < range.end && period.to > range.start && !named.has(period.name);
    if (drawn === 'notch') return notched;
    return events.some(
      ({ id, mark, bar }) => (mark === drawn && points.has(id)) || (bar?.shape === drawn && bars.has(id)),
    );
  });
}
