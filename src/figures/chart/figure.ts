import { escapeHtml } from '../../base/markup.ts';
import type { Fence, MakeFigure } from '../../deck/figure.ts';
import { placeChart } from './layout/chart.ts';
import { FRAME, WIDE_FRAME } from './layout/plot-frame.ts';
import { chartRules, definitionRules, renderChart, type View } from './markup/html.ts';
import { numbersFile } from './markup/number-table.ts';
import type { Chart } from './model/chart.ts';
import { parseChart } from './model/parse.ts';
import { plotsOf } from './plots.ts';

/** A chart from CSV files of the deck: drawn on canvases by Chart.js, its words set by the page. */
export const chartFigure: MakeFigure = (fence, context) => {
  const parsed = parseChart(fence, context);
  if (!parsed) return undefined;
  const { charts, words, note, cites } = parsed;
  const id = `${fence.slide}-chart${fence.nth ? `-${fence.nth + 1}` : ''}`;
  const isWide = fence.leaf === false;
  const frame = fence.room ?? (isWide ? WIDE_FRAME : FRAME);
  const views = charts.map((chart, index): View => {
    const placed = placeChart(chart, context.measure, frame);
    return { chart, placed, id: index === 0 ? id : `${id}-${chart.definition?.id}` };
  });
  for (const { text, place } of views.flatMap(({ placed }) => placed.dropped))
    context.report({
      severity: 'notice',
      place,
      what: `there is no room for "${text}" in the chart`,
      fix: 'It is left out. Shorten it, put it elsewhere, or drop what it runs into.',
    });
  const html = renderChart(views, words, id, classOf(fence));
  return {
    cites,
    pages: () => [html],
    css: chartRules(views, id, fence.onLeaf === true) + definitionRules(views, fence.slide),
    stands: 'shared',
    fold: isWide ? 'none' : 'a',
    later: () =>
      charts.flatMap((chart) => {
        const file = numbersFile(chart, words);
        // Of a long file its characters are enough to know which fonts it needs.
        return file
          ? [
              {
                ...file,
                html: `<table><tr><td>${escapeHtml(lettersOf(chart))}</td></tr></table>`,
              },
            ]
          : [];
      }),
    definitions: charts.flatMap(({ definition }) => definition?.id ?? []),
    tables: () =>
      views.map((view) => ({
        ...{ name: view.id, title: view.chart.title, head: view.chart.table.head },
        rows: view.chart.table.rows.map((row) => [row.name, ...row.cells]),
        plots: plotsOf(view),
      })),
    ...(note === undefined ? {} : { note }),
  };
};

const FIGURES = '0123456789.,-';

/** All letters that a chart's table is set in, each once. */
function lettersOf({ title, table: { head, rows } }: Chart): string {
  // Most cells are figures, of which any may stand there.
  const others = new Set<string>();
  for (const { name, cells } of rows)
    for (const cell of [name, ...cells]) if (!/^[\d.,\s-]*$/.test(cell)) others.add(cell);
  const words = [...others].join('').replace(/[\d.,\s-]+/g, '');
  return [...new Set([FIGURES, title, ...head, words].join(''))].join('');
}

/** One that shares its slide keeps its buttons to itself; on a leaf it stands in the text. */
function classOf({ room, onLeaf }: Fence): string {
  return ['chart', room && 'shared', onLeaf && 'in-text'].filter(Boolean).join(' ');
}
