import { attributes, escapeHtml } from '../../../base/markup.ts';
import { rem } from '../../../base/sheet.ts';
import { selectorOf } from '../../../deck/slide/ids.ts';
import type { Box } from '../layout/box.ts';
import type { PlacedText } from '../layout/label.ts';
import type { PlacedChart } from '../layout/placed.ts';
import type { Drawing } from '../live/drawing.ts';
import type { Chart, Walk } from '../model/chart.ts';
import type { Words } from '../words.ts';
import { renderNumbers } from './number-table.ts';

/** A chart under one definition, in its place. */
export interface View {
  readonly chart: Chart;
  readonly placed: PlacedChart;
  /** Beginning of the ids of its parts. */
  readonly id: string;
}

/**
 * The chart as markup: a view for each definition, then what a hand needs. A view has canvases for the drawing, texts
 * in their places, and the table for those who cannot see either. Values and years are hidden from listeners, to whom
 * the table says them; everything else is told.
 */
export function renderChart(views: readonly View[], words: Words, id: string, name = 'chart'): string {
  const steps = views[0]?.chart.steps ?? 0;
  return [
    `<figure${attributes({ id, class: name, 'data-live': 'chart', 'data-chart': true, 'data-cited': words.cited, 'data-not-cited': words.notCited, 'data-numbers': words.numbers })}>`,
    ...views.slice(0, 1).map(renderKey),
    ...views.map((view) => renderView(view, words)),
    ...Array.from({ length: steps }, (_, step) => `<span${fragment('chart-step', step + 1)}></span>`),
    `<div${attributes({ class: 'chart-walk', role: 'application', 'aria-roledescription': words.roleDescription, 'aria-label': words.walk, hidden: true })}></div>`,
    '<p class="chart-said" aria-live="polite"></p>',
    renderTools(views, words),
    '</figure>',
  ].join('\n');
}

/**
 * The key for the article, where a drawing is too small for its own: there it is a list that takes the lines it needs.
 * Listeners have the table.
 */
function renderKey({ placed: { texts }, id }: View): string {
  const names = texts.flatMap(({ text, swatch }, index) =>
    swatch ? [`<li${attributes({ id: keyId(id, index) })}>${escapeHtml(text)}</li>`] : [],
  );
  return names.length > 0
    ? `<ul class="chart-key reading-only" aria-hidden="true">${names.join('')}</ul>`
    : '';
}

/** The colour of a name of that key, as its series is drawn: a field, or a line of its kind. */
function swatchRule({ tone, fill, dash }: NonNullable<PlacedText['swatch']>, id: string): string {
  const look =
    fill === undefined
      ? `border-top:0.25rem ${dash ? 'dashed' : 'solid'} var(--${tone})`
      : `height:0.875rem;background:var(--${tone});opacity:${fill}`;
  return `${selectorOf(id)}::before{${look}}`;
}

function renderView({ chart, placed, id }: View, words: Words): string {
  const canvases = placed.panels.map(({ drawing }, index) =>
    renderCanvas(drawing, canvasId(id, index), index === 0 && chart.finding),
  );
  const texts = placed.texts.map((text, index) => renderText(text, textId(id, index)));
  const told = texts.filter((_, index) => placed.texts[index]?.told);
  const hidden = texts.filter((_, index) => !placed.texts[index]?.told);
  const walks = chart.walks.flatMap((walk) => walksOn(walk, placed));
  const head = attributes({
    class: 'chart-view',
    'data-when': chart.definition?.id,
    'data-definition-name': chart.definition?.name,
    'data-walks': JSON.stringify(walks),
    role: 'group',
    'aria-label': chart.title,
  });
  return [
    `<div${head}>`,
    ...canvases,
    ...told,
    `<div aria-hidden="true">${hidden.join('')}</div>`,
    renderNumbers(chart, words),
    '</div>',
  ].join('\n');
}

/** A walk by what is drawn: thinned points are passed over, and what goes on in another canvas is another walk. */
function walksOn({ panel, points }: Walk, { panels, perPanel = 1 }: PlacedChart): readonly unknown[] {
  const parts = panels.slice(panel * perPanel, (panel + 1) * perPanel);
  return parts.map(({ kept }, nth) => {
    const index = kept && new Map(kept.map((position, at) => [position, at]));
    const stops: unknown[] = [];
    for (const point of points) {
      const here = index ? index.get(point.at) : point.at;
      if (here !== undefined) stops.push([point.series, here, point.text, point.step ?? 0]);
    }
    return [panel * perPanel + nth, stops];
  });
}

/** Where everything stands: one rule for each canvas and text, in rem, from the chart's corner; its own is the text's. */
export function chartRules(views: readonly View[], id: string, inText = false): string {
  const [first] = views;
  if (!first) return '';
  const { box } = first.placed;
  return [
    `${selectorOf(id)}{${inText ? '' : `left:${rem(box.x)};top:${rem(box.y)};`}width:${rem(box.width)};height:${rem(box.height)}}`,
    ...views.flatMap(viewRules),
    '',
  ].join('\n');
}

function viewRules({ placed: { box, panels, texts }, id }: View): readonly string[] {
  return [
    // Chart.js writes its size into the style of the canvas; the page's size is the one that counts.
    ...panels.map(
      ({ canvas }, index) =>
        `${selectorOf(canvasId(id, index))}{${corner(canvas, box)};width:${whole(canvas.width)}!important;height:${whole(canvas.height)}!important}`,
    ),
    ...texts.map((text, index) => `${selectorOf(textId(id, index))}{${corner(text, box)}}`),
    ...texts.flatMap(({ swatch }, index) => (swatch ? [swatchRule(swatch, keyId(id, index))] : [])),
  ];
}

/**
 * What is marked `data-when` is shown under that definition only, anywhere on the slide: the chart's views, and words
 * of the author's. Paper always shows the first definition.
 */
export function definitionRules(views: readonly View[], slide: string): string {
  const [first, ...others] = views.flatMap(({ chart }) => chart.definition?.id ?? []);
  if (first === undefined) return '';
  const hide = (state: string, shown: string) =>
    `${selectorOf(slide)}${state} [data-when]:not([data-when="${shown}"]){display:none}`;
  const onScreen = others.map((id) => hide(`[data-definition="${id}"]`, id));
  return `@media print{${hide('', first)}}\n@media screen{${[hide(':not([data-definition])', first), ...onScreen].join('')}}\n`;
}

/**
 * Whole px as rem that no browser takes for a 64th of a px less: Chromium prints a canvas whose box is not whole as
 * large as the fraction says, 63 of 64 parts, and bars then stand beside their labels.
 */
const whole = (px: number) => rem(px + 0.01);

export const canvasId = (id: string, index: number) => `${id}-canvas-${index + 1}`;
const keyId = (id: string, index: number) => `${id}-key-${index + 1}`;
const textId = (id: string, index: number) => `${id}-text-${index + 1}`;

function corner(inner: Box, outer: Box): string {
  return `left:${rem(inner.x - outer.x)};top:${rem(inner.y - outer.y)}`;
}

/** Class and order of what a step of the slide brings. */
function fragment(classes: string, step: number | undefined): string {
  const names = [classes, step === undefined ? '' : 'fragment'].filter(Boolean).join(' ');
  return attributes({ class: names, 'data-fragment-index': step === undefined ? undefined : step - 1 });
}

/** The first canvas speaks for the whole chart: a finding is about all panels, and is to be heard once. */
function renderCanvas(drawing: Drawing, id: string, finding: string | false): string {
  const { width, height } = drawing;
  const heard = finding ? { role: 'img', 'aria-label': finding } : { 'aria-hidden': 'true' };
  return `<canvas${attributes({ id, width, height, ...heard, 'data-drawing': JSON.stringify(drawing) })}></canvas>`;
}

function renderText({ text, setting, grows, step, swatch }: PlacedText, id: string): string {
  const large = setting.size > 24 ? 'large' : '';
  // Above the drawing, where it is small.
  const above = swatch ? 'above' : '';
  const classes = ['chart-text', setting.face, setting.tone, setting.digits ?? '', large, above].filter(
    Boolean,
  );
  return `<div${attributes({ id, 'data-grows': grows })}${fragment(classes.join(' '), step)}>${escapeHtml(text)}</div>`;
}

/** Buttons, hidden until there is a script to serve them. The one for definitions names what it leads to. */
function renderTools(views: readonly View[], { table, save, cite }: Words): string {
  const next = views[1]?.chart.definition?.name;
  const button = (does: string, key: string, text: string, more = {}) =>
    `<button${attributes({ type: 'button', 'data-does': does, ...more })}>${key && `<kbd aria-hidden="true">${key}</kbd> `}<span>${escapeHtml(text)}</span></button>`;
  const saved = ['PNG', 'SVG', 'CSV'].map((kind) => button(kind.toLowerCase(), '', kind));
  return [
    '<div class="chart-tools" hidden>',
    next === undefined ? '' : button('definition', 'X', next),
    button('table', 'T', table, { 'aria-expanded': 'false' }),
    `<details class="chart-save"><summary>${escapeHtml(save)}</summary><div>${saved.join('')}${button('cite', '', cite)}</div></details>`,
    '</div>',
  ].join('');
}
