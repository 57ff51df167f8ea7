import type { Panel, Point, RowAxis, Walk, YearAxis } from '../model/chart.ts';
import { formatNumber } from '../model/format-number.ts';
import type { ChartSpec, PanelSpec, SeriesSpec } from '../model/spec.ts';
import { type Column, nameOf } from './table.ts';

/** What is said of every value of a chart, series by series; the aims of a panel follow its first series. */
export function makeWalks(
  spec: ChartSpec,
  panels: readonly Panel[],
  axis: YearAxis | RowAxis,
  keys: readonly string[],
  columns: readonly (readonly Column[])[],
  lang: string,
): readonly Walk[] {
  return spec.panels.flatMap((panelSpec, panel) =>
    panelSpec.series.map((series, nth): Walk => {
      const column = columns[panel]?.[nth] ?? new Map();
      const steps = panels[panel]?.series[nth]?.steps ?? {};
      const points = keys.flatMap((key, index): Point[] => {
        const cell = column.get(key);
        if (!cell) return [];
        const { none, estimate } = spec.words;
        const number = cell.value === undefined ? none : say(cell.value, cell.text, series, panelSpec, lang);
        const guess = axis.kind === 'rows' && axis.estimates.has(index) ? `, ${estimate}` : '';
        const at = axis.kind === 'years' ? axis.from + index : index;
        return [{ series: nth, at, text: `${nameOf(key, axis)}, ${number}${guess}`, step: steps[index] }];
      });
      return { panel, points: nth === 0 ? [...points, ...aims(panels[panel], axis)] : points };
    }),
  );
}

/** A value with its unit as the author says it; without his words, the cell of the file and the column's head. */
function say(value: number, cell: string, series: SeriesSpec, panel: PanelSpec, lang: string): string {
  return series.say === undefined
    ? `${cell.trim()}, ${series.name}`
    : series.say.replace('{value}', formatNumber(value, panel, lang));
}

function aims(panel: Panel | undefined, axis: YearAxis | RowAxis): readonly Point[] {
  if (!panel) return [];
  return panel.aims.map(({ at, text, step }, nth) => ({
    series: panel.series.length + nth,
    at,
    text: `${nameOf(String(at), axis)}, ${text}`,
    step,
  }));
}
