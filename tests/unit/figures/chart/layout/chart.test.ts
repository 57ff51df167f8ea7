import { describe, expect, test } from 'vitest';
import { SHEET } from '../../../../../src/base/sheet.ts';
import { meet } from '../../../../../src/figures/chart/layout/box.ts';
import { placeChart } from '../../../../../src/figures/chart/layout/chart.ts';
import { inkOf } from '../../../../../src/figures/chart/layout/label.ts';
import type { PlacedChart, PlacedMark } from '../../../../../src/figures/chart/layout/placed.ts';
import type { Chart, Panel, ValueLabel } from '../../../../../src/figures/chart/model/chart.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';

const measure: Measure = (text, _, size) => text.length * size * 0.45;
const place = { file: '01.md', line: 1, column: 1 };

function label(at: number, text: string, emphasis: ValueLabel['emphasis'] = 'plain'): ValueLabel {
  return { series: 0, at, text, emphasis, side: undefined, place };
}

function panel(own: Partial<Panel>): Panel {
  return {
    title: 'Tonnes',
    weight: 1,
    max: 10,
    grid: [],
    series: [{ as: 'columns', values: [2, 4, undefined, 6, 9], pale: false, name: undefined }],
    labels: [],
    brackets: [],
    references: [],
    aims: [],
    ...own,
  };
}

function years(...panels: readonly Panel[]): Chart {
  const ticks = [2000, 2004, 2009].map((at) => ({ at, place }));
  return {
    definition: undefined,
    walks: [],
    steps: 0,
    title: 'Apples',
    finding: 'More apples.',
    axis: { kind: 'years', from: 2000, to: 2009, ticks, prefix: 'FY' },
    panels,
    table: { head: [], rows: [] },
  };
}

function rows(own: Partial<Panel> = {}): Chart {
  const labels = [label(0, '900'), label(1, '300, estimate'), label(2, '48', 'accent')];
  const values = [900, 300, 48];
  const series = [{ as: 'bars', values, pale: false, name: undefined } as const];
  const axis = {
    kind: 'rows',
    names: ['North', 'East', 'South'],
    accent: 2,
    estimates: new Set([1]),
  } as const;
  const dots = panel({
    series: [{ as: 'dots', values, pale: false, name: undefined }],
    labels,
    max: undefined,
  });
  return {
    definition: undefined,
    walks: [],
    steps: 0,
    title: 'Orchards',
    finding: 'The north grows most.',
    axis,
    panels: [panel({ series, labels, max: undefined, ...own }), dots],
    table: { head: [], rows: [] },
  };
}

/** Pairs of texts whose ink comes nearer than 4 px. */
function collisions({ texts }: PlacedChart): readonly string[] {
  return texts.flatMap((text, index) =>
    texts
      .slice(index + 1)
      .flatMap((other) => (meet(inkOf(text), inkOf(other), 4) ? [`${text.text} × ${other.text}`] : [])),
  );
}

const marksOf = (chart: Chart, nth = 0): readonly PlacedMark[] =>
  placeChart(chart, measure).panels[nth]?.marks ?? [];
const textOf = (placed: PlacedChart, text: string) => placed.texts.find((one) => one.text === text);

describe('columns', () => {
  test('stand on one base, as high as their values are to each other', () => {
    const heights = marksOf(years(panel({}))).map(({ box }) => box?.height ?? 0);
    expect(heights.map((height) => height / (heights[0] ?? 1))).toEqual(
      [1, 2, 3, 4.5].map((ratio) => expect.closeTo(ratio, 6)),
    );
  });

  test('leave a gap where there is no value', () => {
    const placed = placeChart(years(panel({})), measure);
    expect(placed.panels[0]?.drawing.series[0]?.values).toEqual([2, 4, null, 6, 9]);
    expect(placed.panels[0]?.marks.map(({ at }) => at)).toEqual([0, 1, 3, 4]);
  });

  test('begin with the text column and keep one pitch', () => {
    const boxes = marksOf(years(panel({}))).map(({ box }) => box);
    expect(boxes[0]?.x).toBeCloseTo(SHEET.left.from);
    expect((boxes[1]?.x ?? 0) - (boxes[0]?.x ?? 0)).toBeCloseTo(104);
    expect((boxes[2]?.x ?? 0) - (boxes[1]?.x ?? 0)).toBeCloseTo(208);
    expect(boxes[0]?.width).toBeCloseTo(72.8);
  });

  test('are marked by the accent, which grows, and by strong labels', () => {
    const labels = [label(2003, '6.0', 'strong'), label(2004, '9.0', 'accent')];
    const series = placeChart(years(panel({ labels })), measure).panels[0]?.drawing.series[0];
    expect(series).toMatchObject({ tone: 'mid', tones: { 3: 'past', 4: 'acc' }, grows: 4 });
  });
});

describe('lines', () => {
  const line = panel({
    series: [{ as: 'line', values: [1, 1.1, undefined, 1.2, undefined, 2], pale: false, name: undefined }],
    max: 4,
  });

  test('show a point that stands alone between gaps', () => {
    const placed = placeChart(years(line), measure);
    expect(placed.panels[0]?.drawing.series[0]).toMatchObject({ as: 'line', radii: { 3: 4.5, 5: 4.5 } });
  });

  test('lead by dots to an aim, which is a ring on the same scale', () => {
    const aims = [{ at: 2009, value: 4, text: 'Aim', place }];
    const { panels, texts } = placeChart(years({ ...line, aims }), measure);
    expect(panels[0]?.drawing.series[1]).toMatchObject({ from: 2009, values: [4], hollow: [0] });
    expect(panels[0]?.drawing.over[0]?.dash).toEqual([0, 8.5]);
    expect(texts.some(({ text, told }) => text === 'Aim' && told)).toBe(true);
  });

  test('draw a level from its beginning to its end and no further', () => {
    const references = [{ value: 1, from: 2000, to: 2003.5, text: 'Ceiling', place }];
    const { panels } = placeChart(years({ ...line, references }), measure);
    const [stroke] = panels[0]?.drawing.under ?? [];
    // What was set is told from what was measured.
    expect(stroke?.dash).toEqual([10, 7]);
    const { x, padding, width } = panels[0]?.drawing ?? {
      x: [0, 1],
      padding: { left: 0, right: 0 },
      width: 1,
    };
    const toYear = (px: number) =>
      x[0] + ((px - padding.left) / (width - padding.left - padding.right)) * (x[1] - x[0]);
    expect(toYear(stroke?.points[0] ?? 0)).toBeCloseTo(2000, 3);
    expect(toYear(stroke?.points[2] ?? 0)).toBeCloseTo(2003.5, 3);
  });
});

describe('panels over one axis', () => {
  const placed = placeChart(years(panel({ weight: 3 }), panel({ title: 'Share', weight: 1 })), measure);

  test('give the same year the same x', () => {
    const [first, second] = placed.panels.map(({ marks }) => marks.map(({ x }) => x));
    expect(second).toEqual(first);
  });

  test('share the height by weight', () => {
    const heights = placed.panels.map(
      ({ drawing: { height, padding } }) => height - padding.top - padding.bottom,
    );
    expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(3, 1);
  });

  test('have years under the last one only, the first with its prefix, inside the column', () => {
    const ticks = placed.texts.filter(({ text }) => /^(FY)?20\d\d$/.test(text));
    expect(ticks.map(({ text }) => text)).toEqual(['FY2000', '2004', '2009']);
    const last = ticks.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(SHEET.left.to);
  });

  test('have canvases of whole px, or Chart.js would cut them and shift every point', () => {
    for (const { canvas } of placed.panels)
      expect(Object.values(canvas).every((value) => Number.isInteger(value))).toBe(true);
  });
});

describe('labels', () => {
  const labels = [
    label(2000, '2.0'),
    label(2001, '4.0'),
    label(2003, '6.0', 'strong'),
    label(2004, '9.0', 'accent'),
  ];

  test('run neither into each other nor into a grid line', () => {
    const grid = [2.2, 4.4, 6.6].map((value) => ({ value, text: String(value) }));
    const brackets = [{ from: 2000, to: 2003, text: '+200%', place }];
    const placed = placeChart(years(panel({ labels, grid, brackets })), measure);
    expect(placed.dropped).toEqual([]);
    expect(collisions(placed)).toEqual([]);
    const { canvas, drawing } = placed.panels[0] ?? {};
    const lines = drawing?.under.map(({ points }) => (points[1] ?? 0) + (canvas?.y ?? 0)) ?? [];
    const struck = placed.texts.filter((text) => {
      const ink = inkOf(text);
      return lines.some((y) => y > ink.y && y < ink.y + ink.height);
    });
    expect(lines).toHaveLength(3);
    expect(struck).toEqual([]);
  });

  test('stand at the edge of their column where a taller neighbour is in the way', () => {
    const wide = [label(2003, 'six point zero'), label(2004, '9.0')];
    const placed = placeChart(years(panel({ labels: wide })), measure);
    const column = placed.panels[0]?.marks.find(({ at }) => at === 3)?.box;
    const text = textOf(placed, 'six point zero');
    expect((text?.x ?? 0) + (text?.width ?? 0)).toBeCloseTo((column?.x ?? 0) + (column?.width ?? 0));
  });

  test('that find no room are dropped and said to be', () => {
    const long = label(
      2004,
      'a label that is far too long for any slide, whatever its columns, its grid or its year',
    );
    const placed = placeChart(years(panel({ labels: [long] })), measure);
    expect(placed.dropped).toEqual([expect.objectContaining({ text: long.text, place })]);
  });

  test('put a bracket above all it spans', () => {
    const brackets = [{ from: 2000, to: 2003, text: '+200%', place }];
    const placed = placeChart(years(panel({ labels, brackets })), measure);
    const strong = textOf(placed, '6.0');
    const bracket = textOf(placed, '+200%');
    expect((bracket?.y ?? 0) + (bracket?.height ?? 0)).toBeLessThan(strong?.y ?? 0);
  });
});

describe('rows', () => {
  const placed = placeChart(rows(), measure);

  test('stand on the same line in each panel', () => {
    const [bars, dots] = placed.panels.map(({ marks }) => marks.map(({ y }) => y));
    expect(dots).toEqual(bars);
  });

  test('leave room for each value beside its mark', () => {
    for (const { x, width } of placed.texts) expect(x + width).toBeLessThanOrEqual(SHEET.left.to + 0.01);
    expect(collisions(placed)).toEqual([]);
  });

  test('draw an estimate as an outline, dashed where it is a bar', () => {
    const [bars, dots] = placed.panels.map(({ drawing }) => drawing);
    expect(bars?.series[0]?.hollow).toEqual([1]);
    expect(bars?.over[0]?.dash).toEqual([7, 5]);
    expect(dots?.series[0]?.hollow).toEqual([1]);
  });

  test('begin at 0, in proportion', () => {
    const widths = placed.panels[0]?.marks.map(({ box }) => box?.width ?? 0) ?? [];
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(3, 6);
  });

  test('have values that grow away from their marks, left of the base and right of it', () => {
    const values = [900, -300, -48];
    const series = [{ as: 'dots', values, pale: false, name: undefined } as const];
    const labels = [label(0, '900'), label(1, '-300'), label(2, '-48')];
    const { texts } = placeChart(rows({ series, labels }), measure);
    const grows = ['900', '-300', '-48'].map((text) => textOf({ ...placed, texts }, text)?.grows);
    expect(grows).toEqual(['start level', 'end level', 'end level']);
  });
});

test('the label of a grid line stands left of a column at the right end', () => {
  const values = [2, 4, 5, 6, 9, 7, 4, 5, 6, 9];
  const tall = panel({
    grid: [{ value: 5, text: '5' }],
    series: [{ as: 'columns', values, pale: false, name: undefined }],
  });
  const { texts, panels } = placeChart(years(tall), measure);
  const grid = texts.find(({ text }) => text === '5') ?? expect.fail('no label');
  const columns = panels.flatMap(({ marks }) => marks.flatMap(({ box }) => (box ? [box] : [])));
  expect(columns).toHaveLength(10);
  expect(columns.filter((column) => meet(grid, column, 0))).toEqual([]);
});
