import { attributes, escapeHtml } from '../../base/markup.ts';
import { polishText } from '../../deck/slide/typography.ts';
import { formatDate, isoDate, parseDate } from '../timeline/model/date.ts';
import type { BookText } from './parse.ts';
import type { PlacedBook, Polygon } from './place.ts';

/** The book as one drawing of six shapes, and the words under it. */
export function renderBook(book: PlacedBook, { start, end, alt }: BookText, lang: string): string {
  const text = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const shapes = [
    ['leaf', book.leaves.whole],
    ['leaf-shaded', book.leaves.shaded],
    ['past', book.past.whole],
    ['past-shaded', book.past.shaded],
    ['opened', book.opened.whole],
    ['opened-shaded', book.opened.shaded],
  ] as const;
  const paths = shapes
    .filter(([, polygons]) => polygons.length > 0)
    .map(([name, polygons]) => `<path class="book-${name}" d="${polygons.map(trace).join('')}"/>`);
  const seen = alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': 'true' };
  return [
    '<figure class="book">',
    `<svg${attributes({ viewBox: '0 540 1920 420', ...seen })}>${paths.join('')}</svg>`,
    start && `<p class="book-start">${time(start.date, lang)} ${text(start.text)}</p>`,
    end && `<p class="book-end">${text(end.text)} ${time(end.date, lang)}</p>`,
    '</figure>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** Steps instead of positions: short, and much alike, which compresses well. */
function trace(polygon: Polygon): string {
  let [x0, y0] = [0, 0];
  const steps = polygon.map(([x, y], index) => {
    const [dx, dy] = [Math.round((x - x0) * 10) / 10, Math.round((y - y0) * 10) / 10];
    [x0, y0] = [x, y];
    return `${index === 0 ? 'M' : index === 1 ? 'l' : ' '}${dx} ${dy}`;
  });
  return `${steps.join('').replaceAll(' -', '-')}z`;
}

function time(written: string, lang: string): string {
  const date = parseDate(written);
  const shown = date ? formatDate(date, lang) : written;
  return `<time${attributes({ datetime: date && isoDate(date) })}>${escapeHtml(shown)}</time>`;
}
