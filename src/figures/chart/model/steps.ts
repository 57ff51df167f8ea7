import type { Place, Report } from '../../../base/problem.ts';
import type { Panel, RowAxis, Series, YearAxis } from './chart.ts';
import type { ChartSpec } from './spec.ts';

/** With which step something appears, from 1; undefined: from the start. */
interface Steps {
  readonly ofYear: (year: number) => number | undefined;
  /** Brackets count over all panels, from 1. */
  readonly ofBracket: (nth: number) => number | undefined;
}

/** Marks what each step of the fence keeps back. */
export function keepBack(
  panels: readonly Panel[],
  axis: YearAxis | RowAxis,
  spec: ChartSpec,
): readonly Panel[] {
  if (axis.kind === 'rows' || spec.steps.length === 0) return panels;
  const { ofYear, ofBracket } = readSteps(spec);
  let bracket = 0;
  return panels.map((panel) => ({
    ...panel,
    series: panel.series.map((series) => keepValues(series, axis.from, ofYear)),
    labels: panel.labels.map((label) => ({ ...label, step: ofYear(label.at) })),
    brackets: panel.brackets.map((one) => ({ ...one, step: ofBracket(++bracket) ?? ofYear(one.to) })),
    references: panel.references.map((one) => ({ ...one, step: ofYear(one.from) })),
    aims: panel.aims.map((aim) => ({ ...aim, step: ofYear(aim.at) })),
  }));
}

function readSteps({ steps }: ChartSpec): Steps {
  const numbered = steps.map((step, index) => ({ ...step, number: index + 1 }));
  const byYear = numbered
    .flatMap(({ from, number }) => (from === undefined ? [] : [{ from, number }]))
    .sort((a, b) => b.from - a.from);
  return {
    ofYear: (year) => byYear.find(({ from }) => from <= year)?.number,
    ofBracket: (nth) => numbered.find(({ bracket }) => bracket === nth)?.number,
  };
}

function keepValues(series: Series, first: number, ofYear: Steps['ofYear']): Series {
  const steps = series.values.flatMap((_, at) => {
    const step = ofYear(first + at);
    return step === undefined ? [] : [[at, step] as const];
  });
  const { name } = series;
  return {
    ...series,
    steps: Object.fromEntries(steps),
    name: name && { ...name, step: ofYear(name.at) },
  };
}

/** Steps of rows, steps that name nothing, and brackets and years that are not there are reported. */
export function checkSteps(
  { steps, panels }: ChartSpec,
  axis: YearAxis | RowAxis,
  placeOf: (path: readonly PropertyKey[]) => Place,
  report: Report,
): void {
  const brackets = panels.reduce((sum, panel) => sum + panel.brackets.length, 0);
  for (const [index, { from, bracket }] of steps.entries()) {
    const fail = (what: string, fix: string) =>
      report({ severity: 'error', place: placeOf(['steps', index]), what, fix });
    if (axis.kind === 'rows')
      fail('"steps" stands in a chart of rows', 'Leave it out: rows appear together.');
    else if (from === undefined && bracket === undefined)
      fail('this step shows nothing', 'Write "from: …" (a year) or "bracket: …" (its number).');
    else if (from !== undefined && (from < axis.from || from > axis.to))
      fail(`the step from ${from} lies outside the axis`, `The axis runs from ${axis.from} to ${axis.to}.`);
    else if (bracket !== undefined && bracket > brackets)
      fail(`there is no bracket ${bracket}`, `This chart has ${brackets}.`);
  }
}
