/** Edit distance that counts a swap of neighbours as one, as typing errors do (Damerau, restricted). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const candidates = [
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        candidates.push((beforeLast[column - 2] ?? 0) + 1);
      current.push(Math.min(...candidates));
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** The known name an author most likely meant, or undefined where none is near (a third of its letters off). */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: { name: string; off: number } | undefined;
  const sought = written.toLowerCase();
  for (const name of known) {
    const lower = name.toLowerCase();
    const most = Math.max(1, Math.floor(name.length / 3));
    // What one has more letters, so much it is off at least: most names need no more asking.
    if (Math.abs(lower.length - sought.length) > most) continue;
    const off = distance(sought, lower);
    const near = off < name.length && off <= most;
    if (near && (!best || off < best.off)) best = { name, off };
  }
  return best?.name;
}

/** `Did you mean "x"?`, or the whole list when nothing is near and the list is short enough to read. */
export function suggest(written: string, known: readonly string[]): string {
  const name = nearest(written, known);
  if (name) return `Did you mean "${name}"?`;
  if (known.length === 0) return 'There is none so far.';
  const shown = known.slice(0, 12).join(', ');
  return `Known here: ${shown}${known.length > 12 ? `, … (${known.length} in all)` : ''}.`;
}
