import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { parseBibtex } from '../../../../src/deck/sources/bibtex.ts';
import { readSources } from '../../../../src/deck/sources/read.ts';

function read(files: Readonly<Record<string, string>>) {
  const problems: Problem[] = [];
  const deck = {
    ...{ name: 'deck', slides: [], paths: Object.keys(files) },
    read: (path: string) => files[path],
    has: (path: string) => path in files,
  };
  const { sources, whole } = readSources(deck, parseBibtex, (problem) => problems.push(problem));
  const works = [...sources.values()].map(({ source }) => source);
  return { works, whole, problems: problems.map(formatProblem) };
}

const BIB = `@book{ober2001,
  title = {A {History} of Mills},
  author = {Ober, Anna and Li, B.},
  year = 2001, publisher = {Mill Press}
}
@online{page, title = {M{\\"u}ller}, date = {2020-05-03}, url = {https://example.org/a}}
`;

describe('sources.bib', () => {
  test('takes a lone dollar for a dollar, and blames a place that is there', () => {
    const bib = '@book{a, title = {The $700 billion question}, author = {Li, B.}, year = 2009}\n';
    const { works, problems } = read({ 'sources.bib': bib });
    expect(works).toMatchObject([{ id: 'a', title: 'The $700 billion question' }]);
    expect(problems).toEqual([]);
    expect(read({ 'sources.bib': bib.replace('2009}', '2009') }).problems).toEqual([
      expect.stringMatching(/^sources\.bib:[1-9]\d*:[1-9]\d*: error: BibTeX: /),
    ]);
  });

  test('gives works by their keys, with names, dates and letters as they are meant', () => {
    expect(read({ 'sources.bib': BIB })).toEqual({
      works: [
        {
          id: 'ober2001',
          type: 'book',
          title: 'A History of Mills',
          author: 'Anna Ober, B. Li',
          publisher: 'Mill Press',
          issued: '2001',
        },
        {
          id: 'page',
          type: 'webpage',
          title: 'Müller',
          issued: '2020-05-03',
          URL: 'https://example.org/a',
        },
      ],
      whole: true,
      problems: [],
    });
  });

  test('with broken syntax is a problem with its line', () => {
    const { problems, whole } = read({ 'sources.bib': '@book{a, title={x}\n@book{b, title=}' });
    expect(problems).toEqual([expect.stringMatching(/^sources\.bib:2:1: error: BibTeX: invalid syntax/)]);
    expect(whole).toBe(false);
  });
});

describe('sources.json', () => {
  test('is CSL-JSON as Zotero writes it: what it holds besides is left alone, a DOI becomes an address', () => {
    const json = JSON.stringify([
      {
        id: 7,
        type: 'paper-conference',
        title: 'On mills',
        volume: 3,
        author: [{ literal: 'The Guild' }],
        issued: { 'date-parts': [['1999', 4]] },
        DOI: '10.1000/x',
      },
    ]);
    expect(read({ 'sources.json': json })).toEqual({
      works: [
        {
          id: '7',
          type: 'paper-conference',
          title: 'On mills',
          volume: '3',
          author: 'The Guild',
          issued: '1999-04',
          URL: 'https://doi.org/10.1000/x',
          DOI: '10.1000/x',
        },
      ],
      whole: true,
      problems: [],
    });
  });

  test('cites a work by its key where its id is an address, and leaves marks out of its words', () => {
    const id = 'http://zotero.org/users/1/items/ABC';
    const title = 'CO<sub>2</sub> in <i>Mytilus</i>, x < y and <span class="nocase">pH</span>';
    const json = JSON.stringify([{ id, type: 'book', title, 'citation-key': 'mills' }]);
    expect(read({ 'sources.json': json }).works).toMatchObject([
      { id: 'mills', title: 'CO₂ in Mytilus, x < y and pH' },
    ]);
    const bib = '@book{a, title = {On \\emph{Mills}}, year = 2001}';
    expect(read({ 'sources.bib': bib }).works).toMatchObject([{ id: 'a', title: 'On Mills' }]);
  });

  test('reads thousands of works of BibTeX without looking for the place of each', () => {
    const title = '{'.concat('T'.repeat(200), '}');
    const works = Array.from({ length: 300 }, (_, at) => `@book{k${at}, title = ${title}}\n`).join('');
    const { works: read300, problems } = read({ 'sources.bib': works.replace('k299', 'k0') });
    expect(read300).toHaveLength(299);
    expect(problems).toEqual([
      'sources.bib:1:1: error: the source id "k0" is used twice. Give each work an id of its own.',
    ]);
  });

  test('names wrong values with their place, and a work that two files have', () => {
    const json =
      '[\n  { "id": "ober2001", "type": "book", "title": "A" },\n  { "id": "b", "type": "book" } ]';
    expect(read({ 'sources.json': json }).problems).toEqual([
      expect.stringMatching(/^sources\.json:3:3: notice: the work "b" has no title, and is left out/),
    ]);
    const twice = '[{ "id": "ober2001", "type": "book", "title": "A" }]';
    expect(read({ 'sources.json': twice, 'sources.bib': BIB }).problems).toEqual([
      'sources.bib:1:1: error: the source id "ober2001" is used twice (first in sources.json:1). Give each work an id of its own.',
    ]);
  });
});
