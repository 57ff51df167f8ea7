import { z } from 'zod';
import type { Place, Problem, Report } from '../../../base/problem.ts';
import { fromScript } from '../../../base/table/script-json.ts';
import { readYaml } from '../../../base/yaml/read.ts';

/** A row of TimelineJS's spreadsheet, or the same out of its JSON. A cell left empty is ''. */
export interface JsRow {
  readonly cell: (column: string) => string;
  readonly placeOf: (column: string) => Place;
}

export interface JsRows {
  /** The whole timeline's, where no row says it. */
  readonly title: string | undefined;
  readonly rows: readonly JsRow[];
}

const cell = z.union([z.string(), z.number()]).nullish().catch(undefined);
const day = z
  .looseObject({
    ...{ year: cell, month: cell, day: cell, hour: cell, minute: cell, second: cell, display_date: cell },
  })
  .nullish()
  .catch(undefined);
const media = z
  .looseObject({ url: cell, caption: cell, credit: cell, thumbnail: cell, alt: cell, link: cell })
  .nullish()
  .catch(undefined);
const Slide = z.looseObject({
  ...{ start_date: day, end_date: day, media },
  text: z.looseObject({ headline: cell, text: cell }).nullish().catch(undefined),
  background: z.looseObject({ url: cell, color: cell }).nullish().catch(undefined),
  ...{ group: cell, display_date: cell },
});
const Timeline = z.looseObject({
  title: Slide.nullish().catch(undefined),
  events: z.array(Slide),
  eras: z.array(Slide).nullish().catch(undefined),
});

const asset = z
  .looseObject({ media: cell, credit: cell, caption: cell, thumbnail: cell })
  .nullish()
  .catch(undefined);
const FirstSlide = z.looseObject({
  ...{ startDate: cell, endDate: cell, headline: cell, text: cell, tag: cell, asset },
});
const FirstTimeline = z.looseObject({
  timeline: z.looseObject({
    headline: cell,
    text: cell,
    asset,
    date: z.array(FirstSlide),
    era: z.array(FirstSlide).nullish().catch(undefined),
  }),
});

/** A form between the two. */
const SLIDES = z.looseObject({ timeline: z.looseObject({ slides: z.array(Slide) }) });

type Cells = Readonly<Record<string, string | number | null | undefined>>;

/** TimelineJS's JSON: of its third version `events`, of its first `timeline.date`. `none` where a file is neither, undefined where it is no JSON. */
export function rowsOfJson(file: string, text: string, report: Report): JsRows | 'none' | undefined {
  // The first version's files were scripts: storyjs_jsonp_data = { … }.
  const bare = isStrict(text) ? text : fromScript(text);
  const places = () => readYaml({ file, text: bare, firstLine: 1 }, z.unknown(), () => undefined);
  let found: ReturnType<typeof places>;
  let asked = false;
  const placeOf = (path: readonly PropertyKey[]): Place => {
    if (!asked) found = places();
    asked = true;
    return found?.placeOf(path) ?? { file, line: 1, column: 1 };
  };
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    // A JSON object a line is a table, and so is what holds lists of values; what is wrong in another is told once.
    if (/^\s*\{.*\}\s*\n\s*\{/.test(bare)) return 'none';
    const problems: Problem[] = [];
    const read = readYaml({ file, text: bare, firstLine: 1 }, z.unknown(), (problem) =>
      problems.push(problem),
    );
    const [first] = problems;
    if (first) report(first);
    if (!read) return undefined;
    value = read.value;
  }
  const third = Timeline.safeParse(value);
  if (third.success && third.data.events.some(isSlide)) return thirdRows(third.data, placeOf);
  const bareList = z
    .union([z.array(Slide), SLIDES.transform(({ timeline }) => timeline.slides)])
    .safeParse(value);
  if (bareList.success && bareList.data.some((slide) => slide.start_date && isSlide(slide)))
    return thirdRows({ title: undefined, events: bareList.data, eras: undefined }, (path) =>
      placeOf(path.slice(1)),
    );
  const first = FirstTimeline.safeParse(value);
  return first.success ? firstRows(first.data.timeline, placeOf) : 'none';
}

function isStrict(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Others' records have a `start_date` as well, and say their titles in a way of their own. */
function isSlide({ start_date, text, media }: z.infer<typeof Slide>): boolean {
  return Boolean(text || (start_date && media));
}

/** Where a column stands in the JSON. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  ...{ Year: ['start_date', 'year'], Month: ['start_date', 'month'], Day: ['start_date', 'day'] },
  ...{ 'End Year': ['end_date', 'year'], Headline: ['text', 'headline'], Text: ['text', 'text'] },
  ...{ Media: ['media', 'url'], Background: ['background'], Group: ['group'] },
};

function thirdRows(
  { title, events, eras }: z.infer<typeof Timeline>,
  placeOf: (path: readonly PropertyKey[]) => Place,
): JsRows {
  const row = (slide: z.infer<typeof Slide>, at: readonly PropertyKey[], type: string): JsRow => {
    const { start_date: from, end_date: to, media: shown, text, background } = slide;
    const cells: Cells = {
      ...{ Type: type, Group: slide.group, Headline: text?.headline, Text: text?.text },
      ...{ Year: from?.year, Month: from?.month, Day: from?.day, Time: clock(from) },
      ...{ 'End Year': to?.year, 'End Month': to?.month, 'End Day': to?.day, 'End Time': clock(to) },
      'Display Date': slide.display_date || from?.display_date,
      ...{ Media: shown?.url, 'Media Thumbnail': shown?.thumbnail, 'Media Credit': shown?.credit },
      ...{ 'Media Caption': shown?.caption || shown?.alt, 'Media Link': shown?.link },
      Background: background?.url || background?.color,
    };
    return { cell: textIn(cells), placeOf: (column) => placeOf([...at, ...(PATHS[column] ?? [])]) };
  };
  return {
    title: undefined,
    rows: [
      ...(title ? [row(title, ['title'], 'title')] : []),
      ...events.map((slide, index) => row(slide, ['events', index], '')),
      ...(eras ?? []).map((slide, index) => row(slide, ['eras', index], 'era')),
    ],
  };
}

const textIn = (cells: Cells) => (column: string) => String(cells[column] ?? '').trim();

function clock(date: z.infer<typeof day>): string | undefined {
  if (date?.hour === undefined || date.hour === null || date.hour === '') return undefined;
  const parts = [date.hour, date.minute, date.second].map((part) => String(part ?? ''));
  const last = parts.findLastIndex((part) => part !== '');
  return parts
    .slice(0, Math.max(2, last + 1))
    .map((part) => part.padStart(2, '0'))
    .join(':');
}

function firstRows(
  { headline, text, asset: shown, date, era }: z.infer<typeof FirstTimeline>['timeline'],
  placeOf: (path: readonly PropertyKey[]) => Place,
): JsRows {
  const row = (slide: z.infer<typeof FirstSlide>, at: readonly PropertyKey[], type: string): JsRow => {
    const own = slide.asset;
    const cells: Cells = {
      ...{ Type: type, Group: slide.tag, Headline: slide.headline, Text: slide.text },
      ...partsOf(slide.startDate, ''),
      ...partsOf(slide.endDate, 'End '),
      ...{ Media: own?.media, 'Media Credit': own?.credit, 'Media Caption': own?.caption },
      'Media Thumbnail': own?.thumbnail,
    };
    return { cell: textIn(cells), placeOf: () => placeOf(at) };
  };
  const head: Cells = { Type: 'title', Headline: headline, Text: text, Media: shown?.media };
  return {
    title: undefined,
    rows: [
      { cell: textIn(head), placeOf: () => placeOf(['timeline']) },
      ...date.map((slide, index) => row(slide, ['timeline', 'date', index], '')),
      ...(era ?? []).map((slide, index) => row(slide, ['timeline', 'era', index], 'era')),
    ],
  };
}

/** The first version's `2012,1,26,7,5`; in its `1,066` the comma parts thousands. All else is read as words. */
function partsOf(written: string | number | null | undefined, prefix: '' | 'End '): Cells {
  const text = String(written ?? '').trim();
  const parts = text.split(',').map((part) => part.trim());
  const numbers = parts.every((part) => /^-?\d*$/.test(part)) && Number(parts[1] ?? 1) <= 12;
  if (!numbers) return { [`${prefix}Year`]: text };
  const [year, month, dayOf, hour, minute] = parts;
  return {
    ...{ [`${prefix}Year`]: year, [`${prefix}Month`]: month, [`${prefix}Day`]: dayOf },
    ...(hour ? { [`${prefix}Time`]: `${hour.padStart(2, '0')}:${(minute ?? '').padStart(2, '0')}` } : {}),
  };
}
