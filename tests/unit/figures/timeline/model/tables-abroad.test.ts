import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { positionOf } from '../../../../../src/figures/timeline/model/date.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import { readSpoken } from '../../../../../src/figures/timeline/model/spoken-date.ts';
import { formatWhen } from '../../../../../src/figures/timeline/model/when.ts';

function parse(text: string, file = 'list.csv') {
  const problems: Problem[] = [];
  const timeline = parseTimeline({ file, text }, (one) => problems.push(one));
  const lanes = new Map(timeline?.lanes.map(({ id, name }) => [id, name]));
  return {
    told: timeline?.events.map((event) => `${formatWhen(event)}: ${event.title}`),
    lanes: timeline?.events.map(({ lane }) => lanes.get(lane)),
    links: timeline?.events.map(({ links }) => links.map(({ address }) => address)),
    problems: problems.map(formatProblem),
  };
}

test.each([
  ['um 1230', 1230, 1],
  ['3. März 1848', 1848.17, 0.01],
  ['18. Jh.', 1751, 1],
  ['333 v. Chr.', -332, 1],
  ['1920er Jahre', 1925, 1],
  ['vers 1230', 1230, 1],
  ['1er mai 1886', 1886.33, 0.01],
  ['XIXe siècle', 1851, 1],
  ['52 av. J.-C.', -51, 1],
  ['14 de julio de 1789', 1789.53, 0.01],
  ['siglo XVI', 1551, 1],
  ['10.000 a.C.', -9999, 1],
  ['31 dicembre 1999', 1999.99, 0.02],
  ['mei 1940', 1940.37, 0.05],
  ['Frühling 1848', 1848.3, 0.2],
  ['22 июня 1941', 1941.47, 0.01],
  ['1812 г.', 1812.5, 0.5],
  ['ок. 500 до н. э.', -499, 1],
  ['XVIII век', 1751, 1],
  ['3 maja 1791 r.', 1791.33, 0.01],
  ['1800-talet', 1850, 1],
  ['昭和20年8月15日', 1945.62, 0.01],
  ['明治元年9月8日', 1868.5, 0.5],
  ['令和元年5月1日', 2019.33, 0.01],
  ['紀元前660年', -658.5, 0.5],
  ['19世紀後半', 1851, 1],
  ['1920年代', 1925, 1],
  ['기원전 57년', -55.5, 0.5],
  ['vers 15 000 av. J.-C.', -14998.5, 0.5],
])('"%s" is drawn near %f and told as it is written', (text, year, near) => {
  const when = readSpoken(text);
  expect(Math.abs(positionOf(when?.date ?? { year: 0, about: false }) - year)).toBeLessThanOrEqual(near);
  expect(when && formatWhen({ end: undefined, open: undefined, when: undefined, ...when })).toBe(text);
});

test.each([
  'A mill is built in 1803',
  'de Gaulle 1958',
  '5 899 1941',
  '東京 1964',
  'Gemeinde 1900 eV',
  '12 mars',
])('"%s" is no date', (text) => expect(readSpoken(text)).toBeUndefined());

test.each([
  ['1939 bis 1945', '1939 bis 1945'],
  ['de 1939 à 1945', 'de 1939 à 1945'],
  ['1603年〜1868年', '1603年〜1868年'],
  ['1945年8月6日〜9日', '1945年8月6日〜9日'],
  ['c.1400-c.1450', 'about 1400 to about 1450'],
  ['03/1972 - 05/1972', 'March 1972 to May 1972'],
  ['10/2001-02/03/2005', 'October 2001 to 2 March 2005'],
  ['2005-~', 'from 2005 on'],
  ['-4 500 000 000', '4.5 billion years ago'],
  ['April 1-5, 1920', '1 April 1920 to 5 April 1920'],
  ['1950s-60s', 'the 1950s to the 1960s'],
  ['1984-5', '1984 to 1985'],
])('"%s" is a range', (text, told) => {
  const when = readSpoken(text);
  expect(when && formatWhen({ end: undefined, open: undefined, when: undefined, ...when })).toBe(told);
});

test('heads are known in other languages', () => {
  const german = parse('Datum;Ereignis;Ort;Quelle\num 1230;Markt;Lübeck;Urkunde 12\n1848–1849;Unruhen;;\n');
  expect(german.told).toEqual(['um 1230: Markt', '1848 to 1849: Unruhen']);
  expect(german.problems).toEqual([]);
  expect(parse('Année,Titre\n1230,Un pont\n1871,Une roue\n').told).toEqual([
    '1230: Un pont',
    '1871: Une roue',
  ]);
  expect(parse('年,出来事\n1889年2月11日,公布\n1945,終わり\n').told).toEqual([
    '11 February 1889: 公布',
    '1945: 終わり',
  ]);
});

test('two figures of a year are read as workbooks do, and told', () => {
  const { told, problems } = parse('date,title\n11-Mar-15,A storm\n3-Apr-68,A march\n');
  expect(told).toEqual(['3 April 1968: A march', '11 March 2015: A storm']);
  expect(problems).toEqual([expect.stringContaining('"11-Mar-15" is read as 11-Mar-2015')]);
});

test('two figures of a year are of the century of the rows around them, where whole years stand in order', () => {
  const rows = [
    '1869/11,1890/02/18',
    '1907,',
    '13/03/03,13/03/04',
    '45/07/21,25/10/30',
    '1960,',
    '98/02/14,Present',
  ];
  const table = `start,end,title\n${rows.map((dates, nth) => `${dates},Act ${nth}`).join('\n')}\n00/10/31,,Act 6\n2001,,Act 7\n`;
  const { told, problems } = parse(table);
  expect(told).toEqual([
    'November 1869 to 18 February 1890: Act 0',
    '1907: Act 1',
    '3 March 1913 to 4 March 1913: Act 2',
    '21 July 1945 to 30 October 2025: Act 3',
    '1960: Act 4',
    'from 14 February 1998 on: Act 5',
    '31 October 2000: Act 6',
    '2001: Act 7',
  ]);
  expect(problems).toEqual([
    expect.stringContaining('"13/03/03" is read as 1913-03-03, as the other rows have it'),
  ]);
  // Workbooks write days before 1900 whole.
  expect(parse('date,title\n7/4/1776,A\n9/17/1787,B\n2/3/1870,C\n4/12/61,D\n').told?.at(-1)).toBe(
    '12 April 1961: D',
  );
  // Without an order nothing is known of the century.
  expect(parse('date,title\n1/31/1990,A\n2/1/1902,B\n5/6/1950,C\n4/13/12,D\n').told?.at(-1)).toBe(
    '13 April 2012: D',
  );
});

test('a month by its name stands among short years that are written first', () => {
  expect(parse('date,title\n45/06/26,A\n11-Mar-48,B\n60/08/10,C\n').told).toEqual([
    '26 June 1945: A',
    '11 March 1948: B',
    '10 August 1960: C',
  ]);
});

test('a comma without a space parts month and year', () => {
  expect(parse('date,title\n"March 26,1812",A\n"26 March,1813",B\n"May,1814",C\n').told).toEqual([
    '26 March 1812: A',
    '26 March 1813: B',
    'May 1814: C',
  ]);
});

test('a table without heads loses no row, no end and no address', () => {
  const { told, links, problems } = parse(
    '1750;;A cold winter;https://example.org/cold\n1756;1763;A long war;https://example.org/war\n1773;;Tea;https://example.org/tea\n',
  );
  expect(told).toEqual(['1750: A cold winter', '1756 to 1763: A long war', '1773: Tea']);
  expect(links?.[1]).toEqual(['https://example.org/war']);
  expect(problems).toEqual([expect.stringContaining('the table has no heads')]);
});

test('what happened here and there in columns side by side is in lanes', () => {
  const { told, lanes, problems } = parse(
    'date,The town,The world\n1803,A mill,\n1804,,An emperor\n1810,,\n1815,A bridge,A battle\n1820,,A king\n',
  );
  expect(told).toEqual([
    '1803: A mill',
    '1804: An emperor',
    '1815: A bridge',
    '1815: A battle',
    '1820: A king',
  ]);
  expect(lanes).toEqual(['The town', 'The world', 'The town', 'The world', 'The world']);
  expect(problems).toEqual([]);
});

test('rows with a date and no words are no events, and are told', () => {
  const { told, problems } = parse('year,event\n1803,A mill\n1804,\n1805,\n1871,A wheel\n');
  expect(told).toEqual(['1803: A mill', '1871: A wheel']);
  expect(problems).toEqual([expect.stringContaining('2 rows have a date and no words')]);
});

test('days that a database writes as midnights are days; what a point lacks, its beginning tells', () => {
  const { told, links } = parse(
    'item,itemLabel,pointInTime,startTime,endTime,image\nhttps://example.org/Q1,A battle,1807-06-22T00:00:00Z,,,https://example.org/a.jpg\nhttps://example.org/Q2,A war,,1861-04-12T00:00:00Z,1865-04-09T00:00:00Z,\n',
  );
  expect(told).toEqual(['22 June 1807: A battle', '12 April 1861 to 9 April 1865: A war']);
  expect(links).toEqual([
    ['https://example.org/Q1', 'https://example.org/a.jpg'],
    ['https://example.org/Q2'],
  ]);
  expect(parse('date,title\n1807-06-22T00:00,Night\n1807-06-22T09:30,Day\n').told?.[0]).toBe(
    '22 June 1807, 00:00: Night',
  );
});

test('answers of a query, and dates as names, are tables too', () => {
  const bound = (type: string, value: string) => ({ type, value });
  const answer = {
    head: { vars: ['itemLabel', 'date'] },
    results: {
      bindings: [
        { itemLabel: bound('literal', 'A battle'), date: bound('literal', '1807-06-22T00:00:00Z') },
        { itemLabel: bound('literal', 'A siege'), date: bound('literal', '1810-04-22T00:00:00Z') },
      ],
    },
  };
  expect(parse(JSON.stringify(answer), 'list.json').told).toEqual([
    '22 June 1807: A battle',
    '22 April 1810: A siege',
  ]);
  expect(parse('{"1803":"A mill","1871":["A wheel","A bridge"]}', 'list.json').told).toEqual([
    '1803: A mill',
    '1871: A wheel',
    '1871: A bridge',
  ]);
});

test('scripts’ dates keep their clock', () => {
  const { told } = parse(
    '[{"start":"Apr 10 2017 07:50:00 GMT+0530","title":"A"},{"start":"Sat May 20 1961 09:30:00 GMT-0600 (CST)","title":"B"}]',
    'list.json',
  );
  expect(told).toEqual(['20 May 1961, 09:30:00 UTC−06:00: B', '10 April 2017, 07:50:00 UTC+05:30: A']);
});

test('a column that says the same in every row titles none of them', () => {
  const { told } = parse(
    'text,year,status\nA ship sails to the west,1492,start\nAnother sails south,1497,start\n',
  );
  expect(told).toEqual(['1492: A ship sails to the west', '1497: Another sails south']);
});

test('of two columns with heads of dates the one that holds dates is read', () => {
  const { told } = parse(
    'name,period,start_year_approx,notes\nJinling,Warring States,-333,NA\nMoling,Qin,-210,A note\n',
  );
  expect(told).toEqual(['333 BC: Jinling', '210 BC: Moling']);
});

test('two figures of a year are read in figures too, and odd midnights among days are days', () => {
  expect(parse('milestone,date\nFirst,6/1/17 1:00 AM\nLast,6/24/17 2:00 AM\n').told).toEqual([
    '1 June 2017, 01:00: First',
    '24 June 2017, 02:00: Last',
  ]);
  expect(parse('milestone,date\nFirst,6/1/17 1:00 AM\n')).toMatchObject({
    told: ['1 June 2017, 01:00: First'],
    problems: [expect.stringContaining('the month was'), expect.stringContaining('is read as 6/1/2017')],
  });
  const days = [12, 13, 14, 15].map((day) => `1941-12-${day} 00:00:00,Port\n`).join('');
  expect(parse(`date,title\n${days}1941-12-16 07:55:00,Attack\n`).told?.slice(-2)).toEqual([
    '15 December 1941: Port',
    '16 December 1941, 07:55:00: Attack',
  ]);
});

test('what is headed "Ending Date" is an end, and heads of other scripts are known', () => {
  const english = parse(
    'Starting Date,Ending Date,Title\n2006-01-01,2012-12-31,A school\n2020-01-01,today,A shop\n',
  );
  expect(english.told).toEqual([
    '1 January 2006 to 31 December 2012: A school',
    'from 1 January 2020 on: A shop',
  ]);
  const russian = parse('Дата;Событие;Категория\n862 год;Начало;Русь\n22 июня 1941;Война;Война\n');
  expect(russian.told).toEqual(['862 год: Начало', '22 июня 1941: Война']);
  expect(parse('날짜,사건\n1945년 8월 15일,광복\n').told).toEqual(['15 August 1945: 광복']);
});
