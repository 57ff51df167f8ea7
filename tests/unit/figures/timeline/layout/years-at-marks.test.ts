import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { eraOf } from '../../../../../src/figures/timeline/layout/range.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';
import { marksIn } from './boxes.ts';

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

interface Told {
  readonly year: number;
  readonly title: string;
  readonly second?: string;
}

/** Dots in one lane, with the middle of each and its label. */
function place(told: readonly Told[]) {
  const events = told.map(
    ({ year, title, second }, index) =>
      `  - { id: e-${index}, date: "${year}-07-02", title: ${title}${second ? `, second: { lang: ja, title: ${second}, label: ${second} }` : ''} }`,
  );
  const text = `title: A mill\nfrom: "1800-01-01"\nto: "1860-12-31"\nlanes: [{ id: mill, name: Mill }]\nevents:\n${events.join('\n')}\n`;
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, ({ severity, what }) => {
    if (severity === 'error') throw new Error(what);
  });
  if (!timeline) throw new Error('no timeline');
  const { placed } = placeEra(timeline, eraOf(timeline, 'en', { file: '', line: 0, column: 0 }), measure);
  const marks = marksIn(placed.shapes);
  return placed.events.map(({ id, label }) => {
    const mark = marks.find(({ text }) => text === id);
    if (!mark) throw new Error(`no mark of ${id}`);
    return { id, label, x: (mark.x0 + mark.x1) / 2, y: (mark.y0 + mark.y1) / 2 };
  });
}

const year = fc.integer({ min: 1801, max: 1859 });

test('the name of a label, whose year is last, stands at the end of it that is nearer to its mark', () => {
  fc.assert(
    fc.property(fc.uniqueArray(year, { minLength: 1, maxLength: 5 }), (years) => {
      const told = years.map((year) => ({ year, title: 'A mill at the weir', second: '堰の水車小屋' }));
      for (const { id, label, x } of place(told)) {
        const name = label.find(({ role }) => role !== 'second');
        if (!name || label.length < 2) continue;
        const [from, to] = [
          Math.min(...label.map((one) => one.x)),
          Math.max(...label.map((one) => one.x + one.width)),
        ];
        const [own, other] = [name.x + name.width, name.x > from ? from + name.width : to];
        expect(Math.abs(own - x), id).toBeLessThanOrEqual(Math.abs(other - x) + 0.01);
        expect(Math.min(name.x - from, to - own), id).toBeCloseTo(0, 6);
      }
    }),
    { numRuns: 60 },
  );
});

test('no year stands over the dot of another event, where a label may stand on either side', () => {
  const middle = fc.integer({ min: 1826, max: 1840 });
  const before = fc.integer({ min: 3, max: 8 });
  const behind = fc.integer({ min: 6, max: 12 });
  fc.assert(
    fc.property(middle, before, behind, (own, less, more) => {
      const years = [own - less, own, own + more];
      const placed = place(years.map((year) => ({ year, title: 'A mill at the weir' })));
      for (const { id, label, x, y } of placed)
        for (const { x: left, width, y: middle } of label) {
          const to = left + width;
          const isOver = (other: number): boolean => other > to - 50 && other < to;
          const over = placed.filter((other) => other.id !== id && isOver(other.x));
          // One farther out hangs on a stem.
          const away = Math.abs(middle - y);
          if (away > 5 && away < 50 && !isOver(x)) expect(over, `${id} in ${years.join(' ')}`).toEqual([]);
        }
    }),
    { numRuns: 60 },
  );
});
