import { beforeAll, describe, expect, test } from 'vitest';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { placeOverview } from '../../../../../src/figures/timeline/layout/overview.ts';
import type { PlacedTimeline, Shape } from '../../../../../src/figures/timeline/layout/placed.ts';
import { partOf, type Range } from '../../../../../src/figures/timeline/layout/range.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';
import { makeYaml, marksIn } from './boxes.ts';

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

function read(text: string) {
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, () => {});
  if (!timeline) throw new Error('no timeline');
  return timeline;
}

/** The years shown are drawn from here to there; what goes on is drawn beyond them. */
const [FROM, TO, BEYOND] = [300, 1136, 11];

/** Where slants cut what is drawn. */
function slantsIn(shapes: readonly Shape[]): readonly number[] {
  return shapes
    .flatMap((shape) => ('shapes' in shape ? shape.shapes : [shape]))
    .flatMap((shape) => (shape.kind === 'path' && shape.role === 'slot' ? shape.d : []))
    .flatMap((d) =>
      [...d.matchAll(/M([\d.]+) \S+l(\S+) \S+z/g)].map(([, x, more]) => Number(x) + Number(more)),
    );
}

const within = (id: string, { shapes }: PlacedTimeline) =>
  shapes.flatMap((shape) => (shape.kind === 'mark' && shape.event === id ? shape.shapes : []));

describe('a bar that began before the years shown or goes on after them is drawn beyond, and no other', () => {
  const ranges: readonly Range[] = [
    { start: 1600, end: 1700 },
    { start: 1895, end: 1910 },
    { start: 1990, end: 2000 },
  ];
  test.each([1, 2, 3, 4, 5, 6])('by chance, %i', (seed) => {
    const timeline = read(makeYaml({ seed, lanes: 4, events: 60, lasting: true }));
    let seen = 0;
    for (const range of ranges) {
      const { placed, lanes } = placeEra(timeline, partOf(range, 'en'), measure);
      const drawn = marksIn(placed.shapes).filter(({ kind }) => kind === 'bar');
      for (const { event } of lanes.flatMap(({ marks }) => marks.bars)) {
        const own = drawn.filter(({ text }) => text === event.id);
        const [x0, x1] = [Math.min(...own.map(({ x0 }) => x0)), Math.max(...own.map(({ x1 }) => x1))];
        const [from = 0, to = 9999] = [event.bar?.from, event.bar?.to].map((date) => date?.year);
        if (from < range.start) expect(x0, event.id).toBe(FROM - BEYOND);
        else expect(x0, event.id).toBeGreaterThanOrEqual(FROM);
        if (to >= range.end) expect(x1, event.id).toBe(TO + BEYOND);
        else expect(x1, event.id).toBeLessThanOrEqual(TO);
        const ends = [...(from < range.start ? [x0 - 1] : []), ...(to >= range.end ? [x1 + 1] : [])];
        expect(slantsIn(within(event.id, placed)), event.id).toEqual(ends);
        seen += ends.length;
      }
    }
    expect(seen).toBeGreaterThan(5);
  });
});

describe('of every shape', () => {
  const text = (shape: string) => `title: Leases
eras: [{ id: all, from: "1800", years: 1800–60, name: All }]
lanes: [{ id: town, name: The town }]
marks: { signed: Signed }
bars: { light: In use, kept: { words: Kept, shape: ${shape} } }
spans: [{ lane: town, from: "1801", to: "1859", style: hatch, name: Closed }]
events:
  - { id: lease, lane: town, date: "1805", title: Lease, mark: signed, bar: { weight: kept, from: "1805", to: "1855" } }
  - { id: rent, lane: town, date: "1806", title: Rent, mark: signed, bar: { weight: kept, from: "1806" } }
  - { id: last, lane: town, date: "1860", title: Bell, mark: signed }
`;

  test.each(['heavy', 'light', 'outline', 'hatched', 'dashed'])('%s', (shape) => {
    const timeline = read(text(shape));
    const { placed } = placeEra(timeline, partOf({ start: 1820, end: 1840 }, 'en'), measure);
    for (const id of ['lease', 'rent'])
      expect(slantsIn(within(id, placed))).toEqual([FROM - BEYOND - 1, TO + BEYOND + 1]);
    // The hatched span, too.
    expect(slantsIn(placed.shapes)).toHaveLength(6);
    const later = placeEra(timeline, partOf({ start: 1850, end: 1861 }, 'en'), measure).placed;
    expect(slantsIn(within('lease', later))).toEqual([FROM - BEYOND - 1]);
  });

  test('on an overview what is still in force goes on behind the last year', () => {
    const { placed } = placeOverview(read(text('light')), measure);
    expect(slantsIn(within('lease', placed))).toEqual([]);
    expect(slantsIn(within('rent', placed))).toEqual([1824 + BEYOND + 1]);
  });

  test('an end that has not come is pointed as ever', () => {
    const timeline = read(
      'title: Peace\nevents: [{ date: 1914/.., title: Watch }, { date: "1930", title: Bell }]',
    );
    const [watch] = timeline.events;
    const { placed } = placeEra(timeline, partOf({ start: 1916, end: 1920 }, 'en'), measure);
    const points = within(watch?.id ?? '', placed).filter(({ kind }) => kind === 'path');
    expect(points).toHaveLength(2);
    expect(slantsIn(points).toSorted()).toEqual([TO, TO, FROM - BEYOND - 1].toSorted());
  });
});
