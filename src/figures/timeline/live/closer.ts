import { readLater } from '../../../base/fetch-json.ts';
import { holdWords } from '../../../base/words/in-page.ts';
import { placeEra } from '../layout/era.ts';
import type { PlacedTimeline } from '../layout/placed.ts';
import { partOf, type Range } from '../layout/range.ts';
import { renderDrawing } from '../markup/render-drawing.ts';
import type { Whole } from '../markup/whole.ts';
import { positionOf } from '../model/date.ts';
import type { Timeline } from '../model/model.ts';
import { measureOnPage } from './measure.ts';

/** A closer look is not shorter than this: about a minute, in years. */
const LEAST = 2e-6;

const wholes = new Map<string, Whole>();

/** The whole of what a figure is drawn of, read once; undefined where its file cannot be had. */
export async function wholeOf({ dataset }: HTMLElement): Promise<Whole | undefined> {
  const path = dataset['whole'] ?? '';
  const whole = wholes.get(path) ?? (await readLater<Whole>(path, document));
  if (whole) wholes.set(path, whole);
  return whole;
}

/** Half as many years around an event, or twice as many; undefined where these are all of them. */
export function nextRange(
  { events }: Timeline,
  whole: Range,
  now: Range,
  event: string,
  step: 1 | -1,
): Range | undefined {
  const long = Math.max(LEAST, (now.end - now.start) * 2 ** -step);
  if (long >= (whole.end - whole.start) * 0.999) return undefined;
  const date = events.find(({ id }) => id === event)?.date;
  const middle = date ? positionOf(date) : (now.start + now.end) / 2;
  const start = Math.min(Math.max(middle - long / 2, whole.start), whole.end - long);
  return { start, end: start + long };
}

/** The event nearest to the middle of some years. */
export function middleEvent({ events }: Timeline, { start, end }: Range): string | undefined {
  const away = (event: Timeline['events'][number]) => Math.abs(positionOf(event.date) - (start + end) / 2);
  return [...events].sort((a, b) => away(a) - away(b))[0]?.id;
}

let drawn = 0;

/**
 * Draws a closer look beside the figure it is of: the same list, marks and labels, for other years; and says
 * what stands in strips.
 */
export function drawCloser(
  figure: HTMLElement,
  { timeline, words, fonts, entries, periods }: Whole,
  range: Range,
): {
  readonly figure: HTMLElement;
  readonly strips: PlacedTimeline['strips'];
  readonly remove: () => void;
} {
  const { lang } = document.documentElement;
  const beside = figure.dataset['closer'] === 'beside';
  const slide = `closer-${++drawn}`;
  holdWords(words);
  const era = partOf(range, lang);
  const { placed } = placeEra(timeline, era, measureOnPage(fonts), { lang, wide: !beside });
  const { html, css } = renderDrawing(placed, timeline, {
    slide,
    within: `#${slide}`,
    entry: ({ id }, _, label) => {
      const [head = '', heard = ''] = entries[id] ?? [];
      return `<li id="${slide}-${id}"${head}>${label}${heard}</li>`;
    },
    periods: periods.filter(({ from, to }) => from < range.end && to > range.start),
    lang,
    // No rule of another drawing is asked about this one's.
    nth: `${drawn}-`,
  });
  const [box, made] = [document.createElement('div'), document.createElement('figure')];
  box.id = slide;
  box.className = 'closer';
  made.className = 'timeline';
  made.ariaLabel = `${figure.ariaLabel}, ${era.years}`;
  const kind = beside ? 'era' : 'overview';
  Object.assign(made.dataset, { live: 'timeline', timeline: kind, cards: figure.dataset['cards'] });
  made.innerHTML = html;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  box.append(made);
  figure.after(box);
  return {
    figure: made,
    strips: placed.strips,
    remove: () => {
      box.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    },
  };
}
