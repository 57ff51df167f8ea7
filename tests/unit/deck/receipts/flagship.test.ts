import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = new URL('../../../../slides/', import.meta.url);
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** Days, months, years, fiscal years and spans of years. */
const DATE = new RegExp(
  String.raw`\b\d{1,2} (?:${MONTHS})\b(?: \d{4})?|\b(?:${MONTHS}) \d{4}|\bFY\d{4}(?:[–-]\d{2})?|\b(?:18|19|20)\d{2}(?:[–-]\d{2,4})?\b`,
  'g',
);
/** What is no number of the talk: receipts, which are cells; citations, fences, markup. */
const NOT_SAID = /\{\{[^}]*\}\}|\[[^\]]*@[^\]]*\]|<!--.*?-->|<[^>]*>|```[\s\S]*?```|^---\n[\s\S]*?\n---$/gm;

/** Numbers of slides and notes that are neither cell nor date, with where they come from. */
const BY_HAND: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'three-days': {
    ...{ '2': 'name of a meeting: 2+2' },
    ...{ '11': 'day in the table', '12': 'day in the table', '13': 'day in the table' },
  },
  'era-1945': { '9': 'Article 9 of the Constitution' },
  'era-1960': { '1': 'cabinet decision of 5 November 1976: cabinet-answer-1983-02-15' },
  tokyo: {
    ...{ '72': 'hours: yomiuri-2022-12-25', '45': 'minutes: yomiuri-2022-12-25' },
    ...{ '80': 'hours: yomiuri-2023-04-04', '36': 'minutes: yomiuri-2023-04-04' },
  },
  'striking-back': { '12': 'name of a missile: Type-12' },
  'two-plus-two': {
    ...{ '12': 'name of a regiment', '2': 'name of a meeting: 2+2' },
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
    '43': 'trillion yen over five years, cited in the note',
  },
  access: { '9': 'Article 9 of the Constitution' },
  sunak: { '10': '10 Downing Street' },
  'claims-all': Object.fromEntries(
    Array.from({ length: 18 }, (_, index) => [String(index + 1), 'number of a claim']),
  ),
  open: { '2': 'the aim of December 2022: jiia-2023-02' },
  events: { '77': 'the events of timeline.yaml, counted below' },
};

const slides = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    return text.split(/^---$/m);
  })
  .map((text) => ({ id: /id="([^"]+)"/.exec(text)?.[1] ?? '', text }));

describe('every number of the deck is bound to a cell, a date, or listed with its reason', () => {
  test.each(slides)('$id', ({ id, text }) => {
    const left = text.replace(NOT_SAID, ' ').replace(DATE, ' ');
    const numbers = new Set(left.match(/\d+(?:[.,]\d+)*/g) ?? []);
    const listed = BY_HAND[id] ?? {};
    expect([...numbers].filter((number) => !(number in listed))).toEqual([]);
    expect(Object.keys(listed).filter((number) => !numbers.has(number))).toEqual([]);
  });

  test('the events are as many as the slide says', () => {
    const timeline = readFileSync(new URL('timeline.yaml', FOLDER), 'utf8');
    expect(timeline.match(/^ {2}- id: /gm)).toHaveLength(77);
  });
});
