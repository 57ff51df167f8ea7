import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { makeBibliography, parseSources } from '../../../../src/deck/sources/sources.ts';

function parse(text: string) {
  const problems: Problem[] = [];
  const sources = parseSources({ file: 'sources.yaml', text, firstLine: 1 }, (problem) =>
    problems.push(problem),
  );
  return { sources, problems: problems.map(formatProblem) };
}

const WORKS = `
- id: news
  type: article-newspaper
  title: Moon walk
- id: law
  type: treaty
  title: Outer Space Treaty
  issued: "1967"
- id: table
  type: dataset
  title: Launches
- id: speech
  type: speech
  title: We choose to go
  issued: 1962-09-12
  URL: https://example.org/speech
- id: pact
  type: treaty
  title: Rescue Agreement
`;

describe('sources.yaml', () => {
  test('gives every work by its id, with the place of the id', () => {
    const { sources, problems } = parse(WORKS);
    expect(problems).toEqual([]);
    expect([...sources.keys()]).toEqual(['news', 'law', 'table', 'speech', 'pact']);
    expect(sources.get('law')).toMatchObject({
      source: { title: 'Outer Space Treaty', issued: '1967' },
      place: { file: 'sources.yaml', line: 5, column: 7 },
    });
  });

  test('takes every key of CSL 1.0.2, people as CSL has them, dates in parts, and our own two', () => {
    const { sources, problems } = parse(`
- id: 7
  type: paper-conference
  title: On mills
  author: [{ family: Ober, given: Ida }, { literal: The Guild }, { family: 山田, given: 太郎 }]
  editor: B. Li
  issued: { date-parts: [[1999, 4]] }
  accessed: 2026-11-28
  container-title: Mills
  volume: 3
  issue: 2
  page: 4-9
  ISSN: 1234-5678
  original-date: 1890
  event-place: Ham
  custom: { a: b }
  archive: Guild archive
  DOI: https://doi.org/10.1000/182
  archived: { url: https://web.archive.org/web/2026/x, date: 2026-01-02 }
  sha256: ${'0a'.repeat(32)}
`);
    expect(problems).toEqual([]);
    expect(sources.get('7')?.source).toEqual({
      ...{ id: '7', type: 'paper-conference', title: 'On mills', volume: '3', issue: '2', page: '4-9' },
      ...{
        author: 'Ida Ober, The Guild, 山田 太郎',
        editor: 'B. Li',
        issued: '1999-04',
        accessed: '2026-11-28',
      },
      ...{ 'container-title': 'Mills', archive: 'Guild archive', sha256: '0a'.repeat(32) },
      ...{ DOI: '10.1000/182', URL: 'https://doi.org/10.1000/182' },
      archived: { url: 'https://web.archive.org/web/2026/x', date: '2026-01-02' },
    });
  });

  test("takes Pandoc's own form: works under `references`, dates in years and months, addresses without https://", () => {
    const { sources, problems } = parse(`---
# of Pandoc
references:
- id: reef
  type: report
  title: Reefs
  issued: [{ year: 2017, month: 3 }, { year: 2018 }]
  accessed: 2018-3-5
  URL: www.example.org/reef
- { id: "https://example.org/a?b=c", type: webpage, title: A page, issued: { year: 2016 } }
`);
    expect(problems).toEqual([]);
    expect([...sources.values()].map(({ source }) => source)).toMatchObject([
      { issued: '2017-03', accessed: '2018-03-05', URL: 'https://www.example.org/reef' },
      { id: 'https://example.org/a?b=c', issued: '2016' },
    ]);
    expect(sources.get('reef')?.place).toMatchObject({ line: 4, column: 7 });
  });

  test('may not use an id twice: the first work keeps it', () => {
    const { sources, problems } = parse(`${WORKS}- id: law\n  type: bill\n  title: Another\n`);
    expect(problems).toEqual([
      'sources.yaml:20:7: error: the source id "law" is used twice (first in line 5). Give each work an id of its own.',
    ]);
    expect(sources.get('law')?.source.title).toBe('Outer Space Treaty');
  });

  test.each([
    [
      'id: my law',
      '1:7',
      '"id" is "my law". Begin with a letter or digit, then use letters, digits and . : - _.',
    ],
    [
      'id: -law',
      '1:7',
      '"id" is "-law". Begin with a letter or digit, then use letters, digits and . : - _.',
    ],
    ['type: treatty', '2:9', '"type" is "treatty". Did you mean "treaty"?'],
    ['title: ""', '3:10', '"title" is "". Write some text.'],
    ['DOI: 12', '4:8', '"DOI" is 12. Put it in quotes: "12".'],
    ['sha256: abc', '4:11', '"sha256" is "abc". Write 64 hexadecimal digits.'],
    [
      'issued: Jan 1967',
      '4:11',
      '"issued" is "Jan 1967". Write 1969, 1969-07 or 1969-07-20, in quotes if it is a year.',
    ],
    [
      'issued: 1967-13',
      '4:11',
      '"issued" is "1967-13". Write 1969, 1969-07 or 1969-07-20, in quotes if it is a year.',
    ],
    [
      'issued: 1967-01-32',
      '4:11',
      '"issued" is "1967-01-32". Write 1969, 1969-07 or 1969-07-20, in quotes if it is a year.',
    ],
    ['URL: example.org', '4:8', '"URL" is "example.org". Write a whole address that begins with https://.'],
    [
      'URL: "javascript:alert(1)"',
      '4:8',
      '"URL" is "javascript:alert(1)". Write a whole address that begins with https://.',
    ],
    ['url: https://example.org', '4:3', 'unknown key "url". Did you mean "URL"?'],
  ])('refuses %s', (line, place, message) => {
    const [key = ''] = line.split(':');
    const right = ['id: law', 'type: treaty', 'title: A treaty'];
    const index = right.findIndex((each) => each.startsWith(`${key}:`));
    const lines = index < 0 ? [...right, line] : right.with(index, line);
    const { sources, problems } = parse(`- ${lines.join('\n  ')}\n`);
    expect(problems).toEqual([`sources.yaml:${place}: error: ${message}`]);
    expect(sources.size).toBe(0);
  });
});

describe('the bibliography', () => {
  const { sources } = parse(WORKS);
  const bibliography = makeBibliography(sources, new Set(['news', 'pact', 'speech', 'law', 'nobody']));

  test('lists cited works only, by group, then in the order of the file, numbered through', () => {
    expect(
      bibliography.groups.map(({ heading, entries }) => [
        heading,
        ...entries.map(({ number, source }) => `${number} ${source.id}`),
      ]),
    ).toEqual([
      ['laws', '1 law', '2 pact'],
      ['statements', '3 speech'],
      ['press', '4 news'],
    ]);
  });

  test('finds the entry of a cited work, and none for one not cited or not known', () => {
    expect(bibliography.entry('speech')?.number).toBe(3);
    expect(bibliography.entry('table')).toBeUndefined();
    expect(bibliography.entry('nobody')).toBeUndefined();
  });
});
