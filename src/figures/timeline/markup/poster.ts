import { attributes, escapeHtml } from '../../../base/markup.ts';
import { rem, SHEET } from '../../../base/sheet.ts';
import { selectorOf } from '../../../deck/slide/ids.ts';
import type { Measure } from '../../../fonts/faces.ts';
import { overviewOf, placeOverview } from '../layout/overview.ts';
import { LANES_FROM, type Piece } from '../layout/scale.ts';
import type { View } from '../layout/view.ts';
import type { Timeline } from '../model/model.ts';
import { formatWhen, isoWhen } from '../model/when.ts';
import { entriesOf } from './event-entry.ts';
import { renderTimeline } from './html.ts';
import { periodEntries } from './period-entry.ts';

/**
 * A poster's sheet: A3 landscape, 420 × 297 mm, as `POSTER.width` px, so that a label of 24 px is 9 points high. What
 * is drawn ends at `bottom`; below it the titles of all events stand in columns.
 */
export const POSTER = { width: 3360, height: 2376, bottom: 1500 } as const;
const ID = 'poster';
const LIST = { top: 1604, line: 28, columns: 7, gap: 54 } as const;

/** The whole of a timeline with every event named, as markup and rules for a section whose id is `poster`. */
export function drawPoster(
  timeline: Timeline,
  measure: Measure,
  lang = 'en',
): { readonly html: string; readonly css: string } {
  const { placed, lanes, view } = placeOverview(timeline, measure, posterOf(timeline, lang));
  const { html, css } = renderTimeline(placed, timeline, {
    slide: ID,
    within: selectorOf(ID),
    entry: entriesOf(timeline, { slide: ID, lang }),
    periods: periodEntries(timeline, view, lanes),
    name: timeline.title,
    kind: 'overview',
    steps: '',
    lang,
    sheet: POSTER,
  });
  return {
    html: `<h1 class="poster-title">${escapeHtml(timeline.title)}</h1>\n${html('', undefined)}\n${listOf(timeline, lang)}`,
    css: css + sheetOf(view, timeline.events.length),
  };
}

/** The overview stretched to the poster's width, on which every event is named. */
function posterOf(timeline: Timeline, lang: string): View {
  const view = overviewOf(timeline, lang);
  const right = POSTER.width - SHEET.margin;
  const factor = (right - LANES_FROM) / (SHEET.right.to - LANES_FROM);
  const x = (at: number): number => LANES_FROM + (at - LANES_FROM) * factor;
  const piece = (one: Piece): Piece => ({ ...one, x0: x(one.x0), x1: x(one.x1) });
  const { left } = view.leaves;
  return {
    ...view,
    kind: 'era',
    scale: { ...view.scale, pieces: view.scale.pieces.map(piece) },
    leaves: {
      left: { from: left.from, to: x(left.to) },
      right: { from: x(view.leaves.right.from), to: right },
    },
    foldX: view.foldX === undefined ? undefined : x(view.foldX),
    bottom: POSTER.bottom,
  };
}

function listOf({ events, lanes }: Timeline, lang: string): string {
  const names = new Map(lanes.map(({ id, name }) => [id, name]));
  const entries = events.map((event) => {
    const { title, second, lane } = event;
    const when = `<time${attributes({ datetime: isoWhen(event) })}>${escapeHtml(formatWhen(event, lang))}</time>`;
    const other = second
      ? ` <span${attributes({ lang: second.lang })}>${escapeHtml(second.title)}</span>`
      : '';
    return `<li>${when} <span>${escapeHtml(names.get(lane) ?? '')}</span><p>${escapeHtml(title)}${other}</p></li>`;
  });
  return `<ol class="poster-list">\n${entries.join('\n')}\n</ol>`;
}

/** How many events have room at full size; more are set smaller, so that all are on the sheet. */
const AT_FULL_SIZE = 38;
const LEAST_SIZE = 0.5;

/** The sheet is 140 rem wide and 420 mm: a rem is 3 mm. */
function sheetOf({ foldX }: View, events: number): string {
  const size = Math.max(LEAST_SIZE, Math.min(1, Math.sqrt(AT_FULL_SIZE / events)));
  const set = (length: number) => Number((length * size).toFixed(4));
  const { width, height } = POSTER;
  const box = `width:${rem(width)};height:${rem(height)}`;
  const fold =
    foldX === undefined
      ? ''
      : `#${ID}::before{content:"";position:absolute;left:${rem(foldX)};top:0;height:${rem(LIST.top - 30)};border-left:.08rem solid var(--line)}`;
  return [
    '@page{size:420mm 297mm;margin:0}',
    'html{font-size:3mm}',
    `.reveal .slides>#${ID}{${box};overflow:hidden;position:relative;break-before:auto;break-after:auto}`,
    `#${ID} .timeline{${box}}`,
    fold,
    `#${ID} .spoken{display:none}`,
    `#${ID} .poster-title{position:absolute;left:${rem(SHEET.margin)};top:${rem(84)};margin:0;font:400 4rem/1.1 var(--display)}`,
    `#${ID} .poster-list{position:absolute;left:${rem(SHEET.margin)};top:${rem(LIST.top)};width:${rem(width - 2 * SHEET.margin)};height:${rem(height - LIST.top - 60)};max-width:none;margin:0;padding:0;list-style:none;columns:${LIST.columns};column-gap:${rem(LIST.gap)};column-fill:balance;font:400 ${set(0.9167)}rem/${rem(set(LIST.line))} var(--text)}`,
    `#${ID} .poster-list li{break-inside:avoid;margin:0 0 ${set(0.6)}rem}`,
    `#${ID} .poster-list p{margin:0;font-size:${set(1)}rem;color:var(--ink)}`,
    `#${ID} .poster-list :is(time,span){color:var(--ink2)}`,
    `#${ID} .poster-list time{font-weight:640}`,
    '',
  ].join('\n');
}
