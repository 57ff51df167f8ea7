import type { GridLine, Panel, PlotAxis, Series } from '../chart.ts';
import { domainOf } from './domain.ts';
import type { Drawn } from './drawn.ts';
import { MOST_BESIDE } from './kind.ts';
import { looksOf } from './look.ts';
import { makeSeries } from './make-series.ts';
import { writtenBrackets, writtenLabels } from './marks-in-words.ts';
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
  tellAlike(names, looks, drawn, reading);
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
  const { date } = drawn.along;
  const notes = [
    ...(date !== undefined && (spec.title !== undefined || drawn.measured.length > 1) ? [date] : []),
    ...(spec.scale.log ? [spec.words.log] : []),
    ...(share ? [spec.words.shares] : []),
    ...(!spec.scale.log && !grounded && (domain.min > 0 || domain.max < 0)
      ? [spec.words.scaleFrom.replace('{min}', numbers.tick(domain.min > 0 ? domain.min : domain.max, false))]
      : []),
  ];
  const axis = axisOf(drawn, reading);
  if (axis.across) tellRows(wide.series.length > 1, reading);
  const settingOf = (series: readonly Series[], nth: number) => ({
    own: series.map((one, at) => {
      // What is written at a band stands at its upper edge, and may be asked for by the name of that.
      const name = groups[nth]?.[kind === 'band' ? 1 : at]?.series.name ?? '';
      return { name, series: one, values: one.own ?? one.values };
    }),
    drawn,
    numbers,
    reading,
  });
  const panels = made.map(
    (series, nth): Panel => ({
      title:
        facets[nth] ??
        spec.title ??
        (kind === 'band'
          ? (series[0]?.title ?? '')
          : // Shares of a sum are no longer in its unit.
            drawn.measured.length === 1 && !share
            ? [drawn.measured[0]?.column.name, drawn.along.date].filter(Boolean).join(', ')
            : ''),
      weight: 1,
      min: domain.min,
      max: domain.max,
      log: spec.scale.log,
      scaleNote: nth === 0 && notes.length > 0 ? notes.join('; ') : undefined,
      grid,
      series,
      labels:
        spec.labels.length > 0
          ? withRows(
              axis.across,
              labelsOf(series, drawn, numbers, reading),
              writtenLabels(settingOf(series, nth)),
            )
          : labelsOf(series, drawn, numbers, reading),
      brackets: spec.brackets.length > 0 ? writtenBrackets(settingOf(series, nth)) : [],
      references: referencesOf(series, numbers, reading),
      aims: [],
    }),
  );
  return { axis, panels, order: orderOf(groups, kind === 'band') };
}

/** Many points of many series, all grey: said, since nothing tells them apart. Lines and areas have names at their ends. */
function tellAlike(
  names: readonly string[],
  looks: ReturnType<typeof looksOf>,
  { kind, along }: Drawn,
  { spec, placeOf, report }: ShortReading,
): void {
  const grey = names.filter((name) => looks.get(name)?.pale);
  const named = kind === 'line' || kind === 'area' || kind === 'slope' || kind === 'band' || spec.stack;
  if (named || grey.length <= MOST_BESIDE || (kind === 'dots' && along.kind === 'time')) return;
  report({
    severity: 'notice',
    place: placeOf(spec.series === undefined ? ['file'] : ['series']),
    what: `${grey.length} series are drawn alike, in grey: there are no colours for so many`,
    fix: 'Draw few of them with "only", name some with "highlight", or one value of all with "per: mean".',
  });
}

/** Rows keep the values that nobody wrote: written words stand in the places of theirs. */
function withRows(across: boolean, own: Panel['labels'], written: Panel['labels']): Panel['labels'] {
  if (!across) return written;
  const words = new Map(written.map((label) => [label.at, label]));
  return own.map((label) => words.get(label.at) ?? label);
}

/** What bars and rows of dots have no place for is said. */
function tellRows(several: boolean, { spec, placeOf, report }: ShortReading): void {
  const lost = [
    ...(spec.brackets.length > 0 ? ['brackets'] : []),
    ...(several && spec.labels.length > 0 ? ['labels'] : []),
    ...(spec.average ? ['average'] : []),
    ...(spec.target ? ['target'] : []),
  ];
  for (const key of lost)
    report({
      severity: 'notice',
      place: placeOf([key]),
      what: `"${key}" does nothing ${key === 'labels' ? 'in several rows of a name' : 'over rows of names'}`,
      fix: 'Write "as: columns", or leave it out.',
    });
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
