import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { noteOf } from '../../../../../src/figures/timeline/layout/note.ts';
import { placeOverview } from '../../../../../src/figures/timeline/layout/overview.ts';
import { reportCrowds } from '../../../../../src/figures/timeline/layout/report-lost.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';
import { boxOf, overlaps, tiesIn, wordsOf } from './boxes.ts';
import {
  borrowedTies,
  crowdedBeginnings,
  cutWords,
  faintTies,
  hiddenEnds,
  liesOf,
  runOn,
  touchedLetters,
} from './honest.ts';

const folder = new URL('../../../../decks/timelines/', import.meta.url);
const files = readdirSync(folder).filter((name) => /\.(yaml|csv)$/.test(name));

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

function read(file: string) {
  const timeline = parseTimeline(
    { file, text: readFileSync(new URL(file, folder), 'utf8') },
    ({ severity, what }) => {
      if (severity === 'error') throw new Error(what);
    },
  );
  if (!timeline) throw new Error('no timeline');
  return timeline;
}

describe('in the timelines that are kept to be looked at', () => {
  test.each(files)('%s: each label reads as its year, and every end of a span can be seen', (file) => {
    const timeline = read(file);
    const views = [
      placeOverview(timeline, measure),
      ...timeline.eras.map((era) => placeEra(timeline, era, measure)),
    ];
    for (const { placed, lanes, view } of views) {
      expect(overlaps(wordsOf(placed))).toEqual([]);
      expect(liesOf(placed, lanes)).toEqual([]);
      expect(cutWords(placed)).toEqual([]);
      expect(runOn(placed)).toEqual([]);
      if (view.kind === 'era') expect(crowdedBeginnings(lanes)).toEqual([]);
      expect(touchedLetters(placed)).toEqual([]);
      expect(borrowedTies(placed, lanes)).toEqual([]);
      expect(faintTies(placed, lanes)).toEqual([]);
      const crowds: string[] = [];
      reportCrowds(lanes, 'the overview', ({ what }) => crowds.push(what));
      expect(crowds).toEqual([]);
      expect(hiddenEnds(placed, lanes, view, crowds)).toEqual([]);
      const [first, last] = [view.leaves.left.from, Math.max(view.leaves.left.to, view.leaves.right.to)];
      for (const { text, x0, x1 } of placed.events.flatMap(({ label }) => label.map(boxOf))) {
        expect(x0, text).toBeGreaterThanOrEqual(first - 0.1);
        expect(x1, text).toBeLessThanOrEqual(last + 0.1);
      }
    }
  });
});

test('a key names only what is drawn: a kind whose one event stands on a bar is no mark', () => {
  const key = placeOverview(read('life.yaml'), measure).placed.words.flatMap(({ role, text }) =>
    role === 'key' ? text : [],
  );
  expect(key).toEqual(['At work', 'Lived there', 'Travelling', 'Found in a book', 'Told later']);
});

test('an end that is not sure is held on paper by a bracket from where its bar ends', () => {
  const { placed, lanes } = placeOverview(read('life.yaml'), measure);
  const brackets = placed.shapes
    .flatMap((shape) => (shape.kind === 'mark' ? shape.shapes : []))
    .flatMap((shape) => (shape.kind === 'path' && shape.role === 'bracket' ? shape.d : []));
  const ends = lanes.flatMap(({ marks }) =>
    marks.bars.flatMap(({ x0, sureFrom, sureTo, x1 }) => [
      ...(sureFrom > x0 ? [sureFrom] : []),
      ...(sureTo < x1 ? [sureTo] : []),
    ]),
  );
  expect(brackets.map((d) => Number(/^M([\d.]+)/.exec(d)?.[1]))).toEqual(
    ends.map((x) => expect.closeTo(x, 1)),
  );
});

test('what stands level with a dot that says how many it stands for keeps off it', () => {
  const text =
    'date,title,lane\n-3000,Bronze,a\n1860,A letter,b\n1860~,Another letter,b\n1960,A bell of the town,b\n2000,Now,a\n';
  const timeline = parseTimeline({ file: 'a.csv', text }, () => {});
  if (!timeline) throw new Error('no timeline');
  const { placed } = placeOverview(timeline, measure);
  const count = placed.shapes.find(
    (shape) => shape.kind === 'circle' && shape.role === 'dot' && shape.r > 15,
  );
  const label = placed.events.flatMap((one) => one.label).find(({ text }) => text.startsWith('2 events'));
  if (count?.kind !== 'circle' || !label) throw new Error('no dot that counts');
  expect(label.text).toBe('2 events about 1860');
  const [left, right] = [count.cx - count.r - label.x - label.width, label.x - count.cx - count.r];
  expect(label.y).toBeCloseTo(count.cy, 3);
  expect(Math.max(left, right)).toBeGreaterThan(9.9);
});

describe('of what shares a label or a bar', () => {
  const timeline = parseTimeline(
    {
      file: 'timeline.yaml',
      text: `title: Bridges
eras: [{ id: all, from: "1800", years: 1800–60, name: All }]
groups: [{ label: Two bridges, events: [first, second] }]
lanes: [{ id: river, name: The river }, { id: mill, name: The mill }]
events:
  - { id: first, lane: river, date: "1810", title: Upper bridge, significance: 2 }
  - { id: second, lane: river, date: "1820", title: Lower bridge, significance: 3 }
  - { id: lease, lane: mill, date: "1805", title: Lease, bar: { weight: light, from: "1805", to: "1850" },
      milestones: [{ date: "1825", label: For longer, tick: renewal }, { date: "1835", label: A new wheel, tick: tick }] }
`,
    },
    () => {},
  );

  test('the years of a group are those of all of it, also of what is minor', () => {
    const labels = timeline && placeOverview(timeline, measure).placed.events.flatMap(({ label }) => label);
    expect(labels?.map(({ text }) => text)).toContain('Two bridges 1810–20');
  });

  test('an era names each cut in a bar and explains notches', () => {
    const era = timeline?.eras[0];
    if (!timeline || !era) throw new Error('no era');
    const { placed, view, lanes } = placeEra(timeline, era, measure);
    expect(placed.words.map(({ text }) => text)).toContain('Renewed 1825');
    expect(noteOf(timeline, view, lanes).key).toContain('Notch: a further date.');
  });
});

test('where rows are near each other a name keeps its place level with its mark, and a line leads to it', () => {
  const { placed, lanes } = placeOverview(read('many.csv'), measure);
  const level = lanes.flatMap(({ labels, y }) =>
    labels.flatMap(({ spot, tied, label }) => (spot?.side === 'level' && tied ? [{ label, y }] : [])),
  );
  expect(level.length).toBeGreaterThan(8);
  const ties = tiesIn(placed.shapes);
  for (const { label, y } of level)
    expect(
      // To the foot of the name: at half its height it would be a dash behind its year. From a point it slants.
      ties.filter(
        (tie) =>
          (tie.y0 === y || tie.y0 === tie.y1) &&
          tie.y1 > y &&
          tie.y1 < y + 10 &&
          tie.x1 > label.from &&
          tie.x0 < label.end,
      ),
      label.text,
    ).not.toEqual([]);
});
