import { suggest } from '../../../base/nearest.ts';
import type { Place, Report } from '../../../base/problem.ts';
import type { ChartSpec, PanelSpec, SeriesSpec, WrittenChart, WrittenPanel, WrittenSeries } from './spec.ts';

/** One way to count what a chart shows. */
export interface Definition {
  readonly id: string;
  readonly name: string;
}

type Path = readonly PropertyKey[];
/** Takes what is written for the definition in hand. */
type Pick = (written: string | Readonly<Record<string, string>>, path: Path) => string;

/** The definitions of a chart, the first one first; none where it counts in one way only. */
export function definitionsOf({ definitions }: WrittenChart): readonly Definition[] {
  return Object.entries(definitions ?? {}).map(([id, name]) => ({ id, name }));
}

/**
 * The chart as one definition has it. Where the author wrote a block of texts instead of one text, the text of the
 * definition is taken; a block that lacks it, or holds one of an unknown definition, is reported.
 */
export function underDefinition(
  written: WrittenChart,
  definition: Definition | undefined,
  placeOf: (path: Path) => Place,
  report: Report,
): ChartSpec {
  const known = definitionsOf(written).map(({ id }) => id);
  const pick: Pick = (value, path) => {
    if (typeof value === 'string') return value;
    const fail = (what: string, fix: string) =>
      report({ severity: 'error', place: placeOf(path), what, fix });
    for (const id of Object.keys(value))
      if (!known.includes(id))
        fail(`"${id}" is no definition of this chart`, `${suggest(id, known)} List it under "definitions".`);
    const own = definition && value[definition.id];
    if (own !== undefined) return own;
    if (definition) fail(`nothing is written for "${definition.id}"`, `Add "${definition.id}: …" here.`);
    return '';
  };
  return {
    ...written,
    title: pick(written.title, ['title']),
    finding: pick(written.finding, ['finding']),
    panels: written.panels.map((panel, index) => panelUnder(panel, ['panels', index], pick)),
  };
}

function panelUnder(panel: WrittenPanel, path: Path, pick: Pick): PanelSpec {
  const labelOf = ({ label }: { label: string | Record<string, string> }, kind: string, index: number) =>
    pick(label, [...path, kind, index, 'label']);
  return {
    ...panel,
    title: pick(panel.title, [...path, 'title']),
    series: panel.series.map((series, index) => seriesUnder(series, [...path, 'series', index], pick)),
    brackets: panel.brackets.map((mark, nth) => ({ ...mark, label: labelOf(mark, 'brackets', nth) })),
    references: panel.references.map((mark, nth) => ({ ...mark, label: labelOf(mark, 'references', nth) })),
    aims: panel.aims.map((mark, nth) => ({ ...mark, label: labelOf(mark, 'aims', nth) })),
  };
}

function seriesUnder(series: WrittenSeries, path: Path, pick: Pick): SeriesSpec {
  const { say, label } = series;
  return {
    ...series,
    column: pick(series.column, [...path, 'column']),
    name: pick(series.name, [...path, 'name']),
    say: say === undefined ? undefined : pick(say, [...path, 'say']),
    label: label && { ...label, text: pick(label.text, [...path, 'label', 'text']) },
  };
}
