import { beforeAll, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { makeBibliography } from '../../../../src/deck/sources/sources.ts';
import { timelineFigure } from '../../../../src/figures/timeline/figure.ts';
import { placeCompact } from '../../../../src/figures/timeline/layout/compact.ts';
import { parseTimeline } from '../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../src/fonts/metrics.ts';
import { overlaps, wordsOf } from './layout/boxes.ts';
import { liesOf } from './layout/honest.ts';

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

const MILL = `events:
  - { id: charter, date: "1803-07-01", title: Charter, lane: Mill, mark: built }
  - { id: weir, date: 1811/1815, title: The weir, lane: Mill, mark: built }
  - { id: flood, date: "1838-02", title: A flood, lane: Town }
  - { id: bridge, date: 1844/1850, title: The bridge is closed, lane: Town }
  - { id: turbine, date: "1871~", title: Turbine, lane: Mill, mark: built }
`;

function make(body: string, leaf: { readonly leaf?: boolean; readonly onLeaf?: boolean } = {}) {
  const problems: Problem[] = [];
  const figure = timelineFigure(
    {
      ...{ kind: 'timeline', body, slide: 'here', leaf: false, ...leaf },
      place: { file: 'a.md', line: 7, column: 1 },
    },
    {
      read: (path) => (path === 'timeline.yaml' ? MILL : undefined),
      paths: ['timeline.yaml'],
      ...{ measure, lang: 'en', report: (problem) => problems.push(problem) },
    },
  );
  const html = figure?.pages(makeBibliography(new Map(), new Set()))[0] ?? '';
  return { figure, html, said: problems.map(formatProblem) };
}

const wide = (css = '') => Math.round(Number(/--wide:([\d.]+)rem/.exec(css)?.[1]) * 24);
const high = (css = '') => Number(/--high:([\d.]+)rem/.exec(css)?.[1]) * 24;

test('a small timeline is as wide as its place and as high as it needs', () => {
  const { figure, html, said } = make('compact: true');
  expect(said).toEqual([]);
  expect(html.match(/<li /g)).toHaveLength(5);
  expect(html).toContain('<figure class="timeline compact compact-7-" aria-label="timeline">');
  expect(wide(figure?.css)).toBe(1728);
  expect(high(figure?.css)).toBeLessThan(260);
  expect(wide(make('compact: true', { leaf: true }).figure?.css)).toBe(1040);
  expect(wide(make('compact: true', { leaf: true, onLeaf: true }).figure?.css)).toBe(579);
  expect(figure?.fold).toBeUndefined();
});

test('shows the events that are chosen, on an axis of their years', () => {
  const { html } = make('compact: true\nonly: [flood, bridge]');
  expect([...html.matchAll(/data-event="(\w+)" data-lane/g)].map(([, id]) => id)).toEqual([
    'flood',
    'bridge',
  ]);
  expect(html).toContain('>1838</span>');
  expect(html).not.toContain('>1871</span>');
  expect(make('compact: true\nkind: built').html.match(/<li /g)).toHaveLength(3);
  expect(make('compact: true\nrange: 1830/1850').html.match(/<li /g)).toHaveLength(2);
  expect(make('compact: true\nrange: 1820/1830').said).toEqual([
    'a.md:7:10: error: a compact timeline of no events. Name some under "only".',
  ]);
});

test('two that ask for the same years have the same axis', () => {
  const years = (only: string) =>
    [...make(`compact: true\nrange: 1830/1880\nonly: [${only}]`).html.matchAll(/>(18\d\d)<\/span>/g)].map(
      ([, year]) => year,
    );
  expect(years('flood')).toEqual(years('bridge'));
  expect(years('flood')[0]).toBe('1830');
});

test.each([3, 5, 8, 12])('of %i dates by chance no label lies, touches another or leaves it', (count) => {
  for (let seed = 1; seed <= 12; seed++) {
    const events = Array.from({ length: count }, (_, index) => {
      const year = 1700 + ((seed * 7919 + index * index * 104_729 + index * 31) % 200);
      const end = index % 3 === 0 ? `/${year + 1 + ((seed * index) % 40)}` : '';
      return `  - { date: "${year}${end}", title: What came ${'long '.repeat((seed + index) % 4)}after }`;
    });
    const text = `events:\n${events.join('\n')}\n`;
    const timeline = parseTimeline({ file: 't.yaml', text }, ({ what }) => {
      throw new Error(what);
    });
    if (!timeline) throw new Error('no timeline');
    for (const width of [579, 1040, 1728]) {
      const { placed, lanes, height } = placeCompact(timeline, width, measure);
      expect(overlaps(wordsOf(placed))).toEqual([]);
      expect(liesOf(placed, lanes)).toEqual([]);
      for (const { x0, x1, y0, y1 } of wordsOf(placed)) {
        expect(Math.min(x0, y0)).toBeGreaterThanOrEqual(-0.1);
        expect(x1).toBeLessThanOrEqual(width + 0.1);
        expect(y1).toBeLessThanOrEqual(height);
      }
    }
  }
});
