import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import { asKnown } from '../../../../../src/figures/timeline/model/precision.ts';
import { formatWhen } from '../../../../../src/figures/timeline/model/when.ts';

function parse(text: string, { file = 'list.csv', lang = 'en', columns = {} } = {}) {
  const problems: Problem[] = [];
  const timeline = parseTimeline({ file, text, columns, lang }, (one) => problems.push(one));
  const tell = (event: Parameters<typeof formatWhen>[0] & { readonly title: string }) =>
    `${formatWhen(event)}: ${event.title}`;
  return { timeline, told: timeline?.events.map(tell), problems: problems.map(formatProblem) };
}

const rows = (head: string, ...lines: readonly string[]) => [head, ...lines, ''].join('\n');

test('flags, months and days in figures are no years', () => {
  const flags = parse(rows('battle,time,won', 'Nieuport,0,1', 'Lutter,1,0', 'Wittstock,0,0'));
  expect(flags.timeline).toBeUndefined();
  expect(flags.problems).toEqual([expect.stringContaining('error: no column of dates was found')]);
  const apart = rows(
    'WarName,StartMonth1,StartDay1,StartYear1,EndMonth1,EndDay1,EndYear1',
    'Crimean,10,23,1853,3,1,1856',
    'La Plata,7,19,1851,2,3,1852',
  );
  expect(parse(apart).told).toEqual([
    '19 July 1851 to 3 February 1852: La Plata',
    '23 October 1853 to 1 March 1856: Crimean',
  ]);
  const dated = rows('Year,Month,Date,Event', '1969,7,20,The Moon', '1989,11,9,The Wall');
  expect(parse(dated).told).toEqual(['20 July 1969: The Moon', '9 November 1989: The Wall']);
  const headless = rows('Alan B. Shepard,USA,0.0,1961-05-05', 'Joseph A. Walker,USA,0.0,1963-07-19');
  expect(parse(headless).told).toEqual(['5 May 1961: Alan B. Shepard', '19 July 1963: Joseph A. Walker']);
});

test('a year 0 is told, and years before it count as those beside them', () => {
  const { told, problems } = parse(rows('year,event', '-1500,A', '-500,B', '0,C', 'c. 1500,D'));
  expect(told).toEqual(['1500 BC: A', '500 BC: B', '1 BC: C', 'about 1500: D']);
  expect(problems).toEqual([expect.stringMatching(/^list\.csv:4:1: notice: 0 is read as 1 BC/)]);
});

test('what a head says of its numbers is read with them', () => {
  const ages = parse(rows('Period,Start (Ma),End (Ma)', 'Jurassic,201.4,145', 'Cretaceous,145,66'));
  expect(ages.told).toEqual([
    '201.4 million years ago to 145 million years ago: Jurassic',
    '145 million years ago to 66 million years ago: Cretaceous',
  ]);
  expect(ages.problems).toEqual([]);
  expect(parse(rows('title,year_bc', 'Rome,753', 'Cannae,216')).told).toEqual([
    '753 BC: Rome',
    '216 BC: Cannae',
  ]);
  expect(parse(rows('name,age ka', 'A shore,11.7', 'A cave,30')).told).toEqual([
    '30 ka: A cave',
    '11.7 ka: A shore',
  ]);
});

test('an end that cannot be read is told with its event, one that is not known is open', () => {
  const { told, problems } = parse(
    rows('start,end,title', '1850,?,A', '1851,unknown,B', '1852,when it ended,C', '1853,,D'),
  );
  expect(told).toEqual(['from 1850 on: A', 'from 1851 on: B', '1852 – when it ended: C', '1853: D']);
  expect(problems).toEqual([
    expect.stringMatching(
      /^list\.csv:4:6: notice: the end "when it ended" cannot be drawn\. It is told as written/,
    ),
  ]);
});

test('a column that says the day is read beside one of years, and what it cannot say is told', () => {
  const { told, problems } = parse(
    rows(
      'Year,Topic,Exact Date',
      '1825,Regulations,5 March 1825',
      '1826,Books,September 1826',
      '1826,Jefferson,4 July 1826',
      '1770,A fire,February 1770',
      '1895,The Rotunda,October 1895',
      '1836,A gift,about the time of the bequest',
    ),
  );
  expect(told).toContain('4 July 1826: Jefferson');
  expect(told).toContain('1836: A gift');
  expect(problems).toEqual([
    expect.stringMatching(/^list\.csv:7:13: notice: "about the time of the bequest" under "Exact Date"/),
  ]);
});

test('dates of a life are not told as those of a reign, and no column of dates is lost without a word', () => {
  const { timeline, told, problems } = parse(
    rows(
      'Name,Start_year,End_year,Birth_year,Death_year',
      'Gorm,936,958,908,958',
      'Harald,NULL,NULL,936,985',
    ),
  );
  expect(told).toEqual(['936 to 958: Gorm']);
  expect(timeline?.undated).toMatchObject([{ title: 'Harald', when: '–' }]);
  expect(problems).toEqual([
    expect.stringContaining('the columns "Birth_year", "Death_year" have no place on a timeline'),
    expect.stringContaining('"Harald" has no date'),
  ]);
  const reigns = rows(
    'name,birth,death,reign.start,reign.end',
    'Nero,0037-12-15,0068-06-09,0054-10-13,0068-06-09',
  );
  expect(parse(reigns).told).toEqual(['13 October 54 to 9 June 68: Nero']);
  const lives = rows('name_en,birth_ce,death_ce', 'Abu Hanifa,699,767', 'Malik,711,795', 'al-Kindi,801,873');
  expect(parse(lives).told?.[0]).toBe('699 to 767: Abu Hanifa');
});

test('a birth is no beginning of a reign, and the number of a row no year', () => {
  const popes = rows(
    'Number,Name,BirthDate,Installed,End of Reign',
    ...[
      '1,Peter,1,39,64',
      '2,Linus,10,68,79',
      '3,Cletus,25,80,92',
      '4,Clement,35,92,99',
      '5,Evaristus,,99,108',
    ],
  );
  expect(parse(popes).told?.[0]).toBe('39 to 64: Peter');
  expect(parse(rows('years_to_ratify,country', '1,A', '5,B', '28,C')).timeline).toBeUndefined();
});

test('numbers under a head that names no dates are told', () => {
  const eras = rows('era_name,era_start,era_end', 'Cenozoic,0,66', 'Mesozoic,66,252', 'Palaeozoic,252,539');
  expect(parse(eras).problems).toEqual([
    expect.stringContaining('the numbers under "era_start" were taken for years'),
    expect.stringContaining('0 is read as 1 BC'),
  ]);
});

test('dates are those of what is titled', () => {
  const { told } = parse(
    rows(
      'Polity,Start Year,End Year,Phase Name,Phase Start,Phase End',
      'Bactria,-256,-120,Early,-256,-180',
      'Bactria,-256,-120,Apex,-179,-120',
    ),
  );
  expect(told).toEqual(['256 BC to 180 BC: Early', '179 BC to 120 BC: Apex']);
});

test('a title is what differs: no address, no office, no half of a name', () => {
  const entity = 'http://www.wikidata.org/entity/Q';
  const found = rows('event,eventLabel,date', `${entity}1,Athos,1807-06-22`, `${entity}2,Aachen,1944-10-21`);
  expect(parse(found).told).toEqual(['22 June 1807: Athos', '21 October 1944: Aachen']);
  expect(parse(found).timeline?.events[0]?.links).toMatchObject([{ address: `${entity}1` }]);
  const kings = ['Kamehameha,1795', 'Radama,1810', 'George,1820', 'Otto,1832'];
  const offices = rows('Title,Name,Start', ...kings.map((king) => `King,${king}`));
  expect(parse(offices).told?.[0]).toBe('1795: Kamehameha');
  const halves = rows(
    'Start_Date,First_Name,Last_Name',
    '1789-04-30,George,Washington',
    '1797-03-04,John,Adams',
  );
  expect(parse(halves).told).toEqual(['30 April 1789: George Washington', '4 March 1797: John Adams']);
  expect(parse(halves).problems).toEqual([]);
  const quakes = rows(
    'Magnitude,UTC Date,UTC Time,Type,Location',
    '3.4,2017-05-03,17:33:03,ML,Port Hedland',
    '3.1,2017-04-26,07:25:43,ML,Dampier',
    '2.9,2017-03-05,19:14:07,ML,Broome',
  );
  expect(parse(quakes).told?.[0]).toMatch(/^5 March 2017, 19:14:07.*: Broome$/);
});

test('columns in several languages are one event, that of the deck’s language first', () => {
  const both = rows(
    'date,event_ka,description_ka,link-1,event_en',
    '2004-01-04,არჩევნები,ხმათა,https://example.org/1,An election',
    '2004-01-25,ფიცი,,https://example.org/2,An oath',
    '2004-02-03,,კანცელარია,https://example.org/3,',
    '2004-03-01,წესი,,,A rule',
  );
  const { told, timeline, problems } = parse(both, { lang: 'ka' });
  expect(told).toHaveLength(4);
  expect(timeline?.lanes).toHaveLength(1);
  expect(timeline?.events[0]?.links).toMatchObject([{ address: 'https://example.org/1' }]);
  expect(problems).toEqual([expect.stringContaining('the column "event_en" has no place')]);
  const spoken = rows(
    'date_ce,name_tr,name_en',
    '622,Hicret,The Hijra',
    '630,Mekke’nin Fethi,Conquest of Mecca',
  );
  expect(parse(spoken).told?.[0]).toBe('622: The Hijra');
  expect(parse(spoken, { lang: 'tr' }).told?.[0]).toBe('622: Hicret');
});

test('weights on a scale of their own are told and weigh nothing', () => {
  const { timeline, problems } = parse(rows('year,event,importance', '1215,A,5', '1492,B,3', '1789,C,1'));
  expect(timeline?.events.map(({ significance }) => significance)).toEqual([2, 2, 2]);
  expect(problems).toEqual([expect.stringContaining('the column "importance" has no place on a timeline')]);
});

test('a list out of a script is a timeline, and a broken one has one message', () => {
  const simile = `var timeline_data = {\n 'dateTimeFormat': 'iso8601',\n 'events' : [\n  {'start': '1914', 'title': 'A war'},\n ]\n}`;
  expect(parse(simile, { file: 'data.js' }).told).toEqual(['1914: A war']);
  const items = `[{id: 1, group: 'War', content: '<b>A war</b>', start: '1914-07-28', end: '1918-11-11'}]`;
  expect(parse(items, { file: 'items.json' }).told).toEqual(['28 July 1914 to 11 November 1918: A war']);
  const broken = parse('{"events": [{"start": "1914" "title": "A"},\n{"start" "1915"}]}', { file: 'a.json' });
  expect(broken.problems).toHaveLength(1);
});

test('a first of January of Wikidata is a year, a precision says what is known', () => {
  const entity = 'http://www.wikidata.org/entity/Q';
  const found = rows(
    'event,eventLabel,date',
    `${entity}1,A siege,0860-01-01T00:00:00Z`,
    `${entity}2,A war,1371-01-01T00:00:00Z`,
    `${entity}3,Aachen,1944-10-21T00:00:00Z`,
  );
  const { told, problems } = parse(found);
  expect(told).toEqual(['860: A siege', '1371: A war', '21 October 1944: Aachen']);
  expect(problems).toEqual([
    expect.stringMatching(/^list\.csv:2:\d+: notice: 0860-01-01T00:00:00Z is read as a year/),
  ]);
  const exact = rows(
    'title,date,precision',
    'A,1850-01-01,9',
    'B,1850-05-01,10',
    'C,1850-01-01,11',
    'D,1850-01-01,8',
  );
  expect(parse(exact).told?.toSorted()).toEqual([
    '1 January 1850: C',
    '1850: A',
    'May 1850: B',
    'the 1850s: D',
  ]);
  expect(parse(rows('title,date', 'A law,1850-01-01', 'Another,1851-01-01')).told).toEqual([
    '1 January 1850: A law',
    '1 January 1851: Another',
  ]);
});

test('a century is the one that its last year ends', () => {
  expect(['1900', '1801', '1850'].map((year) => asKnown(`${year}-01-01`, '7'))).toEqual([
    '18XX',
    '18XX',
    '18XX',
  ]);
  expect(asKnown('1901-01-01', 'century')).toBe('19XX');
});

test('three figures and a question mark are a decade beside whole years', () => {
  expect(parse(rows('date,title', '1849,A', '185?,B', '1861,C', '1870,D')).told).toContain(
    'perhaps the 1850s: B',
  );
  expect(parse(rows('date,title', '179,A', '185?,B')).told).toContain('perhaps 185: B');
});

test('a list within a record is told as words, a picture may have blanks in its name', () => {
  const list = JSON.stringify([
    { date: '1901', title: 'A', description: ['One', 'two'], links: [], image: 'A mill (1901).jpg' },
    { date: '1902', title: 'B', description: ['Three'], links: ['https://example.org/b'], image: null },
  ]);
  const { timeline } = parse(list, { file: 'list.json' });
  expect(timeline?.events[0]).toMatchObject({ summary: 'One, two', facts: [], links: [] });
  expect(timeline?.events[0]?.image).toMatchObject({ file: 'A mill (1901).jpg' });
  expect(timeline?.events[1]?.links).toMatchObject([{ address: 'https://example.org/b' }]);
});

test('hours say the zone of their head, and an end that is the beginning is told once', () => {
  const { told } = parse(
    rows('date_utc,time_utc,event', '2014-03-07,16:42,Departs', '2014-03-07,17:21:13,Is lost'),
  );
  expect(told).toEqual(['7 March 2014, 16:42 UTC: Departs', '7 March 2014, 17:21:13 UTC: Is lost']);
  const at = '2012-09-21T13:21:05+0000';
  expect(parse(rows('start,end,title', `${at},${at},A visit`, `${at},,B`)).told?.[0]).toBe(
    '21 September 2012, 13:21:05 UTC: A visit',
  );
  expect(parse(rows('date,title', 'Dec 18 2011 CST,A', 'Jan 11 2012 CST,B')).told).toEqual([
    'Dec 18 2011 CST: A',
    'Jan 11 2012 CST: B',
  ]);
});

test('a row of sums is no event, and is told', () => {
  const { told, timeline, problems } = parse(
    rows('name,start,end', 'A war,1775,1783', 'Another,1798,1800', 'Total,,'),
  );
  expect(told).toHaveLength(2);
  expect(timeline?.undated).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/^list\.csv:4:1: notice: "Total" is a row of sums/)]);
});

test('of TimelineJS’s newer columns alternative texts and sources are kept, words beside an address too', () => {
  const { timeline, problems } = parse(
    rows(
      'Year,Headline,Media,Media Caption,Alt Text,Type,Source',
      '1953,Models,model.png,A model,A box of wires,,"A book, https://example.org/book"',
      '1958,A committee,,,,,A book',
    ),
  );
  const [first, second] = timeline?.events ?? [];
  expect(first?.image).toMatchObject({ file: 'model.png', alt: 'A model · A box of wires' });
  expect(first?.links).toMatchObject([{ address: 'https://example.org/book' }]);
  expect(first?.facts).toEqual([{ name: 'Source', says: 'A book' }]);
  expect(second?.facts).toEqual([{ name: 'Source', says: 'A book' }]);
  expect(problems.filter((one) => one.includes('none of TimelineJS'))).toEqual([]);
});

test('numbers that count years ago or from 1970 are no years of our era', () => {
  const ages = parse(rows('name,start,end', 'Cambrian,541000000,485400000', 'Holocene,11700,0'));
  expect(ages.told).toEqual([
    '541 million years ago to 485.4 million years ago: Cambrian',
    'from 11,700 years ago on: Holocene',
  ]);
  expect(ages.problems).toEqual([
    expect.stringMatching(/^list\.csv:2:\d+: notice: 541000000 is read as 541,000,000 years ago/),
  ]);
  expect(
    parse(
      rows('interval_name,max_ma,min_ma', 'Pliocene,5.333,2.58', 'Miocene,23.03,5.333', 'Holocene,0.0117,0'),
    ).told,
  ).toEqual([
    '23.03 million years ago to 5.333 million years ago: Miocene',
    '5.333 million years ago to 2.58 million years ago: Pliocene',
    'from 0.0117 Ma on: Holocene',
  ]);
  const stamps = parse(rows('time,event', '1700000000,A', '1700100000,B'));
  expect(stamps.told).toEqual(['14 November 2023, 22:13:20 UTC: A', '16 November 2023, 02:00:00 UTC: B']);
  expect(stamps.problems).toEqual([expect.stringContaining('as programs count from 1970')]);
  const large = parse(rows('name,start', 'Cambrian,541000000', 'Devonian,419200000'));
  expect(large.timeline).toBeUndefined();
  expect(large.problems).toEqual([
    expect.stringContaining('541000000 under "start" is too large for a year'),
  ]);
});

test('kinds beside remarks are no lanes of events', () => {
  const races = [...'abcdefghijkl'].map((day, nth) => {
    const [team, winner] = [['ATL', 'FLA', 'PHI'][nth % 3], ['George', 'Abe', 'Tom'][nth % 3]];
    return `2008-04-${nth + 10},${team},${winner},${nth % 4 ? `A remark of day ${day}` : ''}`;
  });
  const { told, timeline } = parse(rows('DATE,OPPONENT,WINNER,NOTABLE', ...races));
  expect(told).toHaveLength(12);
  expect(timeline?.lanes).toHaveLength(1);
});
