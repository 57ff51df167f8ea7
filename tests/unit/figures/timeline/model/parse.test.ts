import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import type { FigureContext } from '../../../../../src/deck/figure.ts';
import { parseTimeline, readTimeline } from '../../../../../src/figures/timeline/model/parse.ts';

const HEAD = `title: A village
from: "1800-01-01"
to: "1899-12-31"
lanes:
  - { id: mill, name: Mill }
  - { id: school, name: School }
eras:
  - { id: early, from: "1804", name: Early, years: "1804–49" }
  - { id: late, from: "1850-01-01", name: Late, years: "1850–99" }
`;

/** An event as flow YAML, with some keys written otherwise. */
function event(id: string, more: Readonly<Record<string, string>> = {}): string {
  const keys = {
    id,
    lane: 'mill',
    date: '"1848-03-30"',
    title: 'Title',
    label: 'Label',
    parties: '[A]',
    kind: 'law',
    summary: 'Words.',
    significance: '1',
    mark: 'signed',
    ...more,
  };
  return `  - { ${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }\n`;
}

function parse(text: string) {
  const problems: Problem[] = [];
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, (problem) => problems.push(problem));
  return { timeline, said: problems.map(formatProblem) };
}

/** Line and column of the last place where a text holds another. */
function placeOf(text: string, at: string): string {
  const before = text.slice(0, text.lastIndexOf(at)).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const sayOf = (body: string) => parse(HEAD + body).said;

describe('a sound file', () => {
  const { timeline, said } = parse(
    `${HEAD}events:\n${event('second', { date: '"1861"' })}${event('first', { bar: '{ weight: light, from: "1849" }', sources: '[a, b]' })}`,
  );

  test('has nothing to be said about it', () => {
    expect(said).toEqual([]);
  });

  test('gives its events in order of time, each with where it was written', () => {
    expect(timeline?.events.map(({ id }) => id)).toEqual(['first', 'second']);
    expect(timeline?.events[0]?.written).toEqual({ file: 'timeline.yaml', line: 12, column: 11 });
    expect(timeline?.events[0]?.sources.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('gives its eras as half-open stretches of years', () => {
    expect(timeline?.eras.map(({ start, end }) => [start, end])).toEqual([
      [1804, 1850],
      [1850, 1900],
    ]);
  });
});

describe('a problem names the place, the value and what would be right', () => {
  test.each([
    [
      'a bar that ends before it begins',
      `events:\n${event('a', { bar: '{ weight: heavy, from: "1849-05-01", to: "1848" }' })}`,
      '"1848" } }',
      'the bar of "a" ends 1848, before it begins (1 May 1849). Write a date after 1849-05-01, or change "from".',
    ],
    [
      'an unknown lane',
      `events:\n${event('a', { lane: 'mil' })}`,
      'mil,',
      'unknown lane "mil". Did you mean "mill"?',
    ],
    [
      'an id used twice',
      `events:\n${event('a')}${event('a')}`,
      'a, lane',
      'the id "a" is used twice. Give each of the events an id of its own.',
    ],
    [
      'an event outside all eras',
      `events:\n${event('a', { date: '"1801"' })}`,
      '"1801"',
      '"a" (1801) is outside all eras. Write a date from 1804 to 1899-12-31, or widen the eras.',
    ],
    [
      'a bad date',
      `events:\n${event('a', { date: '"1848-02-30"' })}`,
      '"1848-02-30"',
      '"date" is "1848-02-30". February 1848 has 29 days.',
    ],
    [
      'a date in words',
      `events:\n${event('a', { date: '30 March 1848' })}`,
      '30 March',
      '"date" is "30 March 1848". Write "1848-03-30".',
    ],
    [
      'a date of whose figures YAML would lose some',
      `events:\n${event('a', { date: '848' })}`,
      '848,',
      '"date" is 848. Put a date before 1000 in quotes: "0079", "44 BC".',
    ],
    [
      'an unknown key',
      `events:\n${event('a', { lable: 'x' })}`,
      'lable',
      'unknown key "lable". Did you mean "label"?',
    ],
    [
      'an unknown weight',
      `events:\n${event('a', { bar: '{ weight: heavi, from: "1849" }' })}`,
      'heavi',
      '"weight" is "heavi". Did you mean "heavy"?',
    ],
    [
      'a label that is too long',
      `events:\n${event('a', { label: 'The very first Town Hall of all' })}`,
      'The very',
      '"label" is "The very first Town Hall of all". Use at most 24 characters; the year is added.',
    ],
    [
      'a fold outside the time',
      `folds: [{ at: "1950", scale: 2 }]\nevents: []\n`,
      '"1950"',
      'the fold at 1950 is not between 1 January 1800 and 31 December 1899. Order the folds by date, within the timeline.',
    ],
    [
      'an unknown event of a band',
      `bands: [{ id: flood, name: Flood, event: b, from: "1848", to: "1849" }]\nevents:\n${event('a')}`,
      'b, from',
      'unknown event "b". Known here: a.',
    ],
    [
      'a group across lanes',
      `groups: [{ label: Both, events: [a, b] }]\nevents:\n${event('a')}${event('b', { lane: 'school' })}`,
      '{ label: Both',
      'the events of the group "Both" stand in 2 lanes (mill, school). Keep those of one lane: a label is shared within its lane.',
    ],
  ])('%s', (_, body, at, message) => {
    expect(sayOf(body)).toEqual([`timeline.yaml:${placeOf(HEAD + body, at)}: error: ${message}`]);
  });

  test('and all of them are said at once', () => {
    expect(sayOf(`events:\n${event('a', { lane: 'x' })}${event('a', { date: '"1801"' })}`)).toHaveLength(3);
  });

  test('eras that are out of order', () => {
    const { said } = parse(`${HEAD.replace('"1850-01-01"', '"1803"')}events: []\n`);
    expect(said).toEqual([
      'timeline.yaml:9:23: error: the era "late" begins 1803, not after the one before it. Order the eras by date; this one comes after 1804.',
    ]);
  });
});

describe('readTimeline', () => {
  const place = { file: 'a.md', line: 3, column: 1 };
  const context = (files: Readonly<Record<string, string>>) => {
    const said: string[] = [];
    const made: FigureContext = {
      read: (path) => files[path],
      paths: Object.keys(files),
      measure: (text, _face, size) => text.length * size * 0.45,
      report: (problem) => said.push(formatProblem(problem)),
      lang: 'en',
    };
    return { made, said };
  };

  test('reads a file once, and says its problems once, however many figures show it', () => {
    const { made, said } = context({ 'timeline.yaml': `${HEAD}events:\n${event('a', { lane: 'x' })}` });
    expect([readTimeline(made, 'timeline.yaml', place), readTimeline(made, 'timeline.yaml', place)]).toEqual([
      undefined,
      undefined,
    ]);
    expect(said).toHaveLength(1);
  });

  test('says which file there is where one is missing', () => {
    const { made, said } = context({ 'timeline.yaml': '' });
    expect(readTimeline(made, 'timelin.yaml', place)).toBeUndefined();
    expect(said).toEqual(['a.md:3:1: error: there is no file "timelin.yaml". Did you mean "timeline.yaml"?']);
  });
});
