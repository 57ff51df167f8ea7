import { z } from 'zod';
import { attributes, escapeHtml } from '../../base/markup.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import { readYaml } from '../../base/yaml/read.ts';
import type { FigureContext, MakeFigure } from '../../deck/figure.ts';
import { polishText } from '../../deck/slide/typography.ts';
import type { Bibliography } from '../../deck/sources/sources.ts';
import { countLines, type Run } from '../../fonts/count-lines.ts';
import type { Measure } from '../../fonts/faces.ts';
import { eventOf } from '../timeline/event-table.ts';
import { linkWords, pictureAddress, renderLink } from '../timeline/markup/media.ts';
import { checkPictures, picturesOf } from '../timeline/model/check-pictures.ts';
import { ColumnsSchema } from '../timeline/model/columns-schema.ts';
import { startOf } from '../timeline/model/date.ts';
import type { Link } from '../timeline/model/model.ts';
import {
  type Era,
  readTimeline,
  type Timeline,
  type TimelineEvent,
  timelineFile,
  type Undated,
} from '../timeline/model/parse.ts';
import { formatWhen, isoWhen } from '../timeline/model/when.ts';
import { type Block, enlarge, flow } from './flow.ts';
import { holdPages } from './hold-pages.ts';

const EventsSchema = z
  .strictObject({
    file: z.string().optional(),
    columns: ColumnsSchema.optional(),
    note: z.string().optional(),
    words: z.strictObject({ source: z.string().optional(), sources: z.string().optional() }).optional(),
  })
  .nullable()
  .transform(
    (written) =>
      written ?? {
        file: undefined,
        columns: undefined,
        note: undefined,
        words: undefined,
      },
  );

/** Three columns, sheet px as in `listing.css`. */
const TOPS = [168, 168, 168];
const BOTTOM = 1000;
const TEXT = {
  title: { size: 20, line: 24 },
  below: { size: 18, line: 23 },
  width: 372,
  before: 172,
  when: 116,
  padding: 9,
  heading: 54,
};

/** What a picture takes of an entry's width, and the height it needs. */
const PICTURE = 64;
const PICTURE_HEIGHT = 44;
/** Links shown of an event; its card has all. */
const MOST_LINKS = 3;

type Line = Block & { readonly era: Era | undefined } & (
    | { readonly heading: true }
    | { readonly heading: false; readonly number: number; readonly event: Listed; readonly when: string }
  );

/** An event, or one whose date cannot be drawn: it is listed with the words its author wrote. */
type Listed = TimelineEvent | Undated;

/** What the index says in an event's second line. */
interface Below {
  readonly lane: string;
  readonly name: string;
  readonly sources: string;
  readonly links: readonly Link[];
}

/** The fence ` ```events `: an index of all events of a timeline, by era, with their sources. */
export const eventsFigure: MakeFigure = (fence, context) => {
  const { file, line, column } = fence.place;
  const source = { file, text: fence.body, firstLine: line, indent: column - 1 };
  const parsed = readYaml(source, EventsSchema, context.report);
  const path = parsed?.value.file ?? timelineFile(context.paths);
  const whole = parsed && readTimeline(context, path, parsed.placeOf(['file']), parsed.value.columns);
  if (!whole) return undefined;
  const timeline = checkPictures(whole, context);
  const { note, words: own } = parsed.value;
  const ours = wordsOf(context.lang);
  const words = { source: own?.source ?? ours.source, sources: own?.sources ?? ours.sources };
  return {
    cites: timeline.events.flatMap(({ sources }) => sources),
    ...holdPages((bibliography) => renderEvents(timeline, below(timeline, bibliography, words), context)),
    css: '',
    stands: 'whole',
    ...(note && { note }),
    namesSources: true,
    pictures: picturesOf(timeline),
    events: () => timeline.events.flatMap(eventOf),
    fold: 'none',
  };
};

function below(timeline: Timeline, bibliography: Bibliography, words: { source: string; sources: string }) {
  const lanes = new Map(timeline.lanes.map(({ id, name }) => [id, name]));
  return ({ lane, second, sources, links }: Listed): Below => {
    const found = sources.flatMap(({ id }) => bibliography.entry(id)?.number ?? []);
    const numbers = [...new Set(found)].sort((a, b) => a - b);
    const list = `${numbers.length === 1 ? words.source : words.sources} ${numbers.join(', ')}`.replace(
      ' ',
      '\u00a0',
    );
    return {
      lane: lanes.get(lane) ?? '',
      name: second?.title ?? '',
      sources: numbers.length > 0 ? list : '',
      links: links.slice(0, MOST_LINKS),
    };
  };
}

function renderEvents(
  timeline: Timeline,
  describe: (event: Listed) => Below,
  { measure, lang }: FigureContext,
): readonly string[] {
  const numbers = timeline.events.length < 1000 ? '' : ' listing-thousands';
  const runningHead = ({ era }: Line) => era && headingOf(era);
  const { pages, larger } = enlarge((times) => {
    const width = (TEXT.width + TEXT.before) / times - TEXT.before;
    const lines = linesOf(timeline, describe, { measure, lang, width });
    const tops = TOPS.map((top) => top / times);
    return flow(lines, tops, BOTTOM / times, runningHead);
  });
  return pages.map((columns) => {
    const html = columns.map(
      (column) => `<div class="listing-column">${renderColumn(column, describe, lang)}</div>`,
    );
    const names = `listing listing-events${numbers}${larger}`;
    return `<div class="${names}" data-live="listing">\n${html.join('\n')}\n</div>`;
  });
}

/** All lines of the index, each as high as its words need. */
function linesOf(
  timeline: Timeline,
  describe: (event: Listed) => Below,
  { measure, lang, width }: Pick<FigureContext, 'measure' | 'lang'> & { readonly width: number },
): readonly Line[] {
  const entry = (event: Listed, number: number, when: string, era: Era | undefined): Line => {
    const height = heightOfEvent(event, when, describe(event), { measure, width });
    return { heading: false, era, number, event, when, height, gap: 0 };
  };
  const dated = timeline.events.flatMap((event, index, all): readonly Line[] => {
    const era = eraOf(event, timeline.eras);
    const line = entry(event, index + 1, formatWhen(event, lang, 'short'), era);
    const before = all[index - 1];
    return era && (!before || eraOf(before, timeline.eras) !== era) ? [headingOf(era), line] : [line];
  });
  const others = timeline.undated.map((event, index) =>
    entry(event, timeline.events.length + index + 1, event.when, undefined),
  );
  return [...dated, ...others];
}

function headingOf(era: Era): Line {
  return { heading: true, era, height: TEXT.heading, gap: 28 };
}

function eraOf({ date }: TimelineEvent, eras: readonly Era[]): Era | undefined {
  const at = startOf(date);
  return eras.find(({ start, end }) => at >= start && at < end);
}

function heightOfEvent(
  { title, significance, image }: Listed,
  when: string,
  below: Below,
  { measure, width: whole }: { readonly measure: Measure; readonly width: number },
): number {
  const width = whole - (image ? PICTURE : 0);
  const run = (text: string, face: Run['face'], size: number): Run => ({ text, face, size });
  const first = countLines(
    [run(title, significance === 1 ? 'strong' : 'text', TEXT.title.size)],
    width,
    measure,
  );
  const { lane, name, sources, links } = below;
  const second = countLines(
    [
      run(`${lane}   `, 'text', TEXT.below.size),
      run(`${name}   `, 'gothic', TEXT.below.size),
      run(sources, 'text', TEXT.below.size),
      run(links.map((link) => `   ${linkWords(link)}`).join(''), 'text', TEXT.below.size),
    ],
    width,
    measure,
  );
  const times = countLines([run(when, 'text', TEXT.title.size)], TEXT.when, measure);
  const words = first * TEXT.title.line + second * TEXT.below.line;
  return Math.max(words, times * TEXT.title.line, image ? PICTURE_HEIGHT : 0) + TEXT.padding;
}

function renderColumn(column: readonly Line[], describe: (event: Listed) => Below, lang: string): string {
  const parts = column.map((line, index) => {
    const before = column[index - 1];
    if (line.heading) return `${before ? '</ol>' : ''}${renderHeading(line.era)}`;
    return (before && !before.heading ? '' : '<ol>') + renderEvent(line, describe(line.event), lang);
  });
  return `${parts.join('\n')}</ol>`;
}

function renderHeading(era: Era | undefined): string {
  return era ? `<h3><strong>${escapeHtml(era.years)}</strong> ${escapeHtml(era.name)}</h3>` : '';
}

function renderEvent(
  { number, event, when }: { readonly number: number; readonly event: Listed; readonly when: string },
  { lane, name, sources, links }: Below,
  lang: string,
): string {
  const { title, second, significance, image } = event;
  const text = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const iso = 'date' in event ? isoWhen(event) : undefined;
  const time = `<time${attributes({ datetime: iso })}>${escapeHtml(when)}</time>`;
  const named = significance === 1 ? `<strong>${text(title)}</strong>` : text(title);
  const foreign = second ? ` <span${attributes({ lang: second.lang })}>${escapeHtml(name)}</span>` : '';
  const cited = sources ? ` <span class="listing-numbers">${escapeHtml(sources)}</span>` : '';
  const shown = image
    ? `<img${attributes({ class: 'listing-picture', src: pictureAddress(image.file), alt: image.alt, loading: 'lazy' })}>`
    : '';
  const leads = links.map((link) => ` ${renderLink(link)}`).join('');
  return `<li${attributes({ value: number, 'data-listed': event.id })}>${time} <div>${shown}${named}<p><span>${text(lane)}</span>${foreign}${cited}${leads}</p></div></li>`;
}
