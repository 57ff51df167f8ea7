import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { placeOverview } from '../../../../../src/figures/timeline/layout/overview.ts';
import { reportCrowds } from '../../../../../src/figures/timeline/layout/report-lost.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';
import { boxOf, overlaps, wordsOf } from './boxes.ts';
import { hiddenEnds, liesOf } from './honest.ts';

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
