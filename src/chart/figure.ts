import type { MakeFigure } from '../figure.ts';
import { parseChart } from './parse.ts';
import { placeChart } from './place.ts';
import { chartRules, renderChart } from './render.ts';

/** A chart from CSV files of the deck: drawn on canvases by Chart.js, its words set by the page. */
export const chartFigure: MakeFigure = (fence, context) => {
  const parsed = parseChart(fence, context);
  if (!parsed) return undefined;
  const { chart, note, cites } = parsed;
  const placed = placeChart(chart, context.measure);
  for (const { text, place } of placed.dropped)
    context.report({
      severity: 'notice',
      place,
      what: `there is no room for "${text}" in the chart`,
      fix: 'It is left out. Shorten it, put it elsewhere, or drop what it runs into.',
    });
  const id = `${fence.slide}-chart`;
  const html = renderChart(chart, placed, id);
  return {
    cites,
    pages: () => [html],
    css: chartRules(placed, id),
    fold: 'a',
    ...(note === undefined ? {} : { note }),
  };
};
