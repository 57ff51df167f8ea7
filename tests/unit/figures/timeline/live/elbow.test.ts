import { expect, test } from 'vitest';
import { type Box, elbow } from '../../../../../src/figures/timeline/live/elbow.ts';
import type { Outline } from '../../../../../src/figures/timeline/live/mark-outline.ts';

/** The dot of a chosen event in a lane between 400 and 500. */
const dot: Outline = { kind: 'ring', x: 600, y: 450, r: 17 };
const edges = [246, 400, 500, 908];
const CARD = 'H1245V205H1824';

const box = (left: number, right: number, top: number, bottom: number): Box => ({ left, right, top, bottom });
const wayWith = (labels: readonly Box[], marks: readonly Box[], outline: Outline = dot) =>
  elbow(outline, { edges, labels, marks })['d'];

const own = box(589, 611, 439, 461);
const levelLabel = box(700, 900, 437, 463);
const bar = box(700, 1147, 444, 456);

test('the line from a mark to its card is level with it, where nothing stands there', () => {
  expect(wayWith([], [own])).toBe(`M619 450${CARD}`);
});

test('it runs along an edge of the lane where a label stands in its way', () => {
  expect(wayWith([levelLabel], [own])).toBe(`M600 469V500${CARD}`);
  expect(wayWith([levelLabel, box(560, 700, 470, 490)], [own])).toBe(`M600 431V400${CARD}`);
});

test('it runs along no bar, and through no other dot, which it would seem to lead to', () => {
  expect(wayWith([], [own, bar])).toBe(`M600 469V500${CARD}`);
  expect(wayWith([], [own, box(900, 922, 439, 461)])).toBe(`M600 469V500${CARD}`);
});

test('a mark is crossed rather than a label', () => {
  const around = [box(560, 700, 470, 490), box(560, 700, 410, 430)];
  expect(wayWith(around, [own, bar])).toBe(`M619 450${CARD}`);
  expect(wayWith([levelLabel], [own, box(560, 700, 470, 490)])).toBe(`M600 431V400${CARD}`);
});

test('a line from a frame sets out where it ends', () => {
  const frame: Outline = {
    kind: 'frame',
    ...{ x: 500, y: 440, width: 100, height: 20, level: 450, filled: false },
  };
  const framed = box(500, 600, 440, 460);
  expect(wayWith([], [framed], frame)).toBe(`M606 450${CARD}`);
  expect(wayWith([], [framed, bar], frame)).toBe(`M550 466V500${CARD}`);
});
