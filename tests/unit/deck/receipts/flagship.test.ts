import { readdirSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ByHand, WORDS_OF_EVENTS, WORDS_OF_SLIDES } from './number-words.ts';

const FOLDER = new URL('../../../../slides/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, FOLDER), 'utf8');
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
);
const MONTH = MONTHS.join('|');
/** Days, months, years, fiscal years and spans of years. */
const DATE = new RegExp(
  String.raw`\b\d{1,2} (?:${MONTH})\b(?: \d{4})?|\b(?:${MONTH}) \d{4}|\bFY\d{4}(?:[–-]\d{2})?|\b(?:18|19|20)\d{2}(?:[–-]\d{2,4})?\b`,
  'g',
);
/** What is no number of the talk: receipts, which are cells; citations, fences, markup. */
const NOT_SAID = /\{\{[^}]*\}\}|\[[^\]]*@[^\]]*\]|<!--.*?-->|<[^>]*>|```[\s\S]*?```|^---\n[\s\S]*?\n---$/gm;
/** Keys of a figure or an event that hold no words: what is cited, dates, names of files and columns. */
const NO_WORDS = new Set([
  ...[
    'id',
    'sources',
    'file',
    'column',
    'sort',
    'accent',
    'date',
    'from',
    'to',
    'in_force',
    'signed',
    'ended',
  ],
  ...['end', 'lane', 'mark', 'address', 'link', 'symbol', 'as', 'era', 'range'],
]);

/** The texts of YAML: what is shown or read to somebody. */
function textsOf(value: unknown, key = ''): readonly string[] {
  if (NO_WORDS.has(key)) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, key));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) => textsOf(one, name))
    : [];
}

const numbersOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .replace(NOT_SAID, ' ')
      .replace(DATE, ' ')
      .match(/\d+(?:[.,]\d+)*/g) ?? [],
  );

/** Numbers and ranks in English words; what counts none, as "once", is left out. */
const NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|twice|dozen|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|nineteenth';
const IN_WORDS = new RegExp(
  String.raw`\b(?:${NUMBER})(?:(?:[- ]and)?[- ](?:${NUMBER}))*s?\b(?:[ -][\p{L}’]+)?`,
  'giu',
);

/** The numbers in words, each with the word after it: "five missiles". */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    (text.replace(NOT_SAID, ' ').replace(/\s+/g, ' ').match(IN_WORDS) ?? []).map((words) =>
      words.toLowerCase(),
    ),
  );

/** Numbers of slides, their figures and notes that are neither cell nor date, with where they come from. */
const BY_HAND: ByHand = {
  'era-1945': { '9': 'Article 9 of the Constitution' },
  'era-1960': { '1': 'cabinet decision of 5 November 1976: cabinet-answer-1983-02-15' },
  tokyo: {
    ...{ '72': 'hours: yomiuri-2022-12-25', '45': 'minutes: yomiuri-2022-12-25' },
    ...{ '80': 'hours: yomiuri-2023-04-04', '36': 'minutes: yomiuri-2023-04-04' },
  },
  'striking-back': { '12': 'name of a missile: Type-12' },
  'two-plus-two': {
    '12': 'name of a regiment',
    ...{
      '10,000': 'defense-of-japan-2023-english',
      '280': 'kanaloco-2023-01-12',
      '13': 'kanaloco-2023-01-12',
    },
  },
  blinken: { '2': 'name of a meeting: 2+2' },
  spending: {
    ...{ '1': 'the decision of 1976', '2': 'the aim of December 2022: jiia-2023-02' },
    ...{ '6.17': 'FY2022 with the FY2021 supplement, cited in the note', '10.5': '6.82 against 6.17' },
    ...{ '5.87': 'the same, without SACO and realignment costs', '12.5': '6.60 against 5.87' },
    '43': 'trillion yen over five years, cited in the note',
    ...{ '25': 'years with a ratio, counted below', '26': 'the same, without SACO and realignment costs' },
    '48': 'fiscal years of the table, counted below',
  },
  access: { '9': 'Article 9 of the Constitution' },
  sunak: { '10': '10 Downing Street' },
  open: { '2': 'the aim of December 2022: jiia-2023-02' },
  events: { '77': 'the events of timeline.yaml, counted below' },
};

/** The same of the events of the timeline. */
const EVENTS_BY_HAND: ByHand = {
  'treaty-of-portsmouth-1905': Object.fromEntries(
    ['2', '15', '16'].map((part) => [part, 'days without their month, and a day in brackets']),
  ),
  'twenty-one-demands-1915': { '21': 'their number, in the name' },
  'washington-naval-treaty': {
    ...{ '525,000': 'tons, Article IV', '315,000': 'tons, Article IV', '5': '5:5:3', '3': '5:5:3' },
  },
  'constitution-1947': { '9': 'Article 9' },
  'national-police-reserve-1950': {
    '260': 'number of the order',
    '75,000': 'strength that MacArthur asked for',
  },
  'san-francisco-peace-treaty': { '48': 'states that signed with Japan' },
  'us-japan-administrative-agreement-1952': { '6': 'number of the treaty' },
  'treaty-of-taipei-1952': { '138': 'volume of the UN Treaty Series' },
  'okinawa-us-administration': { '3': 'Article 3 of the peace treaty' },
  'one-percent-cap': { '1': 'the decision', '51': 'year 51 of Shōwa', '11': 'month', '5': 'day' },
  'japan-china-communique-1972': { '8': 'Article 8 of the Potsdam Proclamation' },
  'japan-china-treaty-1978': { '5': 'Article 5' },
  'guidelines-1978': { '17': 'number of the meeting' },
  'joint-declaration-1996': { '21': 'century, in the name' },
  'anti-terrorism-law-2001': { '113': 'number of the act' },
  'iraq-law-2003': { '137': 'number of the act' },
  'japan-australia-declaration-2007': { '2': 'name of a meeting: 2+2' },
  'collective-self-defence-2014': { '9': 'Article 9' },
  'guidelines-2015': { '2': 'name of a meeting: 2+2' },
  'north-korea-missile-2022': { '4,600': 'kilometres: the sources of the event' },
  'three-strategic-documents-2022': { '43': 'trillion yen over five years', '2': 'the aim: jiia-2023-02' },
  'us-japan-2plus2-2023': { '2': 'name of a meeting: 2+2' },
  'japan-uk-raa-in-force': { '23': 'name of an exercise: Vigilant Isles 23' },
  'two-plus-two-day': { '2': 'name of a meeting: 2+2' },
  'osa-philippines-2023': { '600': 'million yen, in the exchange of notes' },
};

const slides = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    read(name)
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split(/^---$/m),
  )
  .map((text) => {
    const fences = [...text.matchAll(/^```\w+\n([\s\S]*?)^```/gm)].map(([, body = '']) => parse(body));
    return { id: /id="([^"]+)"/.exec(text)?.[1] ?? '', text: [text, ...textsOf(fences)].join('\n\n') };
  });
/** The index lists the first; the others stand on one slide each. */
const TIMELINES = ['timeline.yaml', 'three-days.yaml', 'access.yaml'];
const timeline = TIMELINES.map(read).join('\n');
const [whole = [], ...others] = TIMELINES.map(
  (file): readonly { readonly id: string; readonly mark: string }[] => parse(read(file)).events,
);
const events = [...whole, ...others.flat()];

function expectBound(
  text: string,
  listed: Readonly<Record<string, string>> = {},
  numbers = numbersOf(text),
): void {
  expect([...numbers].filter((number) => !(number in listed))).toEqual([]);
  expect(Object.keys(listed).filter((number) => !numbers.has(number))).toEqual([]);
}

describe('every number of the deck is bound to a cell, a date, or listed with its reason', () => {
  test.each(slides)('on the slide $id', ({ id, text }) => {
    expectBound(text, BY_HAND[id]);
  });

  test.each(events)('in the event $id', (event) => {
    expectBound(textsOf(event).join('\n\n'), EVENTS_BY_HAND[event.id]);
  });

  test.each(slides)('in words on the slide $id', ({ id, text }) => {
    expectBound(text, WORDS_OF_SLIDES[id], wordsOf(text));
  });

  test.each(events)('in words in the event $id', (event) => {
    expectBound('', WORDS_OF_EVENTS[event.id], wordsOf(textsOf(event).join('\n\n')));
  });

  test('and nothing is listed of what is not there', () => {
    const ids = new Set([...slides, ...events].map(({ id }) => id));
    const listed = [BY_HAND, EVENTS_BY_HAND, WORDS_OF_SLIDES, WORDS_OF_EVENTS].flatMap(Object.keys);
    expect(listed.filter((id) => !ids.has(id))).toEqual([]);
  });
});

/** Days that slides and notes name and that are no event's and no source's. */
const DAYS_BY_HAND = new Set(['2023-04-02', '2023-06-19']);

test.each(slides)('every day that the slide $id names is one of an event or a source', ({ text }) => {
  const days = [...text.matchAll(new RegExp(String.raw`\b(\d{1,2}) (${MONTH}) (\d{4})`, 'g'))].map(
    ([, day = '', month = '', year = '']) =>
      `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  const known = timeline + read('sources.yaml');
  expect(days.filter((day) => !known.includes(day) && !DAYS_BY_HAND.has(day))).toEqual([]);
});

describe('sums done by hand are right', () => {
  const slide = (id: string) => slides.find((one) => one.id === id)?.text ?? '';

  test('the events are as many as the slide says', () => {
    expect(whole).toHaveLength(77);
    expect(slide('events')).toContain('All 77 events');
  });

  test('years with a ratio, and the step against the budget with its supplement', () => {
    const rows = csvParse(read('data/defense-budget.csv'));
    const filled = (column: string) => rows.filter((row) => row[column]).length;
    expect([rows.length, filled('pct_gdp_incl'), filled('pct_gdp')]).toEqual([48, 25, 26]);
    expect((100 * (6821.9 / 6174.4 - 1)).toFixed(1)).toBe('10.5');
    expect((100 * (6600.1 / 5866.1 - 1)).toFixed(1)).toBe('12.5');
  });

  test('parts of other countries’ spending', () => {
    const spent = new Map(
      csvParse(read('data/sipri-2023.csv')).map((row) => [
        row['country'],
        Number(row['constant_2023_usd_m']),
      ]),
    );
    const times = (country: string) => Math.round((spent.get(country) ?? 0) / (spent.get('Japan') ?? 1));
    expect([times('China'), times('United States')]).toEqual([6, 19]);
    expect(slide('others')).toMatch(/a sixth of China’s, a nineteenth of the United States’/);
  });

  test('verdicts, by the words of their note', () => {
    const verdicts = [...slide('claims-all').matchAll(/ finding: ([a-z-]+)/g)].map(([, word]) => word);
    const count = (word: string) => verdicts.filter((verdict) => verdict === word).length;
    expect(verdicts).toHaveLength(18);
    expect([count('confirmed'), count('nuance'), count('imprecise'), count('contradicted')]).toEqual([
      4, 7, 3, 2,
    ]);
    expect(slide('claims-all')).toContain('Of eighteen claims eleven hold, seven of them with a nuance');
    expect(slide('claims-all')).toMatch(/Four are confirmed, and seven with a nuance. Three are imprecise/);
  });

  test('documents of three days', () => {
    const marks = others[0]?.map(({ mark }) => mark) ?? [];
    expect(marks.filter((mark) => mark === 'signed')).toHaveLength(4);
    expect(marks).toHaveLength(6);
    expect(slide('three-days')).toContain('Six documents in three days: four were signed, two were issued');
  });
});
