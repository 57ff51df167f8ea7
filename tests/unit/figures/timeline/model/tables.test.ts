import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import { formatWhen } from '../../../../../src/figures/timeline/model/when.ts';

function parse(text: string, columns = {}, file = 'list.csv') {
  const problems: Problem[] = [];
  const timeline = parseTimeline({ file, text, columns, paths: ['data/mill.png'] }, (one) =>
    problems.push(one),
  );
  return {
    timeline,
    told: timeline?.events.map((event) => `${formatWhen(event)}: ${event.title}`),
    problems: problems.map(formatProblem),
  };
}

test('a year and a name are all that a table needs', () => {
  const { timeline, told, problems } = parse('Year,Event\n1215,A charter\n1989,A wall falls\n');
  expect(told).toEqual(['1215: A charter', '1989: A wall falls']);
  expect(timeline).toMatchObject({ title: 'list', lanes: [{ name: 'Events' }], start: 1215, end: 1990 });
  expect(problems).toEqual([]);
});

test('heads of their own are named by the fence', () => {
  const { told, problems, timeline } = parse(
    'label,hdate,hdate_end,url\nA,c. 886,26 oct 899,https://example.org/a\nB,26 oct 899,924 after 17 jul 924,\n',
    { date: 'hdate', end: 'hdate_end', title: 'label', source: 'url' },
  );
  expect(told).toEqual(['about 886 to 26 October 899: A', '26 October 899 to 924 after 17 jul 924: B']);
  expect(timeline?.events[0]?.links).toEqual([{ address: 'https://example.org/a', words: undefined }]);
  expect(problems).toEqual([]);
  expect(parse('a,b\n1900,X\n', { date: 'c' }).problems).toEqual([
    expect.stringContaining('error: list.csv has no column "c"'),
  ]);
  const without = parse('date,title\n1900,X\n', { text: 'c' });
  expect(without.told, 'cards lack words, and the picture is right').toEqual(['1900: X']);
  expect(without.problems).toEqual([
    expect.stringContaining('notice: list.csv has no column "c": cards show no "text"'),
  ]);
});

test('counts are no years, and numbers that look like years without being called so are told', () => {
  const counts = parse('language,length,checked\nde,571,571\nen,571,571\nes,571,563\n', {});
  expect(counts.timeline).toBeUndefined();
  expect(counts.problems).toEqual([expect.stringContaining('error: no column of dates was found')]);
  const years = parse('what,x\nA charter,1215\nA voyage,1492\n', {});
  expect(years.told).toEqual(['1215: A charter', '1492: A voyage']);
  expect(years.problems).toEqual([
    expect.stringMatching(/^list\.csv:2:\d+: notice: the numbers under "x" were taken for years\./),
  ]);
  expect(parse('Título,Año\nA,1215\n', {}).problems).toEqual([]);
});

test('hours are kept, and the timeline begins and ends with them', () => {
  const { told, timeline } = parse(
    'start,end,title,group\n2023-01-11T06:45,,Alarm,Events\n2023-01-11T06:52,2023-01-11T07:20,Blocked,Lines\n',
  );
  expect(told).toEqual(['11 January 2023, 06:45: Alarm', '11 January 2023, 06:52 to 07:20: Blocked']);
  expect(((timeline?.end ?? 0) - (timeline?.start ?? 0)) * 365 * 24).toBeCloseTo(2, 3);
});

test('eons are kept beside days', () => {
  const { told } = parse('date,title\n-4540000000,Earth\n-12000,Farming\n1969-07-20,Moon\n');
  expect(told).toEqual(['4.54 billion years ago: Earth', '12,000 BC: Farming', '20 July 1969: Moon']);
});

test('bare numbers count backwards where their head says so', () => {
  const rows = [
    { title: 'Tools', dateYearsBeforePresent: 2500000 },
    { title: 'Fire', dateYearsBeforePresent: 300000 },
  ];
  expect(parse(JSON.stringify(rows), {}, 'list.json').told).toEqual([
    '2.5 million years ago: Tools',
    '300,000 years ago: Fire',
  ]);
  expect(parse('Years BP,Event\n11700,Ice\n').timeline?.events[0]?.date.year).toBe(-9750);
});

test.each([
  ['date', 'until'],
  ['start', 'end'],
  ['start_date', 'end_date'],
])(
  'years, months and days apart are one date, in records within "%s" and "%s" and in columns',
  (start, end) => {
    const records = [
      { title: 'War', [start]: { year: 1914, month: 7, day: 28 }, [end]: { year: 1918, month: 11, day: 11 } },
      { title: 'Peace', [start]: { year: 1919, month: 6 } },
      { title: 'League', [start]: { year: 1920 } },
    ];
    const told = ['28 July 1914 to 11 November 1918: War', 'June 1919: Peace', '1920: League'];
    expect(parse(JSON.stringify(records), {}, 'list.json').told).toEqual(told);
    const heads = [start, end].flatMap((name) => ['year', 'month', 'day'].map((part) => `${name}_${part}`));
    const rows = ['War,1914,7,28,1918,11,11', 'Peace,1919,6,,,,', 'League,1920,,,,,'];
    expect(parse(`title,${heads.join(',')}\n${rows.join('\n')}\n`).told).toEqual(told);
  },
);

test('an odd cell costs its own event a mark, and nothing else', () => {
  const { timeline, told, problems } = parse('date,title\n1900,A\nlong ago,B\n1901,C\n-0044,D\n');
  expect(told).toEqual(['45 BC: D', '1900: A', '1901: C']);
  expect(timeline?.undated).toMatchObject([{ title: 'B', when: 'long ago' }]);
  expect(problems).toEqual([
    'list.csv:5:1: notice: -0044 is read as 45 BC. Write 44 BC or -0043 if that is meant.',
    expect.stringMatching(/^list\.csv:3:1: notice: the date "long ago" cannot be drawn\./),
  ]);
});

test('pictures are found beside the table, those of others stay links', () => {
  const { timeline } = parse(
    'date,title,image,alt,credit\n1900,A,mill.png,A mill,Own\n1901,B,https://example.org/b.jpg,A bridge,\n',
    {},
    'data/list.csv',
  );
  expect(timeline?.events[0]?.image).toMatchObject({ file: 'data/mill.png', alt: 'A mill', credit: 'Own' });
  expect(timeline?.events[1]).toMatchObject({
    image: undefined,
    links: [{ address: 'https://example.org/b.jpg', words: 'A bridge' }],
  });
});

test('a JSON list will do, and what no field takes is named', () => {
  const { told, problems } = parse('[{"date": "1900", "name": "A", "colour": "red"}]', {}, 'list.json');
  expect(told).toEqual(['1900: A']);
  expect(problems).toEqual([
    expect.stringContaining('notice: the column "colour" has no place on a timeline'),
  ]);
});

test('an event in a file of its own kind needs no more', () => {
  const { timeline, problems } = parse(
    'marks: { found: Found, lost: { words: Lost, shape: diamond } }\nevents:\n  - { date: 1914/1918, title: A war }\n  - { date: "1920~", title: A find, mark: lost, facts: { Depth: 3 m } }\n',
    {},
    'timeline.yaml',
  );
  expect(problems).toEqual([]);
  expect(timeline?.events).toMatchObject([
    { id: 'a-war', bar: { shape: 'light' }, mark: 'dot' },
    { mark: 'diamond', markKind: 'Lost', facts: [{ name: 'Depth', says: '3 m' }] },
  ]);
  expect(timeline?.legend.marks).toEqual([
    { shape: 'dot', words: 'Found' },
    { shape: 'diamond', words: 'Lost' },
  ]);
});

test('a time of day beside its day is read with it', () => {
  const { told, problems } = parse(
    'date,time,end time,event\n2021-06-01,9:05 am,10:00,Doors open\n2021-06-01,14:30,,Vote\n',
  );
  expect(told).toEqual(['1 June 2021, 09:05 to 10:00: Doors open', '1 June 2021, 14:30: Vote']);
  expect(problems).toEqual([]);
  expect(parse('time,event\n09:05,Doors open\n').problems).toEqual([
    expect.stringContaining('the column "time" holds times of day, and no column says which day'),
  ]);
});

test('a minus before a bare number means BC; beside a number of ISO’s it does not', () => {
  expect(parse('year,name\n-2300,A\n-551,B\n1215,C\n').told).toEqual(['2300 BC: A', '551 BC: B', '1215: C']);
  expect(parse('year,name\n-2300,A\n-0551,B\n').told).toEqual(['2301 BC: A', '552 BC: B']);
});

test('where a row has no date, another column of dates serves', () => {
  const { told } = parse('name,date,birth,death\nA,1847,,\nB,,1816-04-21,31 March 1855\n');
  expect(told).toEqual(['21 April 1816 to 31 March 1855: B', '1847: A']);
  expect(parse('label,hdate_birth,hdate_death\nA,1756,1791\n').told).toEqual(['1756 to 1791: A']);
});

test('a table of dates and texts is one of events, and NA in many rows is a gap', () => {
  expect(parse('date,content\n1984-01-09,The first test\n').told).toEqual(['9 January 1984: The first test']);
  expect(parse('year,name,event\n1920,An act,It led to much\n').timeline?.events[0]).toMatchObject({
    title: 'An act',
    summary: 'It led to much',
  });
  expect(parse('year,event,note\n1900,NA,x\n1901,NA,y\n1902,A fair,\n').told?.at(-1)).toBe('1902: A fair');
});

test('large numbers are read as programs write them', () => {
  expect(parse('year,event\n4.5e+09 BC,Earth\n-2e+08,Reptiles\n1e+03,A fair\n').told).toEqual([
    '4.5 billion years ago: Earth',
    '200 million years ago: Reptiles',
    '1000: A fair',
  ]);
});

test('days that a workbook counts are read as days, and said', () => {
  const { told, problems } = parse('Date,Event\n45292,New year\n45323.5,A noon\n');
  expect(told).toEqual(['1 January 2024: New year', '1 February 2024, 12:00: A noon']);
  expect(problems).toEqual([
    expect.stringMatching(/^list\.csv:2:1: notice: 45292 is read as 2024-01-01, as workbooks count days\./),
  ]);
  expect(parse('Year,Event\n45292,Far off\n').problems).toEqual([]);
});

test('figures with words for year, month and day behind them, a clock and an office left are dates', () => {
  expect(parse('年,出来事\n1868年,明治維新\n1889年2月11日,憲法\n').told).toEqual([
    '1868: 明治維新',
    '11 February 1889: 憲法',
  ]);
  expect(parse('date,title\n1962-10-28 09:00 EST,Broadcast\nfl. 1200,A poet\n').told).toEqual([
    'fl. 1200: A poet',
    '1962-10-28 09:00 EST: Broadcast',
  ]);
  expect(
    parse(
      'Name,Took office,Left office\nA,"March 4, 1797","March 4, 1801"\nB,"May 1, 1801","May 1, 1805"\nC,"May 2, 1805",incumbent\n',
    ).told,
  ).toEqual(['4 March 1797 to 4 March 1801: A', '1 May 1801 to 1 May 1805: B', 'from 2 May 1805 on: C']);
});

test('labels that would be cut alike keep what tells them apart', () => {
  const { timeline } = parse(
    'date,title\n1914,First battle of the river Somme\n1916,First battle of the river Marne\n1918,First battle of the river\n',
  );
  expect(timeline?.events.map(({ label }) => label)).toEqual([
    'First… Somme',
    'First… Marne',
    'First battle of the…',
  ]);
});
