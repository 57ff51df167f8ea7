import type { Wide } from './gather.ts';
import type { ShortChart } from './spec.ts';

/** Names in the order the author asks for: by the first series, largest first, or by the alphabet; else the file's. */
export function sortNames(wide: Wide, sort: ShortChart['sort'], lang: string): Wide {
  if (sort === undefined) return wide;
  const { positions, series } = wide;
  const size = (at: number) => series[0]?.cells.get(at)?.value ?? Number.NEGATIVE_INFINITY;
  const nameOf = (at: number) => positions.names[at] ?? '';
  const order = positions.at
    .map((_, at) => at)
    .sort((a, b) => (sort === 'value' ? size(b) - size(a) : nameOf(a).localeCompare(nameOf(b), lang)));
  const moved = new Map(order.map((from, to) => [from, to]));
  return {
    ...wide,
    positions: { at: positions.at, names: order.map(nameOf) },
    series: series.map((one) => ({
      ...one,
      cells: new Map([...one.cells].map(([at, cell]) => [moved.get(at) ?? at, cell])),
    })),
  };
}
