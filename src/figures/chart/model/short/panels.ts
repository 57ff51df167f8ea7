import type { GridLine, Panel, PlotAxis, Series } from '../chart.ts';
import { domainOf, exact } from './domain.ts';
import type { Drawn } from './drawn.ts';
import type { Gathered } from './gather.ts';
import { MOST_BESIDE } from './kind.ts';
import { looksOf } from './look.ts';
import type { NumberWords } from './numbers.ts';
import { error, type ShortReading } from './roles.ts';
import { labelsOf, referencesOf } from './value-labels.ts';

/** Which panel and which of its series a series of the file became. */
export interface Order {
  readonly panel: number;
  readonly series: number;
  readonly nth: number;
}

export interface Made {
  readonly axis: PlotAxis;
  readonly panels: readonly Panel[];
  readonly order: readonly Order[];
}

const MOST_FACETS = 12;

export function makePanels(drawn: Drawn, numbers: NumberWords, reading: ShortReading): Made | undefined {
  const { spec, placeOf } = reading;
  const { wide, kind } = drawn;
  if (wide.facets.length > MOST_FACETS)
    return error(
      reading,
      placeOf(['facet']),
      `"${spec.facet}" has ${wide.facets.length} values, a panel each`,
      `A slide holds ${MOST_FACETS}: keep some with "where: { ${spec.facet}: [${wide.facets.slice(0, 2).join(', ')}] }".`,
    );
  const names = [...new Set(wide.series.map(({ name }) => name))];
  if ((kind === 'columns' || kind === 'bars') && !spec.stack && names.length > MOST_BESIDE)
    return error(
      reading,
      placeOf(['as']),
      `${names.length} ${kind} beside each other cannot be told apart`,
      `Write "as: line", "stack: true", or keep some with "only".`,
    );
  const looks = looksOf(names, spec.highlight);
  const unknown = spec.highlight.find(
    (name) =>
      !names.includes(name) && !wide.positions.names.includes(name) && !wide.nameColumn?.cells.includes(name),
  );
  if (unknown !== undefined)
    return error(
      reading,
      placeOf(['highlight']),
      `nothing is called "${unknown}"`,
      `Known here: ${names.slice(0, 8).join(', ')}.`,
    );
  const facets = wide.facets.length > 0 ? wide.facets : [undefined];
  const groups = facets.map((facet) =>
    wide.series.map((series, nth) => ({ series, nth })).filter(({ series }) => series.facet === facet),
  );
  const made = groups.map((group) =>
    makeSeries(
      group.map(({ series }) => series),
      names,
      looks,
      drawn,
      reading,
    ),
  );
  const values = made
    .flatMap((series) => series.flatMap((one) => [...one.values, ...(one.lows ?? [])]))
    .filter((value) => value !== undefined);
  const grounded = kind === 'columns' || kind === 'bars' || kind === 'area';
  const extra = [spec.target?.value].filter((value) => value !== undefined);
  const share = spec.stack === 'share';
  const domain = domainOf([...values, ...extra], {
    ...spec.scale,
    ...(share ? { min: 0, max: 100, grid: [0, 25, 50, 75, 100] } : {}),
    fromZero: grounded,
  });
  const outside = values.find((value) => value < domain.min || value > domain.max);
  if (outside !== undefined) {
    const end = outside > domain.max ? 'max' : 'min';
    return error(
      reading,
      placeOf(['scale', end]),
      `the scale ${end === 'max' ? 'ends' : 'begins'} at ${domain[end]}, but ${outside} is to be drawn`,
      `Write ${outside} or ${end === 'max' ? 'more' : 'less'}.`,
    );
  }
  const tick = share ? (value: number) => `${value}%` : numbers.tick;
  const grid: readonly GridLine[] = domain.grid.map((value) => ({
    value,
    text: tick(value, value === Math.max(...domain.grid)),
  }));
  const notes = [
    ...(spec.scale.log ? [spec.words.log] : []),
    ...(share ? [spec.words.shares] : []),
    ...(!spec.scale.log && !grounded && (domain.min > 0 || domain.max < 0)
      ? [spec.words.scaleFrom.replace('{min}', numbers.tick(domain.min > 0 ? domain.min : domain.max, false))]
      : []),
  ];
  const panels = made.map(
    (series, nth): Panel => ({
      title:
        facets[nth] ??
        spec.title ??
        (kind === 'band'
          ? (series[0]?.title ?? '')
          : drawn.measured.length === 1
            ? (drawn.measured[0]?.column.name ?? '')
            : ''),
      weight: 1,
      min: domain.min,
      max: domain.max,
      log: spec.scale.log,
      scaleNote: nth === 0 && notes.length > 0 ? notes.join('; ') : undefined,
      grid,
      series,
      labels: labelsOf(series, drawn, numbers, reading),
      brackets: [],
      references: referencesOf(series, numbers, reading),
      aims: [],
    }),
  );
  return { axis: axisOf(drawn, reading), panels, order: orderOf(groups, kind === 'band') };
}

function orderOf(
  groups: readonly (readonly { readonly nth: number }[])[],
  isBand: boolean,
): readonly Order[] {
  return groups.flatMap((group, panel) =>
    group.map(({ nth: series }, nth) => ({ panel, series, nth: isBand ? 0 : nth })),
  );
}

function axisOf({ along, wide, kind }: Drawn, { spec, lang }: ShortReading): PlotAxis {
  const { at, names } = wide.positions;
  const wanted =
    kind === 'scatter' && along.kind === 'number' ? domainOf(at, { log: false, fromZero: false }) : undefined;
  const plain = new Intl.NumberFormat(lang, {
    maximumSignificantDigits: 8,
    useGrouping: /year/i.test(along.name) ? false : 'auto',
  });
  const compact = new Intl.NumberFormat(lang, { notation: 'compact', maximumSignificantDigits: 3 });
  const own = wanted ?? (along.kind === 'number' ? domainOf(at, { log: false, fromZero: false }) : undefined);
  return {
    kind: 'plot',
    scale: along.kind,
    title: along.name,
    at,
    names,
    unit: along.dates?.unit,
    across: (kind === 'bars' || kind === 'dots') && along.kind === 'names',
    slots: kind === 'columns' || along.kind === 'names',
    lang,
    ...(own
      ? {
          domain: {
            ...own,
            log: false,
            grid: own.grid.map((value) => ({
              value,
              text: (Math.abs(value) >= 1e6 ? compact : plain).format(value).replace('-', '\u2212'),
            })),
          },
        }
      : {}),
    highlight: spec.highlight,
    shownOf: spec.words.shownOf,
  };
}

function makeSeries(
  group: readonly Gathered[],
  names: readonly string[],
  looks: ReturnType<typeof looksOf>,
  { wide, kind }: Drawn,
  { spec }: ShortReading,
): readonly Series[] {
  const count = wide.positions.at.length;
  const valuesOf = ({ cells }: Gathered) => Array.from({ length: count }, (_, at) => cells.get(at)?.value);
  if (kind === 'band') {
    const [low, high] = group;
    if (!low || !high) return [];
    return [
      {
        as: 'band',
        values: valuesOf(high),
        lows: valuesOf(low),
        pale: false,
        name: undefined,
        title: `${low.name} – ${high.name}`,
        tone: 'c1',
        passed: passedOf(low, count),
      },
    ];
  }
  const stacked = spec.stack !== false && kind !== 'line' && kind !== 'dots' && kind !== 'scatter';
  const sums = Array.from({ length: count }, (_, at) =>
    group.reduce((sum, { cells }) => sum + Math.abs(cells.get(at)?.value ?? 0), 0),
  );
  const ups: number[] = Array(count).fill(0);
  const downs: number[] = Array(count).fill(0);
  const isGrouped = (kind === 'columns' || kind === 'bars') && !stacked;
  return group.map((one): Series => {
    const look = looks.get(one.name) ?? { tone: 'past', dash: undefined, pale: false, highlighted: false };
    const own = valuesOf(one);
    const lows = own.map((value, at) =>
      value === undefined || !stacked ? undefined : ((value < 0 ? downs[at] : ups[at]) ?? 0),
    );
    const values = own.map((value, at) => {
      if (value === undefined || !stacked) return value;
      const part = spec.stack === 'share' ? (sums[at] ? (value / (sums[at] ?? 1)) * 100 : 0) : value;
      // Parts of a whole add up to it, whatever binary fractions leave over.
      const end = exact((lows[at] ?? 0) + part);
      if (value < 0) downs[at] = end;
      else ups[at] = end;
      return end;
    });
    return {
      as:
        kind === 'slope'
          ? 'line'
          : kind === 'scatter' || kind === 'dots'
            ? 'dots'
            : kind === 'bars'
              ? 'bars'
              : kind,
      values,
      ...(stacked ? { lows, own } : {}),
      passed: passedOf(one, count),
      pale: look.pale,
      highlighted: look.highlighted,
      tone: names.length === 1 && (kind === 'columns' || kind === 'bars') ? 'mid' : look.tone,
      ...(look.shade !== undefined && kind !== 'line' && kind !== 'slope' ? { shade: look.shade } : {}),
      dash: kind === 'line' || kind === 'slope' ? look.dash : undefined,
      title: one.name,
      name: undefined,
      ...(isGrouped ? { group: { nth: names.indexOf(one.name), of: names.length } } : {}),
    };
  });
}

function passedOf({ cells }: Gathered, count: number): ReadonlySet<number> {
  return new Set(Array.from({ length: count }, (_, at) => at).filter((at) => !cells.has(at)));
}
