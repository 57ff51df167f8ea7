import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { type Bibliography, makeBibliography, parseSources } from '../../../../src/deck/sources/sources.ts';
import { claimsFigure } from '../../../../src/figures/claims/figure.ts';

/** A slide of claims made of YAML; letters are all of one width. */
function make(body: string) {
  const problems: Problem[] = [];
  const place = { file: 'a.md', line: 5, column: 1 };
  const figure = claimsFigure(
    { kind: 'claims', body, place, slide: 'here' },
    {
      read: () => undefined,
      paths: [],
      measure: (text, _face, size) => text.length * size * 0.45,
      report: (problem) => problems.push(problem),
      lang: 'en',
    },
  );
  return { figure, said: problems.map(formatProblem) };
}

const row = (more = '') =>
  `  - claim: “The earth is flat”\n    documents: It is round.\n    finding: not-found\n${more}`;
const none: Bibliography = { groups: [], entry: () => undefined };

describe('a table of claims', () => {
  test('has a heading for each column and each row', () => {
    const [html = ''] = make(`rows:\n${row()}${row()}`).figure?.pages(none) ?? [];
    expect(html.match(/<th scope="col">/g)).toHaveLength(3);
    expect(html.match(/<th scope="row"/g)).toHaveLength(2);
  });

  test('says the finding as a sign and a word, in the author’s words', () => {
    const [preset = ''] = make(`rows:\n${row()}`).figure?.pages(none) ?? [];
    expect(preset).toMatch(/aria-hidden="true" data-letter="✕">.*<\/svg>Not found</);
    const [own = ''] = make(`findings: { not-found: Unbelegt }\nrows:\n${row()}`).figure?.pages(none) ?? [];
    expect(own).toContain('</svg>Unbelegt<');
  });

  test('names its sources in the row, by number, and cites them with their place', () => {
    const { figure } = make(`rows:\n${row('    sources: [globe]\n')}`);
    expect(figure?.cites).toEqual([{ id: 'globe', place: { file: 'a.md', line: 9, column: 15 } }]);
    const text =
      '- { id: globe, type: map, title: A globe, title-short: Globe, URL: "https://example.org/" }\n';
    const sources = parseSources({ file: 'sources.yaml', text, firstLine: 1 }, () => undefined);
    const [html = ''] = figure?.pages(makeBibliography(sources, new Set(['globe']))) ?? [];
    expect(html).toContain(
      '<a href="https://example.org/" target="_blank" rel="noopener"><b>1</b> Globe</a>',
    );
  });
});

describe('a list of claims', () => {
  const listed = (claim: string, finding: string) => `  - { claim: "${claim}", finding: ${finding} }\n`;

  test('counts its signs by finding, and numbers its rows through both columns', () => {
    const rows = ['nuance', 'confirmed', 'nuance', 'opinion', 'contradicted'].map((one) => listed(one, one));
    const { figure, said } = make(`rows:\n${rows.join('')}`);
    const [html = ''] = figure?.pages(none) ?? [];
    expect(said).toEqual([]);
    const tally = /<p class="claims-tally">([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '';
    expect(tally.match(/<svg/g)).toHaveLength(rows.length);
    expect(tally.replace(/<[^>]*>/g, '').split('\n')).toEqual([
      ...['1 Confirmed,', '2 With nuance,', '1 Contradicted,', '1 An opinion'],
    ]);
    expect(html.match(/<table>/g)).toHaveLength(2);
    expect([...html.matchAll(/claims-number">(\d+)<\/span> (\w+)/g)].map(([, ...row]) => row)).toEqual([
      ...[
        ['1', 'nuance'],
        ['2', 'confirmed'],
        ['3', 'nuance'],
        ['4', 'opinion'],
        ['5', 'contradicted'],
      ],
    ]);
  });

  test('has its sources in the foot, and no more rows than a slide holds', () => {
    expect(make(`rows:\n${listed('Flat', 'confirmed')}`).figure?.namesSources).toBeUndefined();
    expect(make(`rows:\n${listed('Flat', 'confirmed').repeat(25)}`).said[0]).toContain(
      'holds 24 rows at most',
    );
  });

  test('of which some rows say what the documents say is refused at the first that does not', () => {
    const { said } = make(`rows:\n${row()}${listed('Flat', 'confirmed')}`);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^a\.md:9:5: error: .*Write "documents" too, as in the other rows/);
  });

  test('of which a row is too long is refused', () => {
    const { said } = make(`rows:\n${listed('Flat as a plate. '.repeat(6), 'confirmed').repeat(20)}`);
    expect(said[0]).toMatch(/"claim" takes \d lines, and its row has room for 1/);
  });
});

describe('wrong input', () => {
  test('a fifth row goes to a slide of its own', () => {
    const { figure, said } = make(`rows:\n${row().repeat(5)}`);
    expect(figure).toBeUndefined();
    expect(said[0]).toContain('A slide holds four rows at most');
  });

  test('a second row in the accent is refused at its place', () => {
    const { said } = make(`rows:\n${row('    accent: true\n').repeat(2)}`);
    expect(said).toEqual([
      'a.md:13:13: error: a second row is set in the accent. Keep "accent: true" on the one row that matters most.',
    ]);
  });

  test('a finding that is none is answered with the nearest one', () => {
    const { said } = make(`rows:\n${row().replace('not-found', 'confirmd')}`);
    expect(said[0]).toContain('Did you mean "confirmed"?');
  });

  test('a cell with more lines than its row has room for is refused', () => {
    const long = row().replace('It is round.', 'It is round, as far as we know. '.repeat(8));
    const { said } = make(`rows:\n${row().repeat(3)}${long}`);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/"documents" takes \d+ lines, and its row has room for 3/);
    expect(make(`rows:\n${long}`).said).toEqual([]);
  });
});
