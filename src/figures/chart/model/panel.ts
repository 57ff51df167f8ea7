import type { Place, Report } from '../../../base/problem.ts';
import type { Bracket, Panel, Reference, RowAxis, Series, ValueLabel, YearAxis } from './chart.ts';
import { formatNumber } from './format-number.ts';
import type { PanelSpec, SeriesSpec } from './spec.ts';
import { fillIn } from './sums.ts';
import { besideEachOther, toldApart } from './told-apart.ts';

/** Values of one series, by position on the axis. */
type Values = readonly (number | undefined)[];

interface Context {
  readonly spec: PanelSpec;
  readonly values: readonly Values[];
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
  readonly lang: string;
  /** Said beside the value of a row that is one. */
  readonly estimate: string;
  /** Said of a difference of shares. */
  readonly points: string;
  /** Positions that no row of a series' file has. */
  readonly passed: readonly ReadonlySet<number>[];
  readonly report: Report;
}

/** Puts a panel's words and values together: every number in a label is computed here, none is typed. */
export function parsePanel(
  spec: PanelSpec,
  axis: YearAxis | RowAxis,
  values: readonly Values[],
  placeOf: (path: readonly PropertyKey[]) => Place,
  { lang, estimate, points, passed }: Pick<Context, 'lang' | 'estimate' | 'points' | 'passed'>,
  report: Report,
): Panel {
  const context: Context = { spec, values, placeOf, lang, estimate, points, passed, report };
  checkKinds(axis, context);
  const years = axis.kind === 'years' ? axis : undefined;
  if (years) checkScale(context);
  return {
    title: spec.title,
    weight: spec.weight,
    max: years && spec.scale?.max,
    grid: (spec.scale?.grid ?? []).map((value) => ({ value, text: gridText(value, context) })),
    series: spec.series.map((series, index) => parseSeries(series, index, axis, context)),
    labels: axis.kind === 'years' ? yearLabels(axis, context) : rowLabels(axis, context),
    brackets: years ? brackets(years, context) : [],
    references: references(context),
    aims: spec.aims.map((aim, index) => ({ ...aim, text: aim.label, place: placeOf(['aims', index]) })),
  };
}

function parseSeries(
  { as, pale, label }: SeriesSpec,
  index: number,
  axis: YearAxis | RowAxis,
  context: Context,
): Series {
  const place = context.placeOf(['series', index, 'label']);
  if (axis.kind === 'years' && label) valueAt(index, label.at, axis, place, context);
  const name = label && { ...label, side: label.side, place };
  const series = { as, values: context.values[index] ?? [], pale, name };
  if (as === 'columns') return { ...series, ...besideEachOther(index, axis, context) };
  if (as !== 'line') return series;
  return { ...series, passed: context.passed[index] ?? new Set(), ...toldApart(index, axis, context) };
}

function checkKinds(axis: YearAxis | RowAxis, { spec, placeOf, report }: Context): void {
  const known: readonly string[] = axis.kind === 'years' ? ['columns', 'line', 'dots'] : ['bars', 'dots'];
  for (const [index, { as }] of spec.series.entries())
    if (!known.includes(as))
      report({
        severity: 'error',
        place: placeOf(['series', index, 'as']),
        what: `"as" is "${as}" in a chart of ${axis.kind}`,
        fix: `Write ${known.join(' or ')}.`,
      });
  if (axis.kind === 'years') return;
  for (const key of ['labels', 'brackets', 'references', 'aims'] as const)
    if (spec[key].length > 0)
      report({
        severity: 'error',
        place: placeOf([key]),
        what: `"${key}" stands in a chart of rows`,
        fix: 'Leave it out: every row is labelled with its value.',
      });
}

function checkScale({ spec, values, placeOf, report }: Context): void {
  if (!spec.scale) {
    report({
      severity: 'error',
      place: placeOf([]),
      what: '"scale" is missing',
      fix: 'Write "scale: { max: …, grid: […] }".',
    });
    return;
  }
  const drawn = [
    ...values.flat(),
    ...spec.references.map(({ value }) => value),
    ...spec.aims.map(({ value }) => value),
  ];
  const highest = Math.max(...drawn.filter((value) => value !== undefined));
  if (highest > spec.scale.max)
    report({
      severity: 'error',
      place: placeOf(['scale', 'max']),
      what: `the scale ends at ${spec.scale.max}, but ${highest} is to be drawn`,
      fix: `Write ${Math.ceil(highest)} or more.`,
    });
}

/** The unit is said once, on the highest line. */
function gridText(value: number, { spec, lang }: Context): string {
  const number = new Intl.NumberFormat(lang).format(value);
  const highest = Math.max(...(spec.scale?.grid ?? []));
  return value === highest ? (spec.scale?.unit ?? '{}').replace('{}', number) : number;
}

function yearLabels(axis: YearAxis, context: Context): readonly ValueLabel[] {
  const { spec, placeOf, lang } = context;
  return spec.labels.flatMap((label, index): ValueLabel[] => {
    const place = placeOf(['labels', index]);
    const series = label.series - 1;
    const value = valueAt(series, label.at, axis, place, context);
    if (value === undefined) return [];
    const text = label.text.replace('{value}', formatNumber(value, spec, lang));
    const emphasis = label.accent ? 'accent' : label.strong ? 'strong' : 'plain';
    return [{ series, at: label.at, text, emphasis, side: label.side, place }];
  });
}

function rowLabels(axis: RowAxis, { spec, values, placeOf, lang, estimate }: Context): readonly ValueLabel[] {
  return values.flatMap((column, series) =>
    column.flatMap((value, at): ValueLabel[] => {
      if (value === undefined) return [];
      const number = formatNumber(value, spec, lang);
      const text = axis.estimates.has(at) ? `${number}, ${estimate}` : number;
      const emphasis = at === axis.accent ? 'accent' : 'plain';
      return [{ series, at, text, emphasis, side: undefined, place: placeOf(['series', series]) }];
    }),
  );
}

function brackets(axis: YearAxis, context: Context): readonly Bracket[] {
  const { spec, placeOf, lang } = context;
  return spec.brackets.flatMap(({ from, to, label }, index): Bracket[] => {
    const place = placeOf(['brackets', index]);
    if (!checkOrder(from, to, place, context)) return [];
    const [first, last] = [from, to].map((at) => valueAt(0, at, axis, place, context));
    if (first === undefined || last === undefined) return [];
    const text = fillIn(label, {
      ...{ from: first, to: last, years: to - from, rank: undefined, lang },
      isPercent: /%/.test(spec.scale?.unit ?? ''),
      say: (value) => formatNumber(value, spec, lang).replace('-', '\u2212'),
      points: context.points,
    });
    if (typeof text === 'string') return [{ from, to, text, place }];
    context.report({ severity: 'error', place, ...text });
    return [];
  });
}

function references({ spec, placeOf, ...context }: Context): readonly Reference[] {
  return spec.references.map(({ value, from, to, label }, index) => {
    const place = placeOf(['references', index]);
    checkOrder(from, to, place, context);
    return { value, from, to, text: label, place };
  });
}

function checkOrder(from: number, to: number, place: Place, { report }: Pick<Context, 'report'>): boolean {
  if (from < to) return true;
  report({
    severity: 'error',
    place,
    what: `this runs from ${from} to ${to}`,
    fix: 'Name the earlier year first.',
  });
  return false;
}

/** A value that words of the chart rest on; reported where there is none, unless its whole column is missing. */
function valueAt(
  series: number,
  at: number,
  axis: YearAxis,
  place: Place,
  { values, spec, report }: Context,
): number | undefined {
  const column = values[series];
  const value = column?.[at - axis.from];
  if (value !== undefined || column?.length === 0) return value;
  const what = column ? `series ${series + 1} has no value at ${at}` : `there is no series ${series + 1}`;
  const fix = column ? 'Name a year that has one.' : `This panel has ${spec.series.length}.`;
  report({ severity: 'error', place, what, fix });
  return undefined;
}
