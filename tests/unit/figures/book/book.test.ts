import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { bookFigure } from '../../../../src/figures/book/figure.ts';
import { type Polygon, placeBook } from '../../../../src/figures/book/place.ts';
import { parseTimeline, type Timeline } from '../../../../src/figures/timeline/model/parse.ts';

const event = (id: string, lane: string, bar: string) => `
  - { id: ${id}, lane: ${lane}, date: "1900-01-01", title: ${id}, label: ${id}, parties: [], kind: treaty,
      summary: A treaty., significance: 1, mark: signed${bar} }`;
const YAML = `title: A century
from: "1900-01-01"
to: "1999-12-31"
lanes:
  - { id: north, name: North }
  - { id: south, name: South }
folds: [{ at: "1990-01-01", scale: 5 }]
events:${event('old', 'north', ', bar: { weight: heavy, from: "1900-01-01", to: "1910-07-02" }')}${event(
  'open',
  'south',
  ', bar: { weight: light, from: "1980-01-01" }',
)}${event('point', 'south', '')}
`;

function timeline(): Timeline {
  const parsed = parseTimeline({ file: 'timeline.yaml', text: YAML }, ({ what, place }) => {
    throw new Error(`${place.line}: ${what}`);
  });
  if (!parsed) throw new Error('no timeline');
  return parsed;
}

function make(body: string) {
  const problems: Problem[] = [];
  const place = { file: 'a.md', line: 3, column: 1 };
  const figure = bookFigure(
    { kind: 'book', body, place, slide: 'title' },
    {
      read: (path) => (path === 'timeline.yaml' ? YAML : undefined),
      paths: ['timeline.yaml'],
      measure: () => 0,
      report: (problem) => problems.push(problem),
      lang: 'en',
    },
  );
  return { figure, said: problems.map(formatProblem) };
}

const spread = (polygon: Polygon | undefined, axis: 0 | 1): readonly [number, number] => {
  const values = (polygon ?? []).map((point) => point[axis]);
  return [Math.min(...values), Math.max(...values)];
};

describe('the folded book', () => {
  test('has a leaf for each year, every second one in shade', () => {
    const { leaves } = placeBook(timeline(), ['north', 'south']);
    const shown = leaves.shaded.filter((leaf) => spread(leaf, 0)[0] < 1824);
    expect(shown).toHaveLength(50);
  });

  test('runs from the margin over the right edge and turns at the fold', () => {
    const { leaves } = placeBook(timeline(), []);
    const [from, to] = spread(leaves.whole[0], 0);
    expect(from).toBe(96);
    expect(to).toBeGreaterThanOrEqual(1920);
    expect(leaves.whole[0]?.some(([x]) => x === 1189)).toBe(true);
  });

  test('draws a bar from its first day to its last, heavy ones thicker', () => {
    const { past } = placeBook(timeline(), ['north', 'south']);
    const [heavy, light] = past.whole;
    const year = (1189 - 96) / 90;
    expect(spread(heavy, 0)[0]).toBe(96);
    expect(spread(heavy, 0)[1]).toBeCloseTo(96 + 10.5 * year, 0);
    const height = (polygon: Polygon | undefined) => spread(polygon, 1)[1] - spread(polygon, 1)[0];
    expect(height(heavy)).toBeGreaterThan(2 * height(light));
  });

  test('cuts a bar in force at the fold, and ends it with the last year', () => {
    const { past, opened } = placeBook(timeline(), ['south']);
    expect(spread(past.whole[0], 0)[1]).toBe(1189);
    expect(spread(opened.whole[0], 0)).toEqual([1189, 1824]);
  });

  test('stays within the slide', () => {
    const { leaves, past, opened } = placeBook(timeline(), ['north', 'south']);
    for (const polygon of [...leaves.whole, ...past.whole, ...opened.whole]) {
      const [top, bottom] = spread(polygon, 1);
      expect(top).toBeGreaterThanOrEqual(540);
      expect(bottom).toBeLessThanOrEqual(960);
    }
  });
});

describe('its fence', () => {
  test('may be empty', () => {
    const { figure, said } = make('');
    expect(said).toEqual([]);
    expect(figure?.pages({ groups: [], entry: () => undefined })[0]).toContain('aria-hidden="true"');
  });

  test('sets its captions as text with a date', () => {
    const { figure } = make('start: { date: "1900", text: A treaty }');
    expect(figure?.pages({ groups: [], entry: () => undefined })[0]).toContain(
      '<time datetime="1900">1900</time> A treaty',
    );
  });

  test('reports a lane the timeline does not have', () => {
    expect(make('lanes: [nort]').said).toEqual([
      'a.md:3:9: error: the timeline has no lane "nort". Did you mean "north"?',
    ]);
  });
});
