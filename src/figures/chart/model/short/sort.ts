import type { Wide } from './gather.ts';
import { naturalRanks } from './natural-order.ts';
import type { ShortReading } from './roles.ts';

/**
 * Names in the order the author asks for: by the first series, largest first, or by the alphabet. Without a word of
 * his months, days of the week and ages stand as they follow each other, and all else as the file has it.
 */
export function sortNames(wide: Wide, reading: ShortReading): Wide {
  const { spec, placeOf, lang, report } = reading;
  const { positions, series } = wide;
  const nameOf = (at: number) => positions.names[at] ?? '';
  if (spec.sort === undefined) {
    const ranks = naturalRanks(positions.names, lang);
    if (!ranks || ranks.every((rank, at) => at === 0 || rank > (ranks[at - 1] ?? rank))) return wide;
    report({
      severity: 'notice',
      place: placeOf(['file']),
      what: `"${nameOf(0)}" and the others stand in another order in the file than they follow each other in`,
      fix: 'They are drawn as they follow each other; write "sort: name" or "sort: value" for another order.',
    });
    return moveTo(wide, (a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  }
  const size = (at: number) => series[0]?.cells.get(at)?.value ?? Number.NEGATIVE_INFINITY;
  return moveTo(wide, (a, b) =>
    spec.sort === 'value' ? size(b) - size(a) : nameOf(a).localeCompare(nameOf(b), lang),
  );
}

function moveTo(wide: Wide, compare: (a: number, b: number) => number): Wide {
  const { positions, series, aside } = wide;
  const order = positions.at.map((_, at) => at).sort(compare);
  const moved = new Map(order.map((from, to) => [from, to]));
  const inOrder = (all: Wide['series']) =>
    all.map((one) => ({
      ...one,
      cells: new Map(
        [...one.cells].map(([at, cell]) => [moved.get(at) ?? at, cell] as const).sort(([a], [b]) => a - b),
      ),
    }));
  return {
    ...wide,
    positions: { at: positions.at, names: order.map((at) => positions.names[at] ?? '') },
    series: inOrder(series),
    aside: inOrder(aside),
  };
}
