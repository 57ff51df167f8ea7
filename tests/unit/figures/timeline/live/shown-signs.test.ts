import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { noteOf } from '../../../../../src/figures/timeline/layout/note.ts';
import type { PlacedTimeline, ShapeRole } from '../../../../../src/figures/timeline/layout/placed.ts';
import { partOf } from '../../../../../src/figures/timeline/layout/range.ts';
import { tellSigns } from '../../../../../src/figures/timeline/layout/tell-signs.ts';
import { signsShown } from '../../../../../src/figures/timeline/live/shown-signs.ts';
import { type Whole, writeWhole } from '../../../../../src/figures/timeline/markup/whole.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';

const folder = new URL('../../../../decks/timelines/', import.meta.url);
const files = [
  ...readdirSync(folder).map((name) => new URL(name, folder)),
  new URL('../../../../../slides/timeline.yaml', import.meta.url),
].filter(({ pathname }) => pathname.endsWith('.yaml'));

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

/** Ids of the events whose marks are drawn with any of these signs. */
function drawnWith({ shapes }: PlacedTimeline, roles: readonly ShapeRole[]) {
  return new Set(
    shapes.flatMap((shape) =>
      shape.kind === 'mark' && shape.shapes.some((part) => 'role' in part && roles.includes(part.role))
        ? shape.event
        : [],
    ),
  );
}

test.each(files.map(({ pathname }) => pathname.replace(/.*\//, '')))(
  'the foot of a closer look says what that of the same years on paper says: %s',
  (name) => {
    const file = files.find(({ pathname }) => pathname.endsWith(`/${name}`));
    const text = readFileSync(file ?? folder, 'utf8');
    const timeline = parseTimeline({ file: name, text }, () => {});
    if (!timeline) throw new Error('no timeline');
    const { signs }: Whole = JSON.parse(writeWhole(timeline, 'en').text);
    const long = timeline.end - timeline.start;
    const told = new Set<string>();
    for (let nth = 0; nth < 16; nth++) {
      const range = {
        start: timeline.start + (nth * long) / 16,
        end: timeline.start + ((nth + 1) * long) / 16,
      };
      const { placed, lanes, view } = placeEra(timeline, partOf(range, 'en'), measure);
      const shown = signsShown(signs, timeline.events, {
        range,
        points: drawnWith(placed, ['dot', 'ring', 'point']),
        bars: drawnWith(placed, ['bar', 'outline', 'hatch-edge', 'fade-1']),
        named: new Set(placed.words.flatMap(({ role, text }) => (role === 'quiet' ? text : []))),
        notched: drawnWith(placed, ['notch']).size > 0,
      });
      const key = noteOf(timeline, view, lanes).key ?? '';
      expect(
        tellSigns(shown)
          .replace(/<.*?>/g, '')
          .replace(/[\u00a0\u2060]/g, ' '),
      ).toBe(key);
      told.add(key);
    }
    // Not of all years the same: a notch alone may be drawn in none.
    expect(told.size).toBeGreaterThan(signs.length > 1 ? 1 : 0);
  },
);
