/** A row of the list: its event, and where its date stands on the drawing's axis, px. */
export interface Row {
  readonly event: string;
  readonly x: number;
}

/** A bar of the drawing, in px along its axis. Its event has a row. */
export interface Bar {
  readonly event: string;
  readonly from: number;
  readonly to: number;
}

/** What a row shows of a bar: all of its height, or from its mark, from below it, to its mark, to above the next row. */
export interface Piece {
  readonly from: 'top' | 'mark' | 'after';
  readonly to: 'bottom' | 'mark' | 'before';
}

/** Px within which two places of the axis are one. */
const SAME = 0.5;

/**
 * What each row shows of a bar. A row's height says nothing: the order alone is drawn. What begins or ends between the
 * dates of two rows does so between their marks; of rows of one date it begins at its own.
 */
export function piecesOf(rows: readonly Row[], { event, from, to }: Bar): readonly (Piece | undefined)[] {
  const own = rows.findIndex((row) => row.event === event);
  const atOwn = Math.abs((rows[own]?.x ?? Number.NaN) - from) <= SAME;
  return rows.map(({ x }, index): Piece | undefined => {
    if (atOwn && index < own) return undefined;
    const before = rows[index - 1]?.x ?? Number.NEGATIVE_INFINITY;
    const after = rows[index + 1]?.x;
    const reaches = from <= x + SAME && to >= x - SAME;
    const between = from > x + SAME && (after === undefined || to < after - SAME);
    if (!reaches && !between) return undefined;
    const opens = atOwn ? index === own : from > before + SAME && from >= x - SAME;
    const runsOn = after !== undefined && to >= after - SAME;
    return {
      from: between ? 'after' : opens ? 'mark' : 'top',
      to: runsOn ? 'bottom' : to <= x + SAME ? 'mark' : after === undefined ? 'bottom' : 'before',
    };
  });
}

/** A row in words: "1914 to 1918, At sea: The long voyage", of which `said` is its date and its title. */
export interface Told {
  readonly when: string;
  /** Empty where the timeline has one lane alone. */
  readonly lane: string;
  readonly title: string;
}

/**
 * Takes a row's words apart, whatever commas and colons a date, a lane or a title has.
 * @param said "1914 to 1918, The long voyage"
 * @param spoken "1914 to 1918, At sea: The long voyage", perhaps with more after it
 */
export function toldApart(said: string, spoken: string): Told | undefined {
  for (let comma = said.indexOf(', '); comma >= 0; comma = said.indexOf(', ', comma + 1)) {
    const when = said.slice(0, comma);
    if (!spoken.startsWith(when)) return undefined;
    const ending = `: ${said.slice(comma + 2)}`;
    const rest = spoken.slice(comma);
    const at = rest.indexOf(ending);
    if (at === 0 || (at > 0 && rest.startsWith(', ')))
      return { when, lane: rest.slice(2, Math.max(2, at)), title: rest.slice(at + 2) };
  }
  return undefined;
}
