import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../../src/base/problem.ts';
import type { FigureContext } from '../../../../src/deck/figure.ts';
import { makeBibliography, parseSources } from '../../../../src/deck/sources/sources.ts';
import { eventsFigure } from '../../../../src/figures/listing/events.ts';
import { type Block, enlarge, flow, heightOf } from '../../../../src/figures/listing/flow.ts';
import { holdPages } from '../../../../src/figures/listing/hold-pages.ts';
import { sourcesFigure } from '../../../../src/figures/listing/sources.ts';
import { countLines } from '../../../../src/fonts/count-lines.ts';

const measure: FigureContext['measure'] = (text, _face, size) => text.length * size * 0.5;
const place = { file: 'a.md', line: 1, column: 1 };

function context(files: Readonly<Record<string, string>>, problems: Problem[] = []): FigureContext {
  return {
    read: (path) => files[path],
    paths: Object.keys(files),
    measure,
    report: (problem) => problems.push(problem),
    lang: 'en',
  };
}

const TIMELINE = `title: A century
from: "1900-01-01"
to: "1999-12-31"
lanes: [{ id: north, name: North }]
eras:
  - { id: early, from: "1900-01-01", name: Early, years: "1900–49" }
  - { id: late, from: "1950-01-01", name: Late, years: "1950–99" }
events:
${Array.from(
  { length: 100 },
  (
    _,
    year,
  ) => `  - { id: event-${year}, lane: north, date: "${1900 + year}-05-03", title: Event ${year}, label: E,
      second: { lang: ja, title: 条約 }, parties: [], kind: treaty, summary: S., significance: ${(year % 3) + 1},
      mark: signed, sources: [work-${year}, work-1] }`,
).join('\n')}
`;
const SOURCES = Array.from(
  { length: 150 },
  (_, number) =>
    `- { id: work-${number}, type: ${number % 2 ? 'book' : 'treaty'}, title: "Work ${number}, with a title of some length to break",
    publisher: A publisher, issued: "1950-01-0${(number % 9) + 1}", URL: "https://example.org/${number}" }\n`,
).join('');

const bibliography = () => {
  const sources = parseSources({ file: 'sources.yaml', text: SOURCES, firstLine: 1 }, ({ what }) => {
    throw new Error(what);
  });
  return makeBibliography(sources, new Set(sources.keys()));
};

describe('lines of a paragraph', () => {
  const lines = (text: string, width: number) =>
    countLines([{ text, face: 'text', size: 20 }], width, measure);

  test('break between words, and after a hyphen', () => {
    expect(lines('one two six', 120)).toBe(1);
    expect(lines('one two six', 80)).toBe(2);
    expect(lines('one-two', 55)).toBe(2);
  });

  test('keep a date and a name with a hyphen in one piece', () => {
    expect(lines('on 3 May 1950', 110)).toBe(2);
    expect(lines('Indo-Pacific', 90)).toBe(1);
  });

  test('break between any two Japanese characters, but not at a fixed space', () => {
    expect(lines('日英同盟', 25)).toBe(2);
    expect(lines('a\u00a0b', 25)).toBe(1);
  });
});

describe('a list that leaves room', () => {
  const pages = (count: number) => Array.from({ length: count }, () => [[]]);

  test('is as large as its number of pages lets it be', () => {
    expect(enlarge((times) => pages(times > 1.3 ? 2 : 1)).larger).toBe(' listing-120');
    expect(enlarge(() => pages(2)).larger).toBe(' listing-150');
    expect(enlarge((times) => pages(times > 1 ? 2 : 1)).larger).toBe('');
    expect(enlarge(() => pages(7)).larger).toBe('');
  });
});

describe('the flow of blocks into columns', () => {
  const block = (height: number, heading = false): Block => ({ height, gap: 10, heading });

  test('never fills a column past its bottom, keeps the order and loses nothing', () => {
    const blocks = Array.from({ length: 57 }, (_, index) => block(40 + (index % 7) * 9));
    const pages = flow(blocks, [200, 100, 100], 900);
    for (const page of pages)
      for (const [index, column] of page.entries())
        expect(heightOf(column)).toBeLessThanOrEqual(900 - (index === 0 ? 200 : 100));
    expect(pages.flat(2)).toEqual(blocks);
  });

  test('never leaves a heading at the end of a column', () => {
    const blocks = Array.from({ length: 60 }, (_, index) => block(90, index % 4 === 0));
    for (const column of flow(blocks, [0, 0], 500).flat()) expect(column.at(-1)?.heading).toBe(false);
  });

  test('fills the last page as high as the first', () => {
    const pages = flow(
      Array.from({ length: 11 }, () => block(90)),
      [0, 0],
      1000,
    );
    expect(pages.map((page) => page.map((column) => column.length))).toEqual([[6, 5]]);
  });
});

describe('the index of events', () => {
  const figure = eventsFigure(
    { kind: 'events', body: '', place, slide: 'events' },
    context({ 'timeline.yaml': TIMELINE }),
  );
  const pages = figure?.pages(bibliography()) ?? [];

  test('lists every event once, numbered in order of time', () => {
    const numbers = [...pages.join('').matchAll(/<li value="(\d+)" /g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  test('takes several pages of three columns, each under the heading of an era', () => {
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const columns = page.split('<div class="listing-column">').slice(1);
      expect(columns.length).toBeLessThanOrEqual(3);
      for (const column of columns) expect(column).toMatch(/^<h3>/);
    }
  });

  test('gives date, lane, other name and the numbers of the sources', () => {
    expect(pages[0]).toContain('<time datetime="1900-05-03">3 May 1900</time>');
    expect(pages[0]).toContain(
      '<span>North</span> <span lang="ja">条約</span> <span class="listing-numbers">',
    );
    expect(pages[0]).toContain('<strong>Event 0</strong>');
    expect(pages[0]).toMatch(/>Sources\u00a01, \d+</);
    expect(pages[0]).toContain('>Source\u00a076<');
  });

  test('cites the sources of all events', () => {
    expect(new Set(figure?.cites.map(({ id }) => id)).size).toBe(100);
  });

  test('keeps more room for numbers of a thousand and more', () => {
    const years = Array.from({ length: 1000 }, (_, year) => 1000 + year);
    const entries = years.map(
      (year) =>
        `  - { id: e-${year}, lane: north, date: "${year}", title: T, label: E, parties: [], kind: k, summary: S., significance: 3, mark: signed }`,
    );
    const many = TIMELINE.replaceAll('1900-01-01', '1000-01-01').replace(
      /events:[\s\S]*/,
      `events:\n${entries.join('\n')}\n`,
    );
    const fence = { kind: 'events', body: '', slide: 'events', place };
    const problems: Problem[] = [];
    const figure = eventsFigure(fence, context({ 'timeline.yaml': many }, problems));
    expect(problems).toEqual([]);
    expect(figure?.later?.(bibliography())[0]?.html).toContain('listing-thousands');
  });

  test('names each event for its address', () => {
    expect(pages[0]).toContain('<li value="1" data-listed="event-0">');
  });

  test('reports a timeline that is not there', () => {
    const problems: Problem[] = [];
    const body = 'file: timelin.yaml';
    eventsFigure(
      { kind: 'events', body, place, slide: 'events' },
      context({ 'timeline.yaml': TIMELINE }, problems),
    );
    expect(problems.map(({ what, fix }) => `${what}. ${fix}`)).toEqual([
      'there is no file "timelin.yaml". Did you mean "timeline.yaml"?',
    ]);
  });
});

describe('the pages of a long list', () => {
  const pagesOf = (count: number) => Array.from({ length: count }, (_, page) => `<p>Page ${page} “é”</p>`);

  test('lie in a file of their own, which the page fetches later', () => {
    const held = holdPages(() => pagesOf(21));
    const known = bibliography();
    const [file] = held.later?.(known) ?? [];
    expect(JSON.parse(file?.text ?? '')).toEqual(pagesOf(21));
    expect(file?.html).toContain('Page 20');
    expect(held.pages(known)[20]).toBe(
      `<div class="listing-held" data-live="listing" data-later="${file?.path}" data-page="20"></div>`,
    );
  });

  test('are in the page where they are few', () => {
    const few = holdPages(() => pagesOf(20));
    expect(few.pages(bibliography())).toEqual(pagesOf(20));
    expect(few.later?.(bibliography())).toEqual([]);
  });
});

describe('the list of sources', () => {
  const figure = sourcesFigure({ kind: 'sources', body: '', place, slide: 'sources' }, context({}));
  const pages = figure?.pages(bibliography()) ?? [];

  test('lists every work once, by number, with an id to link to', () => {
    const found = [...pages.join('').matchAll(/<li id="source-(work-\d+)" value="(\d+)">/g)];
    expect(found.map(([, , number]) => Number(number))).toEqual(
      Array.from({ length: 150 }, (_, index) => index + 1),
    );
    expect(new Set(found.map(([, id]) => id)).size).toBe(150);
  });

  test('makes the title the link, and says where and when the work appeared', () => {
    expect(pages[0]).toContain(
      '<a href="https://example.org/0" target="_blank" rel="noopener">Work 0, with a title of some length to break</a>' +
        '. A publisher, 1 January 1950.',
    );
  });

  test('opens and closes each of its lists', () => {
    for (const page of pages) expect(page.match(/<ol>/g)?.length).toBe(page.match(/<\/ol>/g)?.length);
  });

  test('refuses keys it does not know', () => {
    const problems: Problem[] = [];
    const body = 'title: Works';
    expect(
      sourcesFigure({ kind: 'sources', body, place, slide: 'sources' }, context({}, problems)),
    ).toBeUndefined();
    expect(problems[0]?.what).toBe('unknown key "title"');
  });
});
