import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { isoDate } from '../../../../../src/figures/timeline/model/date.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';

function parse(text: string, file = 'timeline.csv') {
  const problems: Problem[] = [];
  const timeline = parseTimeline({ file, text }, (problem) => problems.push(problem));
  return { timeline, problems: problems.map(formatProblem) };
}

/** TimelineJS's own header row. */
const HEAD =
  'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background';
const row = (cells: Readonly<Record<string, string>>) =>
  HEAD.split(',')
    .map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`)
    .join(',');
const csv = (...rows: readonly Readonly<Record<string, string>>[]) => [HEAD, ...rows.map(row)].join('\n');

describe('a timeline in TimelineJS’s columns', () => {
  test('gives each group a lane, each end a bar, and takes its name from the title row', () => {
    const { timeline, problems } = parse(
      csv(
        { Headline: 'The mill of Harl', Type: 'title' },
        {
          Year: '1803',
          Month: '7',
          Day: '1',
          Headline: 'Charter',
          Text: 'The lord, "he" agrees',
          Group: 'Mill',
        },
        {
          Year: '1844',
          'End Year': '1850',
          'End Month': '2',
          Headline: 'The bridge over the weir is closed',
          Group: 'Town',
        },
      ),
    );
    expect(problems).toEqual([]);
    expect(timeline?.title).toBe('The mill of Harl');
    expect(timeline?.lanes).toEqual([
      { id: 'mill', name: 'Mill' },
      { id: 'town', name: 'Town' },
    ]);
    expect(
      timeline?.events.map(({ id, lane, label, summary, date }) => [id, lane, label, summary, isoDate(date)]),
    ).toEqual([
      ['charter', 'mill', 'Charter', 'The lord, "he" agrees', '1803-07-01'],
      [
        'the-bridge-over-the-weir-is-closed',
        'town',
        'The bridge over the…',
        'The bridge over the weir is closed',
        '1844',
      ],
    ]);
    expect(timeline?.events[1]?.bar?.to).toMatchObject({ year: 1850, month: 2 });
    expect([timeline?.start, timeline?.end]).toEqual([1803, 1851]);
  });

  test('makes eras of rows that cover every event, and tints of others, with a word about it', () => {
    const event = { Year: '1820', Headline: 'Flood' };
    const water = { Year: '1800', 'End Year': '1849', Headline: 'Water', Type: 'era' };
    const steam = { Year: '1850', 'End Year': '1899', Headline: 'Steam', Type: 'era' };
    const { timeline, problems } = parse(csv(steam, water, event));
    expect(problems).toEqual([]);
    expect(timeline?.eras.map(({ id, years }) => [id, years])).toEqual([
      ['water', '1800–49'],
      ['steam', '1850–99'],
    ]);
    const other = parse(csv(steam, event));
    expect(other.timeline?.eras).toEqual([]);
    expect(other.timeline?.bands.map(({ name }) => name)).toEqual(['Steam']);
    expect(other.problems).toEqual([expect.stringContaining('timeline.csv:2:')]);
  });

  test('names once what has no place, where it is first written', () => {
    const { problems } = parse(
      csv(
        {
          Year: '1820',
          Headline: 'Flood',
          Media: 'https://example.org/a.jpg',
          Time: '10:00',
          Background: '#fff',
        },
        { Year: '1821', Headline: 'Drought', Text: '<b>No</b> water &amp; no mill', Media: 'b.jpg' },
      ),
    );
    expect(problems.map((problem) => problem.replace(/ Say it.*/, ''))).toEqual([
      'timeline.csv:2:14: notice: "Time" has no place on this timeline and is not shown.',
      'timeline.csv:2:48: notice: "Media" has no place on this timeline and is not shown in 2 rows, first here.',
      'timeline.csv:2:91: notice: "Background" has no place on this timeline and is not shown.',
      'timeline.csv:3:42: notice: the markup in "Text" is taken out. Links and pictures belong on a slide.',
    ]);
  });

  test.each([
    [
      'Year,Headline\n,Flood',
      'timeline.csv:2:1: error: the row has no Year. Write it as a whole number, e.g. 1848.',
    ],
    [
      'Year,Headline\n18th century,Flood',
      'timeline.csv:2:1: error: "18th century" is no year. Write a whole number such as 1848, or -44 for 44 BC.',
    ],
    [
      'Year,Headline\n0,Flood',
      'timeline.csv:2:1: error: "0" is no year. Write a whole number such as 1848, or -44 for 44 BC.',
    ],
    [
      'Year,Month,Day,Headline\n1900,2,29,Leap',
      'timeline.csv:2:8: error: 1900-2-29 is no date of the calendar. Write Month and Day as numbers that this year has.',
    ],
    [
      'Year,Month,Day,Headline\n1900,,29,Leap',
      'timeline.csv:2:6: error: the day 29 stands without a month. Write the month as a number from 1 to 12.',
    ],
    [
      'Year,Headline,Type\n1900,A,slide',
      'timeline.csv:2:8: error: "slide" is no type of row. Write title or era, or leave the cell empty for an event.',
    ],
    [
      'Year,End Year,Headline\n1900,1890,A',
      'timeline.csv:2:6: error: the bar of "a" ends 1890, before it begins (1900). Write a date after 1900, or change "from".',
    ],
    [
      'Year,Headline\n1900,',
      'timeline.csv:2:6: error: the row has no headline. Write a few words as its Headline.',
    ],
    [
      'Yeer,Headline\n1900,A',
      'timeline.csv:1:1: error: the column "Year" is missing. Add it to the first row.',
    ],
    [
      'Year;Headline\n1900;A',
      'timeline.csv:1:1: error: the cells of timeline.csv are separated by semicolons. Separate them by commas, and write numbers with a decimal point.',
    ],
  ])('%j is a problem with line and column', (text, problem) => {
    const { timeline, problems } = parse(text);
    expect(problems).toContain(problem);
    expect(timeline).toBeUndefined();
  });

  test('counts years before our era as TimelineJS does, and reads CRLF, quotes and a byte order mark', () => {
    const { timeline, problems } = parse('\uFEFFYear,Headline\r\n-44,"March, the ""Ides"""\r\n');
    expect(problems).toEqual([]);
    expect(timeline?.events[0]).toMatchObject({
      date: { year: -43 },
      title: 'March, the "Ides"',
      lane: 'events',
    });
  });
});

describe('a timeline in TimelineJS’s JSON', () => {
  test('is read like its columns', () => {
    const { timeline, problems } = parse(
      JSON.stringify({
        title: { text: { headline: 'The mill of Harl' } },
        events: [{ start_date: { year: '1803', month: 7 }, text: { headline: 'Charter' }, group: 'Mill' }],
        eras: [{ start_date: { year: 1800 }, end_date: { year: 1850 }, text: { headline: 'Water' } }],
      }),
      'timeline.json',
    );
    expect(problems).toEqual([]);
    expect(timeline).toMatchObject({
      title: 'The mill of Harl',
      events: [{ id: 'charter', lane: 'mill', date: { year: 1803, month: 7 } }],
      eras: [{ id: 'water' }],
    });
  });

  test('says where an unknown key stands, and a wrong date', () => {
    const text = '{\n  "events": [\n    { "start_dat": { "year": 1803 } }\n  ]\n}';
    expect(parse(text, 'a.json').problems).toEqual([
      'a.json:3:7: error: unknown key "start_dat". Did you mean "start_date"?',
    ]);
    const wrong =
      '{ "events": [\n  { "start_date": { "year": 1803, "month": 13 },\n    "text": { "headline": "A" } } ] }';
    expect(parse(wrong, 'a.json').problems).toEqual([
      'a.json:2:44: error: 1803-13 is no date of the calendar. Write Month and Day as numbers that this year has.',
    ]);
  });
});
