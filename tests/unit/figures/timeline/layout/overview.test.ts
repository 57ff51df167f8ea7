import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { labelY } from '../../../../../src/figures/timeline/layout/lanes.ts';
import { placeOverview } from '../../../../../src/figures/timeline/layout/overview.ts';
import { reportLosses } from '../../../../../src/figures/timeline/layout/report-lost.ts';
import { type Era, parseTimeline, type Timeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';
import { boxOf, labelsOf, makeYaml, markedIn, overlaps, tiesIn, wordsOf } from './boxes.ts';
import { borrowedTies, touchedLetters } from './honest.ts';

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

function read(text: string): Timeline {
  const problems: Problem[] = [];
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, (problem) => problems.push(problem));
  if (!timeline) throw new Error(problems.map(formatProblem).join('\n'));
  return timeline;
}

const deck = () =>
  read(readFileSync(new URL('../../../../../slides/timeline.yaml', import.meta.url), 'utf8'));

function eraOf(timeline: Timeline, id: string): Era {
  const era = timeline.eras.find((known) => known.id === id);
  if (!era) throw new Error(`no era ${id}`);
  return era;
}

describe("the deck's overview", () => {
  test('has a mark for every event', () => {
    const timeline = deck();
    const { placed } = placeOverview(timeline, measure);
    expect(timeline.events).toHaveLength(77);
    expect(markedIn(placed.shapes)).toEqual(new Set(timeline.events.map(({ id }) => id)));
    expect(placed.events.map(({ id }) => id)).toEqual(timeline.events.map(({ id }) => id));
  });

  test('has room for all labels it wants', () => {
    const timeline = deck();
    const { placed, lanes } = placeOverview(timeline, measure);
    const wanted = timeline.events.filter(({ significance }) => significance < 3);
    const shared = timeline.groups.reduce(
      (sum, { events }) => sum + Math.max(0, wanted.filter(({ id }) => events.includes(id)).length - 1),
      0,
    );
    expect(wanted.length - shared).toBe(31);
    const named = new Set(placed.events.filter(({ label }) => label.length > 0).map(({ id }) => id));
    expect(wanted.filter(({ id }) => named.has(id))).toHaveLength(31);
    // Others are named where room is left over.
    expect(named.size).toBeGreaterThan(31);
    expect(lanes.flatMap(({ labels }) => labels).filter(({ spot }) => !spot)).toEqual([]);
  });

  test('lets no two texts touch, keeps labels on their leaf and all in their lane', () => {
    const { placed, lanes, view } = placeOverview(deck(), measure);
    expect(overlaps(wordsOf(placed))).toEqual([]);
    for (const { text, x0, x1 } of labelsOf(placed)) {
      const leaf = x0 < (view.foldX ?? 1920) ? view.leaves.left : view.leaves.right;
      expect(x0, text).toBeGreaterThanOrEqual(leaf.from - 0.1);
      // A title inside its bar alone may enter the gutter.
      if (!text.startsWith('Treaty of')) expect(x1, text).toBeLessThanOrEqual(leaf.to + 0.1);
    }
    expect(lanes[0]?.top).toBe(306);
    expect(lanes.at(-1)?.bottom).toBeCloseTo(928, 6);
    for (const { top, bottom, labels } of lanes)
      for (const { spot } of labels) expect(spot && bottom > top).toBe(true);
  });

  test('no rule touches letters, and no line from a name ends over the dot of another', () => {
    const { placed, lanes } = placeOverview(deck(), measure);
    expect(touchedLetters(placed)).toEqual([]);
    expect(borrowedTies(placed, lanes)).toEqual([]);
  });

  test('a line to a name below its mark ends clear of its letters', () => {
    const { placed, lanes } = placeOverview(deck(), measure);
    const below = lanes.flatMap((lane) =>
      lane.labels.flatMap(({ spot, tied }) => (spot?.side === 'below' && tied ? labelY(lane, spot) : [])),
    );
    expect(below.length).toBeGreaterThan(2);
    for (const y of below)
      for (const tie of tiesIn(placed.shapes).filter(({ y0, y1 }) => y0 < y && y1 > y - 20 && y1 < y))
        expect(tie.y1).toBeLessThan(y - 9 - 1.5);
  });

  test('draws everything below its key in the accent right of the fold, and in ink left of it', () => {
    const { placed, view } = placeOverview(deck(), measure);
    for (const shape of placed.shapes.flatMap((one) => (one.kind === 'mark' ? one.shapes : [one]))) {
      if (shape.kind === 'rect' && shape.y > 300)
        expect(shape.tone).toBe(shape.x >= (view.foldX ?? 0) ? 'acc' : undefined);
      if (shape.kind === 'circle' && shape.cy > 300)
        expect(shape.tone).toBe(shape.cx > (view.foldX ?? 0) ? 'acc' : undefined);
    }
  });

  test('says which marks are drawn as one, and is the same on every run', () => {
    const timeline = deck();
    const said: string[] = [];
    const { lanes, view, placed } = placeOverview(timeline, measure);
    reportLosses(lanes, view, timeline, 'the overview', (problem) => said.push(problem.what));
    expect(new Set(said.filter((what) => what.includes('drawn as one')))).toEqual(
      new Set([
        '"us-japan-2plus2-2023" and "kishida-biden-summit-2023" lie so near on the overview that they are drawn as one mark',
        '"four-power-treaty" and "washington-naval-treaty" and "nine-power-treaty" lie so near on the overview that they are drawn as one mark',
        '"treaty-of-portsmouth-1905" and "japan-korea-treaty-1905" lie so near on the overview that they are drawn as one mark',
      ]),
    );
    expect(placeOverview(deck(), measure).placed).toEqual(placed);
  });
});

test.each(['era-1902', 'era-1923', 'era-1945', 'era-1960', 'era-2013'])(
  'the zoom of %s names every event and lets no two texts touch',
  (id) => {
    const timeline = deck();
    const era = eraOf(timeline, id);
    const { placed, lanes } = placeEra(timeline, era, measure);
    const own = timeline.events.filter(({ id: event }) => placed.events.some((one) => one.id === event));
    expect(own.length).toBeGreaterThan(3);
    expect(placed.events.filter(({ label }) => label.length === 0).map((one) => one.id)).toEqual([]);
    expect(overlaps(wordsOf(placed))).toEqual([]);
    for (const { text, x0, x1 } of labelsOf(placed)) {
      expect(x0, text).toBeGreaterThanOrEqual(288.9);
      expect(x1, text).toBeLessThanOrEqual(1136.1);
    }
    expect(lanes.at(-1)?.bottom).toBeCloseTo(908, 6);
    // Three lines of a foot, of 25 px each, begin at 969.
    const years = placed.words.filter(({ role }) => role === 'year').map(boxOf);
    expect(Math.max(...years.map(({ y1 }) => y1))).toBeLessThan(969);
    // A remark that repeats an event's name says nothing.
    const remarks = placed.words.filter(({ role }) => role === 'quiet').map(({ text }) => text);
    expect(remarks.filter((text) => own.some(({ label }) => label === text))).toEqual([]);
  },
);

test('the name of a tint stands on as much of it as can be, and nothing of its tone stands beyond the tint', () => {
  const timeline = deck();
  const placements = [
    placeOverview(timeline, measure),
    ...timeline.eras.map((era) => placeEra(timeline, era, measure)),
  ];
  const named = placements.flatMap(({ lanes, placed }) =>
    lanes.flatMap((lane) =>
      lane.labels
        .filter(({ label, spot }) => label.tint && spot?.row === 0)
        .map(({ label, spot }) => ({ label, x: spot?.x ?? 0, shapes: placed.shapes })),
    ),
  );
  expect(named.length).toBeGreaterThan(0);
  for (const { label, x, shapes } of named) {
    const [from, to] = [x, x + label.width];
    const covered = Math.min(to, label.to) - Math.max(from, label.from);
    expect(covered).toBeCloseTo(Math.min(label.width, label.to - label.from), 3);
    const tints = shapes
      .flatMap((shape) => (shape.kind === 'mark' ? shape.shapes : [shape]))
      .flatMap((shape) => (shape.kind === 'rect' && shape.role === 'band' ? [shape] : []));
    for (const tint of tints) expect(tint.height).toBeGreaterThan(600);
  }
});

test('every event of the deck is named in exactly the era of its date', () => {
  const timeline = deck();
  const named = timeline.eras.flatMap((era) => {
    const { placed } = placeEra(timeline, era, measure);
    return placed.events.map(({ id }) => id);
  });
  expect(new Set(named).size).toBe(timeline.events.length);
});

describe('any other timeline', () => {
  const sizes = [
    { name: 'one lane and five events, without folds', seed: 1, lanes: 1, events: 5 },
    { name: 'twelve lanes and two hundred events', seed: 2, lanes: 12, events: 200, folds: [[1900, 4]] },
    { name: 'one lane and two hundred events', seed: 3, lanes: 1, events: 200 },
    {
      name: 'four lanes and three folds',
      seed: 4,
      lanes: 4,
      events: 60,
      folds: [
        [1700, 2],
        [1850, 4],
        [1950, 8],
      ],
    },
    {
      name: 'seven lanes and two folds',
      seed: 5,
      lanes: 7,
      events: 120,
      folds: [
        [1600, 0.5],
        [1900, 3],
      ],
    },
  ] as const;

  test('names no year at an end that is not known, and names no beginning at an end', () => {
    const { placed } = placeOverview(
      read(
        'events:\n' +
          '  - { id: first, date: "1564", title: First }\n' +
          '  - { id: until, date: ../1616, title: Until here }\n' +
          '  - { id: before, date: "1586", title: A name as long as it goes }\n' +
          '  - { id: on, date: 1590/.., title: From here on }\n' +
          '  - { id: last, date: "1699", title: Last }\n',
      ),
      measure,
    );
    const labels = new Map(placed.events.map(({ id, at, label }) => [id, { x: at?.x ?? 0, word: label[0] }]));
    expect(labels.get('until')?.word?.text).toBe('Until here until 1616');
    const on = labels.get('on');
    expect(on?.word?.text).toBe('From here on from 1590');
    expect(Math.abs((on?.word?.x ?? 0) - (on?.x ?? 0))).toBeLessThan(40);
  });

  test.each(sizes)('$name: marks everything, overlaps nothing, drops nothing in silence', (size) => {
    const timeline = read(makeYaml(size));
    const { placed, lanes, view } = placeOverview(timeline, measure);
    const said: Problem[] = [];
    reportLosses(lanes, view, timeline, 'the overview', (problem) => said.push(problem));
    expect(markedIn(placed.shapes).size).toBe(size.events);
    expect(overlaps(wordsOf(placed))).toEqual([]);
    const dropped = lanes.flatMap(({ labels }) => labels).filter(({ spot }) => !spot);
    const lost = said.filter(({ what }) => / no room on /.test(what));
    expect(lost).toHaveLength(Math.min(1, dropped.length));
    for (const { label } of dropped) expect(lost[0]?.what).toContain(label.text);
    for (const era of timeline.eras)
      expect(overlaps(wordsOf(placeEra(timeline, era, measure).placed))).toEqual([]);
  });

  // Eight lanes of twenty-four terms of office, most of which meet: even bare tracks hardly fit.
  test('keeps the tracks of crowded lanes apart, and every one in its lane', () => {
    const terms = Array.from({ length: 192 }, (_, index) => {
      const lane = index % 8;
      const from = 1970 + 6 * lane + (index % 5);
      return `  - { id: e-${index}, lane: l-${lane}, date: ${from}/${from + 3}, title: Somebody of the ${lane} }`;
    });
    const lanes = Array.from({ length: 8 }, (_, lane) => `  - { id: l-${lane}, name: Lane ${lane} }`);
    const timeline = read(`lanes:\n${lanes.join('\n')}\nevents:\n${terms.join('\n')}\n`);
    const placed = placeOverview(timeline, measure);
    expect(placed.lanes.length).toBeGreaterThan(8);
    for (const { top, bottom, y, measures } of placed.lanes) {
      expect(y - measures.half).toBeGreaterThanOrEqual(top - 0.01);
      expect(y + measures.half).toBeLessThanOrEqual(bottom + 0.01);
    }
    expect(placed.lanes.at(-1)?.bottom).toBeLessThanOrEqual(placed.view.bottom + 0.01);
  });
});
