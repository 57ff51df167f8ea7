import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import { formatWhen } from '../../../../../src/figures/timeline/model/when.ts';

function parse(text: string) {
  const problems: Problem[] = [];
  const timeline = parseTimeline({ file: 'mill.mw', text }, (one) => problems.push(one));
  const lanes = new Map(timeline?.lanes.map(({ id, name }) => [id, name]));
  return {
    timeline,
    told: timeline?.events.map((event) => `${formatWhen(event)}: ${event.title}`),
    lanes: timeline?.events.map(({ lane }) => lanes.get(lane)),
    problems: problems.map(formatProblem),
  };
}

test('a date, a colon and a text are an event; what stands below is told with it', () => {
  const { timeline, told, problems } = parse(
    'title: A mill\n\n// no event\n1803: Charter #law\nThe lord agrees.\n\nSee [the roll](https://example.org/roll) and https://example.org/b\n12/1844: Flood\n[Lower town](location)\n',
  );
  expect(timeline?.title).toBe('A mill');
  expect(told).toEqual(['1803: Charter', 'December 1844: Flood']);
  expect(timeline?.events[0]).toMatchObject({
    summary: 'The lord agrees. See the roll and',
    kind: 'law',
    links: [{ address: 'https://example.org/roll' }, { address: 'https://example.org/b' }],
  });
  expect(timeline?.events[1]?.place).toBe('Lower town');
  expect(timeline?.events[0]?.written).toEqual({ file: 'mill.mw', line: 4, column: 1 });
  expect(problems).toEqual([]);
});

test.each([
  ['1892/2021-08-12', '1892 to 12 August 2021'],
  ['2004-06 / 2006-08', 'June 2004 to August 2006'],
  ['1930 - 1967', '1930 to 1967'],
  ['04/1776', 'April 1776'],
  ['12/7/1941', '7 December 1941'],
  ['18 March 2026', '18 March 2026'],
  ['1 Jan 1998 to 11/11/2011', '1 January 1998 to 11 November 2011'],
  ['2031-11-19T01:35', '19 November 2031, 01:35'],
  ['2020/now', 'from 2020 on'],
  ['3000 BC', '3000 BC'],
  ['2018/6 months', '2018 to June 2018'],
  ['2023-04/4 months', 'April 2023 to July 2023'],
  ['2024-02-01 - 2 weeks', '1 February 2024 to 14 February 2024'],
  ['2023-01-03 every other week for 1 year', '2023-01-03 every other week for 1 year'],
])('%s is %s', (written, told) => {
  expect(parse(`${written}: It happened\n`).told).toEqual([`${told}: It happened`]);
});

test('a range of two times needs no blanks', () => {
  const { told } = parse('2023-05-06T10:00:00Z-2023-05-06T12:00:00Z: Meeting\n');
  expect(told).toEqual(['6 May 2023, 10:00:00 UTC to 12:00:00: Meeting']);
});

test('the European order of days is told in the header', () => {
  expect(parse('---\ndateFormat: d/M/y\n---\n03/04/1921: X\n').told).toEqual(['3 April 1921: X']);
});

test('lengths of time begin where the event before ends, or a named one', () => {
  const { told } = parse(
    [
      '2023-01-01 - 2 weeks: Phase one',
      'id: one',
      '2 weeks: Phase two',
      '1 month: Phase three',
      '1 week - 3 days: Kickoff',
      'after !one 1 day: Also',
      'before !one 1 week: Earlier',
      '2 Mar 2023: Day',
      '9:30am - 10:30am: Meeting',
    ].join('\n'),
  );
  expect(told).toEqual([
    '25 December 2022 to 31 December 2022: Earlier',
    '1 January 2023 to 14 January 2023: Phase one',
    '15 January 2023 to 28 January 2023: Phase two',
    '15 January 2023: Also',
    '29 January 2023 to 27 February 2023: Phase three',
    '2 March 2023: Day',
    '2 March 2023, 09:30 to 10:30: Meeting',
    '7 March 2023 to 9 March 2023: Kickoff',
  ]);
});

test('sections, groups and headings are lanes; without any, tags are', () => {
  expect(
    parse('section All #x\n group Mill\n1803: A\nendGroup\n1804: B\nendSection\n1805: C\n').lanes,
  ).toEqual(['Mill', 'All', 'Events']);
  expect(parse('# Mill\n1803: A\n## Weir\n1804: B\n# Town\n1805: C\n').lanes).toEqual([
    'Mill',
    'Weir',
    'Town',
  ]);
  expect(parse('1803: A #mill\n1804: B #town\n').lanes).toEqual(['mill', 'town']);
});

test('what only a clock could tell is listed with its words; what recurs is named', () => {
  const { timeline, problems } = parse('1900: A\nnow: B\n1901-02-03 every year for 3 years: C\n');
  expect(timeline?.undated).toMatchObject([{ title: 'B', when: 'now' }]);
  expect(problems).toEqual([
    expect.stringContaining('mill.mw:3:1: notice: what recurs is drawn once'),
    expect.stringContaining('mill.mw:2:1: notice: the date "now" cannot be drawn'),
  ]);
  expect(parse('# Only a heading\n').problems).toEqual([
    expect.stringContaining('error: the timeline has no events'),
  ]);
});

test('brackets of an address are its own', () => {
  const { timeline, told } = parse('1784-1790: A survey https://example.org/Survey_(1784-1790)\n');
  expect(told).toEqual(['1784 to 1790: A survey']);
  expect(timeline?.events[0]?.links).toMatchObject([{ address: 'https://example.org/Survey_(1784-1790)' }]);
});
