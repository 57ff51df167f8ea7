import { fingerprint } from '../../../base/fingerprint.ts';
import { attributes, escapeHtml } from '../../../base/markup.ts';
import { wordsOf } from '../../../base/words/choose-words.ts';
import type { Words } from '../../../base/words/words.ts';
import { polishText } from '../../../deck/slide/typography.ts';
import { STYLES } from '../../../fonts/styles.ts';
import { type Sign, signsOf } from '../layout/signs.ts';
import { SIZE } from '../live/measure.ts';
import { formatDate, startOf, untilOf } from '../model/date.ts';
import type { Timeline } from '../model/model.ts';
import { formatWhen } from '../model/when.ts';
import type { CardFile } from './card.ts';
import { lanesToTell, saidOf, type Told, tellTitle } from './event-entry.ts';
import { tellPeriods } from './period-entry.ts';
import type { Entry } from './render-drawing.ts';
import { tellEvent, tellPeriod } from './tell-events.ts';
import { type ToldMonths, tellMonths } from './tell-months.ts';

const NOWHERE = { file: '', line: 0, column: 0 };
const files = new WeakMap<Timeline, CardFile>();

/** The words that a drawing of any years may say. */
const DRAWN = [
  'ad',
  'bc',
  'yearsAgo',
  'millionYearsAgo',
  'billionYearsAgo',
  'oneEvent',
  'events',
  'yearTo',
  'asStrip',
] as const;

/** A sign in the foot of a slide: of a period with its name, from and to in years. */
export interface ToldSign extends Pick<Sign, 'drawn' | 'how' | 'what'> {
  readonly period?: { readonly name: string; readonly from: number; readonly to: number };
}

/** All that a closer look is drawn of: with its words, and what its list says of each event as markup. */
export interface Whole {
  readonly timeline: Timeline;
  /** Of the faces of labels, as a canvas names them. */
  readonly fonts: Readonly<Record<string, string>>;
  readonly words: Pick<Words, (typeof DRAWN)[number]> & { readonly months: ToldMonths };
  /** By id: its attributes, and what is heard. */
  readonly entries: Readonly<Record<string, readonly [head: string, heard: string]>>;
  /** What the slide's foot may say of a drawing, as markup. */
  readonly signs: readonly ToldSign[];
  /** The periods as they stand in the list where any part of them is in view, from and to in years. */
  readonly periods: readonly (Entry & { readonly from: number; readonly to: number })[];
}

/** A face of labels as the page sets it: of a family of one weight the usual one. */
function fontOf(face: 'text' | 'strong' | 'gothic'): string {
  const { family, weight } = STYLES[face];
  return `${Number(weight) || 400} ${SIZE}px "${family}", "${STYLES.gothic.family}", sans-serif`;
}

/** The whole in a file that is fetched when a closer look is first asked for. */
export function writeWhole(timeline: Timeline, lang: string): CardFile {
  const known = files.get(timeline) ?? write(timeline, lang);
  files.set(timeline, known);
  return known;
}

function write(timeline: Timeline, lang: string): CardFile {
  const words = wordsOf(lang);
  const months = tellMonths(lang);
  const lanes = lanesToTell(timeline);
  const heard = tellPeriods(timeline, lang);
  const signs = tellAllSigns(timeline, lang);
  const text = JSON.stringify({
    timeline: {
      ...timeline,
      ...{ undated: [], eras: timeline.eras.map((era) => ({ ...era, written: NOWHERE })) },
      bands: timeline.bands.map((band) => tellPeriod(band)),
      spans: timeline.spans.map((span) => tellPeriod(span)),
      events: timeline.events.map((event) => tellEvent(event, timeline.bands, lang)),
    },
    signs,
    fonts: { text: fontOf('text'), strong: fontOf('strong'), gothic: fontOf('gothic') },
    periods: [...timeline.bands, ...timeline.spans].map((period) => ({
      ...{ date: tellPeriod(period).from, from: startOf(period.from), to: untilOf(period.to) },
      html: heard(period),
    })),
    words: { ...Object.fromEntries(DRAWN.map((name) => [name, words[name]])), months },
    entries: Object.fromEntries(
      timeline.events.map((event) => {
        const told: Told = { words: formatWhen(event, lang), iso: undefined };
        const head = attributes({
          'data-event': event.id,
          'data-lane': event.lane,
          'data-said': saidOf(event, told),
        });
        return [event.id, [head, tellTitle(event, told, { lane: lanes.get(event.lane), lang })]];
      }),
    ),
  });
  // Closer, an event may be named whose name is in no picture yet: in both faces of labels.
  const html = timeline.events.map(({ label, title, second, date }) => {
    const named = escapeHtml(`${label} ${title} ${second?.label ?? ''} ${formatDate(date, lang, 'short')}`);
    return `<p>${named} <b>${named}</b></p>`;
  });
  const said = [...DRAWN.map((name) => words[name]), ...months.flat()].map(escapeHtml).join(' ');
  const explained = signs.map(({ how, what }) => `${how} ${what}`).join(' ');
  return {
    path: `timeline-${fingerprint(text)}.json`,
    text,
    html: [`<p>${said} ${explained}</p>`, ...html].join('\n'),
  };
}

function tellAllSigns(timeline: Timeline, lang: string): readonly ToldSign[] {
  const told = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  return signsOf({ ...timeline, notched: true }, lang).map(({ drawn, how, what, period }) => ({
    ...{ drawn, how: told(how), what: told(what) },
    ...(period && {
      period: { name: period.name, from: startOf(period.from), to: untilOf(period.to) },
    }),
  }));
}
