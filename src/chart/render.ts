import { attributes, escapeHtml } from '../markup.ts';
import { rem } from '../sheet.ts';
import type { Box } from './box.ts';
import type { Chart, Table } from './chart.ts';
import type { Drawing } from './drawing.ts';
import type { PlacedText } from './label.ts';
import type { PlacedChart } from './placed.ts';

/**
 * The chart as markup: canvases for the drawing, texts in their places, the table for those who cannot see either.
 * Values and years are hidden from listeners, to whom the table says them; everything else is told.
 */
export function renderChart(chart: Chart, placed: PlacedChart, id: string): string {
  const canvases = placed.panels.map(({ drawing }, index) =>
    renderCanvas(drawing, canvasId(id, index), index === 0 && chart.finding),
  );
  const texts = placed.texts.map((text, index) => renderText(text, textId(id, index)));
  const told = texts.filter((_, index) => placed.texts[index]?.told);
  const hidden = texts.filter((_, index) => !placed.texts[index]?.told);
  return [
    `<figure${attributes({ id, class: 'chart', 'data-chart': true, role: 'group', 'aria-label': chart.title })}>`,
    ...canvases,
    ...told,
    `<div aria-hidden="true">${hidden.join('')}</div>`,
    `<div class="chart-table spoken">${renderTable(chart.title, chart.table)}</div>`,
    '</figure>',
  ].join('\n');
}

/** Where everything stands: one rule for each canvas and text, in rem, from the chart's corner. */
export function chartRules({ box, panels, texts }: PlacedChart, id: string): string {
  return [
    `#${id}{left:${rem(box.x)};top:${rem(box.y)};width:${rem(box.width)};height:${rem(box.height)}}`,
    // Chart.js writes its size into the style of the canvas; the page's size is the one that counts.
    ...panels.map(
      ({ canvas }, index) =>
        `#${canvasId(id, index)}{${corner(canvas, box)};width:${rem(canvas.width)}!important;height:${rem(canvas.height)}!important}`,
    ),
    ...texts.map((text, index) => `#${textId(id, index)}{${corner(text, box)}}`),
    '',
  ].join('\n');
}

const canvasId = (id: string, index: number) => `${id}-canvas-${index + 1}`;
const textId = (id: string, index: number) => `${id}-text-${index + 1}`;

function corner(inner: Box, outer: Box): string {
  return `left:${rem(inner.x - outer.x)};top:${rem(inner.y - outer.y)}`;
}

/** The first canvas speaks for the whole chart: a finding is about all panels, and is to be heard once. */
function renderCanvas(drawing: Drawing, id: string, finding: string | false): string {
  const { width, height } = drawing;
  const heard = finding ? { role: 'img', 'aria-label': finding } : { 'aria-hidden': 'true' };
  return `<canvas${attributes({ id, width, height, ...heard, 'data-drawing': JSON.stringify(drawing) })}></canvas>`;
}

function renderText({ text, setting }: PlacedText, id: string): string {
  const large = setting.size > 24 ? 'large' : '';
  const classes = ['chart-text', setting.face, setting.tone, setting.digits ?? '', large].filter(Boolean);
  return `<div${attributes({ id, class: classes.join(' ') })}>${escapeHtml(text)}</div>`;
}

function renderTable(title: string, { head, rows }: Table): string {
  const heads = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.map(({ name, cells }) => {
    const values = cells.map((cell) => `<td>${cell === '' ? 'no value' : escapeHtml(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${values}</tr>`;
  });
  return `<table><caption>${escapeHtml(title)}</caption><thead><tr>${heads}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
