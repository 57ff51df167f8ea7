/** An event in the list that is walked. */
export interface Stop {
  readonly lane: string;
}

const FORWARD = new Set(['ArrowRight', 'ArrowDown']);
const BACK = new Set(['ArrowLeft', 'ArrowUp']);

/**
 * Where a key leads from a stop, by its place in order of time: arrows to the neighbours, with Shift to those of the
 * same lane, Home and End to the ends. At an end it stays. Undefined for any other key.
 */
export function walk(
  stops: readonly Stop[],
  from: number,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return stops.length - 1;
  const by = FORWARD.has(key) ? 1 : BACK.has(key) ? -1 : undefined;
  if (by === undefined) return undefined;
  const lane = stops[from]?.lane;
  for (let at = from + by; at >= 0 && at < stops.length; at += by)
    if (!shiftKey || stops[at]?.lane === lane) return at;
  return from;
}
