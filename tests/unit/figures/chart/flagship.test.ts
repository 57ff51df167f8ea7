import { readdirSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { beforeAll, describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../../src/base/markup.ts';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import type { Fence, FigureContext } from '../../../../src/deck/figure.ts';
import { chartFigure } from '../../../../src/figures/chart/figure.ts';
import { meet } from '../../../../src/figures/chart/layout/box.ts';
import { placeChart } from '../../../../src/figures/chart/layout/chart.ts';
import { inkOf } from '../../../../src/figures/chart/layout/label.ts';
import type { PlacedChart } from '../../../../src/figures/chart/layout/placed.ts';
import type { Chart } from '../../../../src/figures/chart/model/chart.ts';
import { parseChart } from '../../../../src/figures/chart/model/parse.ts';
import { loadMeasure } from '../../../../src/fonts/metrics.ts';

const DECK = 'slides/';
const read = (path: string) => readFileSync(DECK + path, 'utf8');

/** The chart fences of the deck by the id of their slide. */
const fences = new Map(
  readdirSync(DECK)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => read(name).split(/^---$/m))
    .flatMap((slide): [string, Fence][] => {
      const id = /<!-- \.slide:[^>]*\bid="([^"]+)"/.exec(slide)?.[1];
      const body = /^```chart\n([\s\S]*?)^```/m.exec(slide)?.[1];
      return id && body
        ? [[id, { kind: 'chart', body, place: { file: id, line: 1, column: 1 }, slide: id }]]
        : [];
    }),
);

const problems: Problem[] = [];
let context: FigureContext;
const charts = new Map<string, { chart: Chart; placed: PlacedChart; html: string; css: string }>();

beforeAll(async () => {
  const measure = await loadMeasure();
  context = { read, paths: [], measure, report: (problem) => problems.push(problem), lang: 'en' };
  for (const [id, fence] of fences) {
    const chart = parseChart(fence, context)?.charts[0];
    const figure = chartFigure(fence, context);
    if (!chart || !figure) continue;
    const html = figure.pages({ groups: [], entry: () => undefined }).join('');
    charts.set(id, { chart, placed: placeChart(chart, measure), html, css: figure.css });
  }
});

function made(id: string) {
  const found = charts.get(id);
  if (!found) throw new Error(`${id} has no chart: ${problems.map(formatProblem).join('\n')}`);
  return found;
}

const labels = (chart: Chart, panel: number) =>
  Object.fromEntries(chart.panels[panel]?.labels.map(({ at, text }) => [at, text]) ?? []);

describe('the chart of the budget', () => {
  test('labels the turning points with the values of the file', () => {
    const { chart } = made('spending');
    expect(labels(chart, 0)).toEqual({
      1976: '1.51',
      2002: '4.96',
      2012: '4.71',
      2022: '5.40',
      2023: '6.82',
    });
    expect(labels(chart, 1)).toEqual({ 2023: '1.19%' });
  });

  test('computes the bracket from the file', () => {
    expect(made('spending').chart.panels[0]?.brackets.map(({ text }) => text)).toEqual(['+15% in ten years']);
  });

  test('has one row in its table for each year, with the cells of the file', () => {
    const { table } = made('spending').chart;
    const budget = csvParse(read('data/defense-budget.csv'));
    const share = csvParse(read('data/sipri-share.csv'));
    expect(table.rows).toEqual(
      budget.map((row, index) => ({
        name: `FY${row['fiscal_year']}`,
        cells: [row['budget_bn_yen_incl'], row['pct_gdp_incl'], share[index]?.['pct_gdp']],
      })),
    );
    expect(table.rows).toHaveLength(48);
  });

  test('says that FY1978 has no value, and draws none', () => {
    const { html, placed } = made('spending');
    expect(html).toContain(
      '<tr><th scope="row">FY1978</th><td data-csv>no value</td><td>0.90</td><td>0.891</td></tr>',
    );
    expect(placed.panels[0]?.marks.some(({ series, at }) => series === 0 && at === 2)).toBe(false);
  });

  test('draws the ceiling for 1976 to 1987 only', () => {
    const [reference, ...others] = made('spending').chart.panels[1]?.references ?? [];
    expect(others).toEqual([]);
    expect(reference?.from).toBeGreaterThanOrEqual(1976);
    expect(reference?.to).toBeLessThan(1987);
  });
});

describe('the chart of seven countries', () => {
  test('shows the values of the file to three figures, the largest first', () => {
    const { chart } = made('others');
    expect(Object.values(labels(chart, 0))).toEqual([
      '916',
      '297, estimate',
      '75.3',
      '67.3',
      '48.2',
      '47.8',
      '32.4',
    ]);
  });

  test('has the cells of the file in its table', () => {
    const rows = new Map(made('others').chart.table.rows.map(({ name, cells }) => [name, cells.slice(0, 2)]));
    const file = csvParse(read('data/sipri-2023.csv'));
    expect(rows).toEqual(
      new Map(file.map((row) => [row['country'], [row['constant_2023_usd_m'], row['pct_gdp']]])),
    );
  });
});

describe.each(['spending', 'others'])('the chart on "%s"', (id) => {
  test('finds room for every label, and no two labels touch', () => {
    const { texts, dropped } = made(id).placed;
    const touching = texts.flatMap((text, index) =>
      texts
        .slice(index + 1)
        .filter((other) => meet(inkOf(text), inkOf(other), 6))
        .map((other) => [text.text, other.text]),
    );
    expect({ dropped, touching }).toEqual({ dropped: [], touching: [] });
  });

  test('strikes no label out with a column, a bar or a point', () => {
    const { texts, panels } = made(id).placed;
    const marks = panels.flatMap(({ marks }) =>
      marks.map(({ x, y, box }) => box ?? { x, y, width: 0, height: 0 }),
    );
    const struck = texts.filter((text) => marks.some((mark) => meet(inkOf(text), mark, 2)));
    expect(struck.map(({ text }) => text)).toEqual([]);
  });

  test('is markup that the page’s policy lets through, with rules under the slide’s own ids', () => {
    const { html, css } = made(id);
    expect(html).not.toMatch(/<script|<style|\sstyle=/);
    const selectors = css
      .split('\n')
      .filter(Boolean)
      .map((rule) => rule.replace(/^@media \w+\{/, '').split('{')[0] ?? '');
    expect(selectors.filter((selector) => !selector.startsWith(`#${id}`))).toEqual([]);
  });

  test('tells its finding once and its numbers by a table', () => {
    const { html, chart } = made(id);
    expect(html.split(escapeHtml(chart.finding))).toHaveLength(2);
    expect(html).toContain(`<caption>${chart.title}</caption>`);
  });
});
