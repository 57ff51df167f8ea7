import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { noteOf } from '../../../../../src/figures/timeline/layout/note.ts';
import { eraOf } from '../../../../../src/figures/timeline/layout/range.ts';
import { reportCrowds } from '../../../../../src/figures/timeline/layout/report-lost.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';
import { marksIn, tiesIn } from './boxes.ts';
import { crowdedBeginnings } from './honest.ts';

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

const LANES = 'lanes: [{ id: river, name: The river }, { id: mill, name: The mill }]';

function place(events: string, more = '') {
  const text = `title: A mill\nfrom: "1800-01-01"\nto: "1860-12-31"\n${LANES}\n${more}\nevents:\n${events}`;
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, ({ severity, what }) => {
    if (severity === 'error') throw new Error(what);
  });
  if (!timeline) throw new Error('no timeline');
  const all = eraOf(timeline, 'en', { file: '', line: 0, column: 0 });
  return { timeline, ...placeEra(timeline, all, measure) };
}

const LEASE = (from: string, to = '') =>
  `  - { id: lease, lane: river, date: "${from}", title: Lease, bar: { weight: light, from: "${from}"${to && `, to: "${to}"`} } }\n`;

test('what happens while something else lasts stands in a row of its own, where there is room', () => {
  const year = fc.integer({ min: 1801, max: 1855 });
  fc.assert(
    fc.property(year, year, fc.integer({ min: 1, max: 40 }), (from, flood, long) => {
      const { lanes } = place(
        `${LEASE(`${from}-02-01`, `${from + long}-03-01`)}  - { id: flood, lane: river, date: "${flood}-05-01", title: Flood }\n`,
      );
      const rowOf = (id: string) =>
        lanes.find(({ marks }) => marks.clusters.flat().some(({ event }) => event.id === id))?.y;
      if (flood > from && flood < from + long) expect(rowOf('flood')).not.toBe(rowOf('lease'));
    }),
    { numRuns: 30 },
  );
});

test('in a lane of several rows nothing stands on the dot that another bar begins with', () => {
  const month = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(fc.integer({ min: 1805, max: 1840 }), month, month, (signed, first, second) => {
      const { lanes } = place(
        `  - { id: lease, lane: river, date: "${signed}-05-01", title: Lease, bar: { weight: light, from: "${signed + 3}", to: "${signed + 12}" } }
  - { id: flood, lane: river, date: "${signed + 8}", title: Flood }
  - { id: visit, lane: river, date: "${signed}-0${first}-10", title: A visit }
  - { id: fair, lane: river, date: "${signed}-0${second}-20", title: The fair }\n`,
      );
      expect(lanes.filter(({ marks }) => marks.lane.id === 'river')).toHaveLength(2);
      expect(crowdedBeginnings(lanes)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('of a bar that has just begun and goes on no other mark hides the little there is', () => {
  const { placed, lanes } = place(
    `  - { id: lease, lane: river, date: "1859-01-01", title: Lease, bar: { weight: light, from: "1860-10-01" } }
  - { id: flood, lane: river, date: "1860-10-01", title: Flood }\n`,
  );
  const marks = marksIn(placed.shapes);
  const bar = marks.find(({ kind, text }) => kind === 'bar' && text === 'lease');
  const dot = marks.find(({ kind, text }) => kind === 'dot' && text === 'flood');
  if (!bar || !dot) throw new Error('not drawn');
  expect(dot.y0 > bar.y1 || dot.y1 < bar.y0).toBe(true);
  const said: string[] = [];
  reportCrowds(lanes, 'the overview', ({ what }) => said.push(what));
  expect(said).toEqual([]);
});

test('on hatched ground a point is a point, tied to its name, and does not hang on the hatch', () => {
  const { placed } = place(
    '  - { id: flood, lane: river, date: "1830-05-01", title: Flood }\n',
    'spans: [{ id: rule, lane: river, from: "1820-01-01", to: "1850-01-01", style: hatch, name: Foreign rule }]',
  );
  const marks = marksIn(placed.shapes).filter(({ text }) => text === 'flood');
  expect(marks.map(({ kind }) => kind)).toEqual(['dot']);
  const x = ((marks[0]?.x0 ?? 0) + (marks[0]?.x1 ?? 0)) / 2;
  expect(tiesIn(placed.shapes).some(({ x0 }) => Math.abs(x0 - x) < 1)).toBe(true);
});

test('a line from a name to a span holds its first day', () => {
  const { placed } = place(
    `  - { id: lease, lane: river, date: "1830-01-01", title: A lease of many years, bar: { weight: heavy, from: "1830-01-01", to: "1836-01-01" } }
  - { id: next, lane: river, date: "1836-01-01", title: Another lease, bar: { weight: heavy, from: "1836-01-01" } }\n`,
  );
  const bar = marksIn(placed.shapes).find(({ kind, text }) => kind === 'bar' && text === 'lease');
  const ties = tiesIn(placed.shapes).filter(({ x0 }) => x0 < 720);
  expect(ties.length).toBeGreaterThan(0);
  for (const { x0 } of ties) expect(Math.abs(x0 - (bar?.x0 ?? 0))).toBeLessThan(2);
});

test('what is drawn alike is explained once', () => {
  const { timeline, view, lanes } = place(
    '  - { id: flood, lane: river, date: "1830-05-01", title: Flood }\n',
    `spans:
  - { id: one, lane: river, from: "1810-01-01", to: "1820-01-01", style: hatch, name: First rule }
  - { id: two, lane: mill, from: "1822-01-01", to: "1824-01-01", style: hatch, name: Second rule }`,
  );
  const { key = '' } = noteOf(
    timeline,
    { ...view, kind: 'overview' },
    lanes.map((lane) => ({ ...lane, labels: [] })),
  );
  expect(key).toBe('Hatched: First rule, 1810–20; Second rule, 1822–24.');
});
