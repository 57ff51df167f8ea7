import type { Stroke } from '../live/drawing.ts';
import type { Panel, ValueLabel } from '../model/chart.ts';
import { type Box, meet } from './box.ts';
import { type Located, placeBracket } from './bracket.ts';
import { type Filling, markAround, REACH, type Room, settle, settleFirst } from './filling.ts';
import { GAP, inkOf, type PlacedText, sizeOf, type Wish } from './label.ts';
import { fillAims, fillReferences } from './levels.ts';
import type { Dropped, PlacedMark, PlacedPanel } from './placed.ts';
import { drawPlot, linear, SETTINGS } from './plot-frame.ts';
import { type PlacedSeries, placeAim, placeSeries } from './series.ts';

const GRID = 1.5;
const BASE = 2.5;
/** Between a column and the label of a line of the grid. */
const BESIDE = 8;
/** A label that stands further from its column gets a line down to it. */
const LEADER_FROM = 14;

/**
 * Places one panel of years. First come first served, in this order: title and grid, levels and aims, values
 * (the accent, strong ones, the others), names of series, brackets.
 */
export function placePanel(
  panel: Panel,
  room: Room,
): { panel: PlacedPanel; texts: readonly PlacedText[]; dropped: readonly Dropped[] } {
  const { plot, top, axis, domain } = room;
  const base = plot.y + plot.height;
  const max = panel.max ?? 1;
  const low = lowestOf(panel);
  const y = linear([low, max], [base, plot.y]);
  const scales = { x: room.x, y, from: axis.from, column: room.column };
  const series = panel.series.map((one, nth) => placeSeries(one, nth, panel, scales));
  const aims = panel.aims.map((aim, nth) => placeAim(aim, series.length + nth, scales));
  const all = [...series, ...aims];
  const bounds = { x: plot.x, y: top, width: plot.width, height: base - top };
  const obstacles = all.flatMap((one) => one.obstacles);
  const filling: Filling = {
    panel,
    room,
    y,
    bounds,
    obstacles,
    texts: [],
    dropped: [],
    under: [],
    over: [],
  };

  fillTitle(filling);
  fillGrid(
    filling,
    series.flatMap(({ marks }) => marks.flatMap(({ box }) => (box ? [box] : []))),
  );
  fillReferences(filling);
  fillAims(
    filling,
    series[0]?.marks.at(-1),
    aims.map(({ marks }) => marks[0]),
  );
  const values = fillValues(filling, series);
  fillNames(filling, series);
  fillBrackets(filling, values, series[0]?.marks ?? []);

  const { under, over, texts, dropped } = filling;
  const zero = y(0);
  const baseline: Stroke = { points: [plot.x, zero, plot.x + plot.width, zero], tone: 'ink', width: BASE };
  const { canvas, drawing } = drawPlot({
    plot,
    top,
    x: domain,
    y: [low, max],
    across: false,
    series: all.map(({ drawn }) => drawn),
    under,
    over: [...over, baseline, ...room.ticks],
  });
  return { panel: { canvas, drawing, marks: all.flatMap(({ marks }) => marks) }, texts, dropped };
}

/** Where the scale begins: at 0, or a little under the lowest value below it. */
function lowestOf({ series, references }: Panel): number {
  const values = [...series.flatMap((one) => one.values), ...references.map(({ value }) => value)];
  const lowest = Math.min(0, ...values.filter((value) => value !== undefined));
  return lowest * 1.15;
}

function fillTitle(filling: Filling): void {
  const { panel, room } = filling;
  const setting = SETTINGS.title;
  const size = sizeOf(panel.title, setting, room.measure);
  const corner = { x: room.plot.x, y: room.top };
  settle(filling, { text: panel.title, setting, told: true, grows: 'start up', ...corner, ...size });
}

/** Pale lines right across, each labelled above its right end, or left of the columns that stand there. */
function fillGrid(filling: Filling, columns: readonly Box[]): void {
  const { panel, room, y, under, obstacles } = filling;
  const { x: left, width } = room.plot;
  const setting = SETTINGS.tick;
  for (const { value, text } of panel.grid) {
    const level = y(value);
    under.push({ points: [left, level, left + width, level], tone: 'line', width: GRID });
    obstacles.push({ x: left, y: level - GRID / 2, width, height: GRID, clearance: 3 });
    const size = sizeOf(text, setting, room.measure);
    const corner = { x: left + width - size.width, y: level - size.height };
    corner.x = clearOf(columns, { ...corner, ...size }, left);
    settle(filling, { text, setting, told: false, grows: 'end up', ...corner, ...size });
  }
}

/** How far left a label at the right end goes to stand free of columns; where nothing is free, not at all. */
function clearOf(columns: readonly Box[], label: Box, left: number): number {
  for (let x = label.x; x > left; x -= 2)
    if (!columns.some((column) => meet({ ...label, x }, column, BESIDE))) return x;
  return label.x;
}

function fillValues(filling: Filling, series: readonly PlacedSeries[]): readonly Located[] {
  const rank = ({ emphasis }: ValueLabel) => ['accent', 'strong', 'plain'].indexOf(emphasis);
  const { panel, room } = filling;
  return [...panel.labels]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((label): Located[] => {
      const placed = series[label.series];
      const mark = placed?.marks.find(({ at }) => at === label.at - room.axis.from);
      const text = placed && mark && fillValue(filling, label, placed, mark);
      return text ? [{ at: label.at, text }] : [];
    });
}

function fillValue(
  filling: Filling,
  label: ValueLabel,
  { drawn }: PlacedSeries,
  { x, y, at, box }: PlacedMark,
): PlacedText | undefined {
  const point = 2 * (drawn.radii[at] ?? drawn.size);
  const mark = box ? markAround(x, y, box.width, 0) : markAround(x, y, point, point);
  const wish: Wish = {
    text: label.text,
    mark,
    setting: label.emphasis === 'accent' && box ? SETTINGS.largeAccent : SETTINGS[label.emphasis],
    told: false,
    sides: label.side ? [label.side] : box ? ['above'] : ['above', 'below'],
    aligns: ['middle', 'end', 'start'],
    reach: REACH,
  };
  const text = settleFirst(filling, [wish], label);
  if (!text) return undefined;
  const ink = inkOf(text);
  if (mark.top - text.y - text.height > GAP + LEADER_FROM)
    filling.over.push({
      points: [x, ink.y + ink.height + GAP, x, mark.top - GAP],
      tone: 'line2',
      width: 2,
      step: label.step,
    });
  return text;
}

function fillNames(filling: Filling, series: readonly PlacedSeries[]): void {
  const { panel, room } = filling;
  for (const [nth, { name, pale, as }] of panel.series.entries()) {
    const mark = name && series[nth]?.marks.find(({ at }) => at === name.at - room.axis.from);
    if (!name || !mark) continue;
    const wishAt = ({ x, y }: PlacedMark): Wish => ({
      text: name.text,
      mark: markAround(x, y, room.column, 0),
      setting: pale ? SETTINGS.namePale : SETTINGS.name,
      told: true,
      sides: name.side ? [name.side] : ['below', 'above'],
      aligns: ['start', 'middle', 'end'],
      reach: REACH,
    });
    // Along a line it may stand elsewhere, where there is no room at the year that was asked for.
    const others = as === 'line' ? clearMarks(series, nth).filter((other) => other !== mark) : [];
    settleFirst(filling, [mark, ...others].map(wishAt), name);
  }
}

/** Room that a name needs between its line and the nearest other, so that nobody takes it for that one's; px. */
const CLEAR = 44;

/** Marks of a line that stand apart from those of all others, the loneliest first. */
function clearMarks(all: readonly PlacedSeries[], nth: number): readonly PlacedMark[] {
  const others = all.flatMap(({ marks }, index) => (index === nth ? [] : marks));
  const room = ({ at, y }: PlacedMark) =>
    Math.min(...others.filter((other) => other.at === at).map((other) => Math.abs(other.y - y)));
  return [...(all[nth]?.marks ?? [])].filter((mark) => room(mark) > CLEAR).sort((a, b) => room(b) - room(a));
}

function fillBrackets(filling: Filling, values: readonly Located[], marks: readonly PlacedMark[]): void {
  const { panel, room, bounds, obstacles, over } = filling;
  const { axis, measure } = room;
  for (const bracket of panel.brackets) {
    const placed = placeBracket(bracket, { values, marks, from: axis.from, bounds, obstacles, measure });
    if (!placed) filling.dropped.push(bracket);
    else {
      over.push(placed.stroke);
      settle(filling, placed.text);
    }
  }
}
