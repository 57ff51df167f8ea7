import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { readDeck } from '../../../../src/deck/read.ts';
import { chartFigure } from '../../../../src/figures/chart/figure.ts';
import { KINDS } from '../../../../src/figures/chart/model/short/spec.ts';

const PAGE = readFileSync('docs/charts.md', 'utf8');
const DECK = 'tests/decks/gallery-charts';
const { read, readBytes, paths } = readDeck(DECK);

const fencesOf = (text: string) =>
  [...text.matchAll(/^```chart\n([\s\S]*?)^```$/gm)].map(([, body = '']) => body);

function compile(body: string) {
  const problems: Problem[] = [];
  const figure = chartFigure(
    { kind: 'chart', body, place: { file: 'docs/charts.md', line: 1, column: 1 }, slide: 'a', leaf: false },
    {
      read,
      readBytes,
      paths,
      measure: (text) => text.length * 11,
      lang: 'en',
      report: (one) => problems.push(one),
    },
  );
  const errors = problems.filter(({ severity }) => severity === 'error').map(formatProblem);
  return { html: figure?.pages({ groups: [], entry: () => undefined }).join('') ?? '', errors };
}

describe('docs/charts.md', () => {
  test.each(fencesOf(PAGE).map((body) => [body.replaceAll('\n', ' · '), body]))(
    'holds a chart: %s',
    (_, body) => {
      expect(compile(body)).toMatchObject({ errors: [], html: expect.stringContaining('<canvas') });
    },
  );

  test('shows every kind, and has its pictures', () => {
    for (const kind of KINDS.filter((one) => one !== 'line' && one !== 'bars' && one !== 'band'))
      expect(PAGE).toContain(`as: ${kind}`);
    const pictures = [...PAGE.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
    expect(pictures.length).toBeGreaterThanOrEqual(10);
    expect(pictures.filter((path) => !existsSync(`docs/${path}`))).toEqual([]);
  });
});

test('every chart of the gallery is drawn', () => {
  const bodies = fencesOf(readFileSync(`${DECK}/deck.md`, 'utf8'));
  expect(bodies.length).toBeGreaterThanOrEqual(24);
  expect(bodies.flatMap((body) => compile(body).errors)).toEqual([]);
});
