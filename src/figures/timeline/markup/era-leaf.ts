import { attributes, escapeHtml } from '../../../base/markup.ts';
import { SHEET } from '../../../base/sheet.ts';
import { polishText } from '../../../deck/slide/typography.ts';
import { countLines } from '../../../fonts/count-lines.ts';
import type { Measure } from '../../../fonts/faces.ts';
import { positionOf } from '../model/date.ts';
import type { Era, Timeline, TimelineEvent } from '../model/model.ts';
import { formatWhen, isoWhen } from '../model/when.ts';

/** Sizes of `era-leaf.css`, and the room below the leaf's top, px. */
const SIZES = { heading: 52, headingLine: 57, title: 30, titleLine: 40, day: 34, between: 20, room: 660 };

/**
 * What the leaf beside an era says where its author says nothing: the era's name, and the foremost of its
 * events with their days, as many as find room. Empty where none happened in it. To those who listen the list beside it says the same.
 */
export function writeEraLeaf(
  { events }: Pick<Timeline, 'events'>,
  { name, years, start, end }: Era,
  { measure, lang }: { readonly measure: Measure; readonly lang: string },
): string {
  const width = SHEET.right.to - SHEET.right.from;
  const lines = (text: string, face: 'display' | 'strong', size: number) =>
    countLines([{ text, face, size }], width, measure);
  const heading = name || years;
  let used = lines(heading, 'display', SIZES.heading) * SIZES.headingLine;
  const own = events.filter(({ date }) => positionOf(date) >= start && positionOf(date) < end);
  const foremost = [...own].sort((a, b) => a.significance - b.significance);
  const fitting = foremost.filter(({ title }) => {
    used += SIZES.day + lines(title, 'strong', SIZES.title) * SIZES.titleLine + SIZES.between;
    return used <= SIZES.room;
  });
  if (fitting.length === 0) return '';
  const shown = own.filter((event) => fitting.includes(event));
  const entries = shown.map((event) => writeEntry(event, lang)).join('');
  return `<div class="leaf era-leaf" aria-hidden="true"><h3>${escapeHtml(heading)}</h3><ol>${entries}</ol></div>`;
}

function writeEntry(event: TimelineEvent, lang: string): string {
  const when = escapeHtml(formatWhen(event, lang));
  const iso = isoWhen(event);
  const day = iso === undefined ? when : `<time${attributes({ datetime: iso })}>${when}</time>`;
  return `<li><span class="era-day">${day}</span> <strong>${polishText(event.title, lang) ?? escapeHtml(event.title)}</strong></li>`;
}
