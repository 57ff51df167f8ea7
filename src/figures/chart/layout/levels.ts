import { alongLine } from './box.ts';
import { type Filling, markAround, REACH, settleFirst } from './filling.ts';
import type { Wish } from './label.ts';
import type { PlacedMark } from './placed.ts';
import { SETTINGS } from './plot-frame.ts';
import { POINT } from './series.ts';

/** A level that was set is dashed: a whole line is one of measured values. */
const LEVEL = { width: 3, dash: [10, 7] } as const;
/** The dotted approach: thickness, distance from dot to dot, and from the points it joins. */
const APPROACH = { width: 3, pitch: 8.5, apart: POINT + 7 } as const;
/** How far an aim's words may move to the left of its ring, before another side is better. */
const LEVEL_REACH = 30;

/** Levels that held for a time: drawn for that time and no longer. */
export function fillReferences(filling: Filling): void {
  const { panel, room, y, under, obstacles } = filling;
  for (const { from, to, value, text, place, step } of panel.references) {
    const [left, right, level] = [room.x(from), room.x(to), y(value)];
    under.push({ points: [left, level, right, level], tone: 'ink', ...LEVEL, step });
    obstacles.push({
      x: left,
      y: level - LEVEL.width / 2,
      width: right - left,
      height: LEVEL.width,
      clearance: 3,
    });
    const wish: Wish = {
      text,
      mark: { left: left - room.column / 2, right, top: level, bottom: level },
      setting: SETTINGS.name,
      told: true,
      sides: ['above', 'below'],
      aligns: ['start', 'middle', 'end'],
      reach: REACH,
    };
    settleFirst(filling, [wish], { text, place, step });
  }
}

/** Dots lead from the last value of the first series to each ring. */
export function fillAims(
  filling: Filling,
  last: PlacedMark | undefined,
  rings: readonly (PlacedMark | undefined)[],
): void {
  for (const [nth, { text, place, step }] of filling.panel.aims.entries()) {
    const ring = rings[nth];
    if (!ring) continue;
    if (last && last.x < ring.x) approach(filling, last, ring, step);
    const wish: Wish = {
      text,
      mark: markAround(ring.x, ring.y, 2 * POINT + 4, 2 * POINT + 4),
      setting: SETTINGS.nameAccent,
      told: true,
      sides: ['left'],
      aligns: ['end', 'middle', 'start'],
      reach: LEVEL_REACH,
    };
    const elsewhere: Wish = { ...wish, sides: ['above', 'below', 'right'], reach: REACH };
    settleFirst(filling, [wish, elsewhere], { text, place, step });
  }
}

function approach(
  { over, obstacles }: Filling,
  from: PlacedMark,
  to: PlacedMark,
  step: number | undefined,
): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = APPROACH.apart / length;
  const [dx, dy] = [(to.x - from.x) * part, (to.y - from.y) * part];
  const line = [from.x + dx, from.y + dy, to.x - dx, to.y - dy] as const;
  over.push({ points: line, tone: 'acc', width: APPROACH.width, dash: [0, APPROACH.pitch], step });
  obstacles.push(...alongLine(...line, APPROACH.width).map((box) => ({ ...box, clearance: 4 })));
}
