import { readLater } from '../../../base/fetch-json.ts';
import { holdWords } from '../../../base/words/in-page.ts';
import { placeEra } from '../layout/era.ts';
import type { PlacedTimeline } from '../layout/placed.ts';
import { eraOf, type Range, wordsOf } from '../layout/range.ts';
import { renderTimeline } from '../markup/html.ts';
import type { Whole } from '../markup/whole.ts';
import { positionOf } from '../model/date.ts';
import type { Timeline } from '../model/model.ts';
import { measureOnPage } from './measure.ts';

/** A closer look is not shorter than this: about a minute, in years. */
const LEAST = 2e-6;
const measure = measureOnPage();
const NOWHERE = { file: '', line: 0, column: 0 };

const wholes = new Map<string, Whole>();

/** The whole of what a figure is drawn of, read once; undefined where its file cannot be had. */
export async function wholeOf({ dataset, ownerDocument }: HTMLElement): Promise<Whole | undefined> {
  const path = dataset['whole'] ?? '';
  const whole = wholes.get(path) ?? (await readLater<Whole>(path, ownerDocument));
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
  const long = Math.max(LEAST, (now.end - now.start) * (step > 0 ? 0.5 : 2));
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
  { timeline, words, entries }: Whole,
  range: Range,
):
  | { readonly figure: HTMLElement; readonly strips: PlacedTimeline['strips']; readonly remove: () => void }
  | undefined {
  const page = figure.ownerDocument;
  const { lang } = page.documentElement;
  const beside = figure.dataset['closer'] === 'beside';
  const id = `closer-${++drawn}`;
  holdWords(words);
  const { placed } = placeEra(timeline, eraOf(range, lang, NOWHERE), measure, { lang, wide: !beside });
  const { html, css } = renderTimeline(placed, timeline, {
    slide: id,
    within: `#${id}`,
    entry: (event, _, label) => {
      const [head = '', heard = ''] = entries[event.id] ?? [];
      return `<li id="${id}-${event.id}"${head}>${label}${heard}</li>`;
    },
    name: `${figure.getAttribute('aria-label') ?? ''}, ${wordsOf(range, lang)}`,
    kind: beside ? 'era' : 'overview',
    steps: '',
    lang,
  });
  const box = page.createElement('div');
  box.id = id;
  box.className = 'closer';
  box.innerHTML = html(figure.dataset['cards'] ?? '', undefined);
  const made = box.querySelector<HTMLElement>('figure');
  if (!made) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  figure.after(box);
  return {
    figure: made,
    strips: placed.strips,
    remove: () => {
      box.remove();
      page.adoptedStyleSheets = page.adoptedStyleSheets.filter((one) => one !== sheet);
    },
  };
}
