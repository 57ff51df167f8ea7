import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../../../../../../src/figures/chart/layout/box.ts';
import { inkOf } from '../../../../../../src/figures/chart/layout/label.ts';
import { RUNS, seededCharts } from './seeded-charts.ts';

// What no chart may show is made impossible by how it is placed, and held here: nothing of it is left to a check.

/** How far two boxes lie over each other, the lesser of both ways, px. */
function overlap(a: Box, b: Box): number {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(x, y);
}

test('marks of one series cover none of another’s', () => {
  fc.assert(
    fc.property(seededCharts, (one) => {
      for (const { marks } of one?.placed.panels ?? []) {
        const boxes = marks.flatMap(({ box, series }) => (box ? [{ box, series }] : []));
        for (const [nth, a] of boxes.entries())
          for (const b of boxes.slice(nth + 1))
            if (a.series !== b.series) expect(overlap(a.box, b.box)).toBeLessThan(0.6);
      }
    }),
    { numRuns: RUNS },
  );
});

test('no mark stands outside its plot', () => {
  fc.assert(
    fc.property(seededCharts, (one) => {
      for (const { canvas, drawing, marks } of one?.placed.panels ?? []) {
        const { left, right, top, bottom } = drawing.padding;
        for (const { x, y, box } of marks) {
          expect(x).toBeGreaterThanOrEqual(canvas.x + left - 1);
          expect(x).toBeLessThanOrEqual(canvas.x + canvas.width - right + 1);
          expect(y).toBeGreaterThanOrEqual(canvas.y + top - 1);
          expect(y).toBeLessThanOrEqual(canvas.y + canvas.height - bottom + 1);
          if (box) expect(box.y + box.height).toBeLessThanOrEqual(canvas.y + canvas.height - bottom + 1);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('series that look the same are each named, in the picture and nowhere else', () => {
  fc.assert(
    fc.property(seededCharts, (one) => {
      if (!one) return;
      // Many grey points share an entry of the key: their names in a row, cut where the line ends.
      const inOne = one.placed.texts.filter(({ text }) => text.includes(', '));
      const isCut = inOne.some(({ text }) => text.endsWith('…'));
      const texts = [
        ...one.placed.texts.map(({ text }) => text),
        ...inOne.flatMap(({ text }) => text.split(', ')),
      ];
      const isNamed = (title = '') =>
        texts.some((text) => text === title || (text.endsWith('…') && title.startsWith(text.slice(0, -1))));
      for (const { series } of one.chart.panels)
        for (const [nth, a] of series.entries())
          for (const b of series.slice(nth + 1)) {
            const look = ({ tone, dash, shade, as }: typeof a) => JSON.stringify([tone, dash, shade, as]);
            if (look(a) === look(b) && !isCut)
              expect([isNamed(a.title), isNamed(b.title)]).toEqual([true, true]);
          }
    }),
    { numRuns: RUNS },
  );
});

test('names at the ends of lines stand in the order of their ends', () => {
  fc.assert(
    fc.property(seededCharts, (one) => {
      const [panel, ...others] = one?.chart.panels ?? [];
      const [placed] = one?.placed.panels ?? [];
      if (!one || !panel || !placed || others.length > 0 || panel.series.some(({ as }) => as !== 'line'))
        return;
      const ends = panel.series.flatMap(({ title }, nth) => {
        const end = placed.marks.filter(({ series }) => series === nth).at(-1);
        const name = one.placed.texts.find(({ text, x }) => text === title && end && x > end.x);
        return end && name ? [{ end: end.y, name: name.y }] : [];
      });
      const inOrder = [...ends].sort((a, b) => a.name - b.name);
      for (const [nth, { end }] of inOrder.entries())
        expect(end).toBeGreaterThanOrEqual((inOrder[nth - 1]?.end ?? end) - 0.01);
    }),
    { numRuns: RUNS },
  );
});

test('a name at the end of a series is led to its own end, and to none of another', () => {
  let led = 0;
  fc.assert(
    fc.property(seededCharts, (one) => {
      const [panel, ...others] = one?.chart.panels ?? [];
      const [placed] = one?.placed.panels ?? [];
      if (!one || !panel || !placed || others.length > 0 || panel.series.some(({ lows }) => lows)) return;
      const { canvas, drawing } = placed;
      const right = canvas.x + canvas.width - drawing.padding.right;
      for (const [nth, { title, tone }] of panel.series.entries()) {
        const names = one.placed.texts.filter(
          ({ text, x, swatch }) => text === title && x > right && !swatch,
        );
        const end = placed.marks.filter(({ series }) => series === nth).at(-1);
        const [name] = names;
        if (!name || !end || names.length > 1) continue;
        const y = name.y + name.height / 2 - canvas.y;
        const strokes = drawing.over.filter(({ points }) => Math.abs((points.at(-1) ?? 0) - y) < 0.6);
        const leaders = strokes.filter(
          ({ points }) => points.length === 6 && (points[4] ?? 0) + canvas.x > right,
        );
        expect(leaders.map(({ points }) => Math.abs((points[1] ?? 0) + canvas.y - end.y) < 0.6)).toEqual([
          true,
        ]);
        expect(strokes.map((stroke) => stroke.tone)).toContain(tone);
        led++;
      }
    }),
    { numRuns: RUNS },
  );
  expect(led).toBeGreaterThan(RUNS / 4);
});

/** How thick a line is drawn, px. */
const LINE = 3.5;

test('a value written at a mark is nearer to its own series than to another', () => {
  fc.assert(
    fc.property(seededCharts, (one) => {
      for (const [nth, panel] of (one?.chart.panels ?? []).entries()) {
        const marks = one?.placed.panels[nth]?.marks ?? [];
        for (const { series, at, text } of one?.chart.axis.kind === 'plot' && !one.chart.axis.across
          ? panel.labels
          : []) {
          const texts = one?.placed.texts.filter((other) => other.text === text) ?? [];
          const [label] = texts;
          if (!label || texts.length > 1) continue;
          const ink = inkOf(label);
          const far = ({ x, y }: { readonly x: number; readonly y: number }) =>
            Math.hypot(
              Math.max(ink.x - x, 0, x - ink.x - ink.width),
              Math.max(ink.y - y, 0, y - ink.y - ink.height),
            );
          const [mark] = marks.filter((one) => one.series === series && one.at === at);
          if (!mark) continue;
          // Marks nearer to one another than their lines are thick are one to the eye.
          const apart = (other: typeof mark) => Math.hypot(other.x - mark.x, other.y - mark.y) > LINE;
          const foreign = marks.filter((other) => other.series !== series && apart(other)).map(far);
          expect(far(mark)).toBeLessThanOrEqual(Math.min(...foreign, Infinity) + 0.5);
        }
      }
    }),
    { numRuns: RUNS },
  );
});
