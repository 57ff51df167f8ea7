import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { isoDate } from '../../../../../src/figures/timeline/model/date.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import { formatWhen } from '../../../../../src/figures/timeline/model/when.ts';

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
      ['the-bridge-over-the-weir-is-closed', 'town', 'The bridge over the…', '', '1844'],
    ]);
    expect(timeline?.events[1]?.bar?.to).toMatchObject({ year: 1850, month: 2 });
    expect(timeline?.events.map((event) => formatWhen(event))).toEqual([
      '1 July 1803',
      '1844 to February 1850',
    ]);
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
    expect(timeline?.end).toBe(1900);
    const other = parse(csv(steam, event));
    expect(other.timeline?.eras).toEqual([]);
    expect(other.timeline?.bands.map(({ name }) => name)).toEqual(['Steam']);
    expect(other.problems).toEqual([expect.stringContaining('timeline.csv:2:')]);
  });

  test('keeps times, display dates, pictures of the deck, films as links, and links out of the text', () => {
    const { timeline, problems } = parse(
      csv(
        { Year: '1820', Month: '5', Day: '3', Time: '10:00', Headline: 'Flood', Background: '#fff' },
        { Year: '1821', 'Display Date': 'A dry summer', Headline: 'Drought &amp; heat', Media: 'dry.jpg' },
        {
          Year: '1822',
          Headline: 'Mill <i>burns</i>',
          Text: '<p>See <a href="https://example.org/b">the report</a>.</p>',
          Media: 'https://example.org/film',
          'Media Caption': 'The fire',
          'Media Credit': 'A. Smith',
        },
      ),
    );
    const [flood, drought, fire] = timeline?.events ?? [];
    expect(flood && formatWhen(flood)).toBe('3 May 1820, 10:00');
    expect(drought && formatWhen(drought)).toBe('A dry summer');
    expect(drought).toMatchObject({ title: 'Drought & heat', image: { file: 'dry.jpg' } });
    expect(fire).toMatchObject({
      title: 'Mill burns',
      summary: 'See the report.',
      links: [
        { address: 'https://example.org/film', words: 'The fire · A. Smith' },
        { address: 'https://example.org/b', words: 'the report' },
      ],
    });
    expect(problems).toEqual([
      'timeline.csv:2:68: notice: "Background" has no place on this timeline and is not shown. A slide has a background of its own.',
    ]);
  });

  test.each([
    [
      'Year,Headline\n,Flood',
      'timeline.csv:2:1: error: no event has a year that can be read. Write a row with a Year and a Headline.',
    ],
    [
      'Year,Headline\n',
      'timeline.csv:1:1: error: the timeline has no events. Write a row with a Year and a Headline.',
    ],
    [
      'Yeer,Headline\n-,A',
      'timeline.csv:1:1: error: no column of dates was found in timeline.csv. Name it in the fence: columns: { date: Yeer }, or call it "date".',
    ],
  ])('%j is an error with line and column', (text, problem) => {
    const { timeline, problems } = parse(text);
    expect(problems).toContain(problem);
    expect(timeline).toBeUndefined();
  });

  test.each([
    ['2100 BC?!', 'A', 'the date "2100 BC?!" cannot be drawn', 'undated'],
    ['1900,2,29', 'Leap', '1900-2-29 is no date of the calendar', '1900-2-29'],
    ['1900,,29', 'Day alone', undefined, '1900'],
    ['18th century', 'A long time', undefined, '18th century'],
  ])('an odd row (%s) costs nothing of the file, and is told', (cells, title, notice, told) => {
    const [year = '', month = '', day = ''] = cells.split(',');
    const { timeline, problems } = parse(
      csv({ Year: year, Month: month, Day: day, Headline: title }, { Year: '1950', Headline: 'Sound' }),
    );
    if (told === 'undated') expect(timeline?.undated).toMatchObject([{ title, when: year }]);
    else expect(timeline?.events.map((event) => formatWhen(event))).toContain(told);
    expect(problems).toEqual(notice === undefined ? [] : [expect.stringContaining(`notice: ${notice}`)]);
  });

  test('an end before its beginning is told as written and not drawn', () => {
    const { timeline, problems } = parse('Year,End Year,Headline\n1900,1890,A\n1901,,B');
    expect(timeline?.events[0]).toMatchObject({ when: '1900 – 1890', bar: undefined });
    expect(problems).toEqual([
      expect.stringContaining('2:6: notice: "A" ends before it begins (1900 – 1890)'),
    ]);
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
        events: [
          {
            start_date: { year: '1803', month: 7, hour: '' },
            text: { headline: 'Charter' },
            group: 'Mill',
            unknown: { deep: [1] },
          },
        ],
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

  test('of the first version is read too: dates with commas, thousands with one', () => {
    const { timeline, problems } = parse(
      `storyjs_jsonp_data = ${JSON.stringify({
        timeline: {
          headline: 'Old news',
          date: [
            {
              startDate: '2012,1,26',
              endDate: '2012,2',
              headline: 'Talks',
              asset: { media: 'https://example.org/talks', credit: 'A' },
            },
            { startDate: '1,066', headline: 'A battle' },
          ],
        },
      })};`,
      'timeline.json',
    );
    expect(problems).toEqual([]);
    expect(timeline?.title).toBe('Old news');
    expect(timeline?.events.map((event) => formatWhen(event))).toEqual([
      '1066',
      '26 January 2012 to February 2012',
    ]);
    expect(timeline?.events[1]?.links).toEqual([{ address: 'https://example.org/talks', words: 'A' }]);
  });

  test('says where a wrong date stands', () => {
    const wrong =
      '{ "events": [\n  { "start_date": { "year": 1803, "month": 13 },\n    "text": { "headline": "A" } } ] }';
    expect(parse(wrong, 'a.json').problems).toEqual([
      'a.json:2:29: notice: 1803-13 is no date of the calendar. It is drawn by its year and told as written.',
    ]);
  });
});
