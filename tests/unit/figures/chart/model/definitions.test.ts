import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { placeChart } from '../../../../../src/figures/chart/layout/chart.ts';
import { drawingAt, pointOn } from '../../../../../src/figures/chart/live/drawing.ts';
import { type Path, walk } from '../../../../../src/figures/chart/live/next-value.ts';
import { shapesOf } from '../../../../../src/figures/chart/live/picture.ts';
import { writeSvg } from '../../../../../src/figures/chart/live/svg.ts';
import { parseChart } from '../../../../../src/figures/chart/model/parse.ts';

const FENCE = `definitions: { gross: with the cores, net: without the cores }
title: Apples
finding: { gross: Four tonnes., net: Three tonnes. }
file: data/apples.csv
x: { column: year, from: 2000, to: 2004 }
panels:
  - title: { gross: Tonnes with cores, net: Tonnes without cores }
    scale: { max: 10, grid: [5] }
    series:
      - { column: { gross: all, net: eaten }, name: Tonnes, as: columns, say: "{value} tonnes" }
    labels: [{ at: 2000 }, { at: 2003, accent: true }]
    brackets: [{ from: 2000, to: 2002, label: "{change}" }]
steps: [{ bracket: 1 }, { from: 2003 }]
`;
const CSV = 'year,all,eaten\n2000,2,1\n2001,,\n2002,3,2\n2003,4,3\n';

function parse(body: string) {
  const problems: Problem[] = [];
  const place = { file: '01.md', line: 1, column: 1 };
  const parsed = parseChart(
    { kind: 'chart', body, place, slide: 'apples' },
    {
      read: () => CSV,
      paths: [],
      measure: (text) => text.length * 12,
      report: (problem) => problems.push(problem),
      lang: 'en',
    },
  );
  return { charts: parsed?.charts ?? [], problems: problems.map(formatProblem) };
}

describe('a chart with two definitions', () => {
  const { charts, problems } = parse(FENCE);
  const [gross, net] = charts;

  test('is two whole charts', () => {
    expect(problems).toEqual([]);
    expect(charts.map(({ definition, finding }) => [definition?.id, definition?.name, finding])).toEqual([
      ['gross', 'with the cores', 'Four tonnes.'],
      ['net', 'without the cores', 'Three tonnes.'],
    ]);
    expect(charts.map(({ panels }) => panels[0]?.series[0]?.values)).toEqual([
      [2, undefined, 3, 4, undefined],
      [1, undefined, 2, 3, undefined],
    ]);
    expect(charts.map(({ panels }) => panels[0]?.title)).toEqual([
      'Tonnes with cores',
      'Tonnes without cores',
    ]);
    expect(gross?.panels[0]?.brackets[0]?.text).toBe('+50%');
    expect(net?.panels[0]?.brackets[0]?.text).toBe('+100%');
    expect(net?.table.rows[0]?.cells).toEqual(['1']);
  });

  test('says every value, and of a gap that it is one', () => {
    expect(net?.walks.map(({ points }) => points.map(({ text }) => text))).toEqual([
      ['2000, 1 tonnes', '2001, no value', '2002, 2 tonnes', '2003, 3 tonnes'],
    ]);
  });

  test('needs each text for each definition', () => {
    expect(parse(FENCE.replace(', net: Three tonnes.', '')).problems).toEqual([
      '01.md:3:10: error: nothing is written for "net". Add "net: …" here.',
    ]);
    expect(parse(FENCE.replace('net: eaten', 'nett: eaten')).problems).toEqual([
      '01.md:10:19: error: "nett" is no definition of this chart. Did you mean "net"? List it under "definitions".',
      '01.md:10:19: error: nothing is written for "net". Add "net: …" here.',
    ]);
  });
});

describe('steps', () => {
  const [chart] = parse(FENCE).charts;
  if (!chart) throw new Error('the fence is broken');
  const placed = placeChart(chart, (text) => text.length * 12);
  const drawing = placed.panels[0]?.drawing;
  if (!drawing) throw new Error('nothing is drawn');

  test('keep back what the author says, and bring it in his order', () => {
    const values = (reached: number) => drawingAt(drawing, reached).series[0]?.values;
    expect(values(0)).toEqual([2, null, 3, null]);
    expect(values(1)).toEqual([2, null, 3, null]);
    expect(values(2)).toEqual([2, null, 3, 4]);
    const strokes = [0, 1].map((reached) => drawingAt(drawing, reached).over.length);
    expect((strokes[1] ?? 0) - (strokes[0] ?? 0)).toBe(1);
    expect(placed.texts.filter(({ step }) => step).map(({ text, step }) => [text, step])).toEqual([
      ['4', 2],
      ['+50%', 1],
    ]);
  });

  test('are refused where they show nothing', () => {
    const steps = (written: string) => parse(FENCE.replace(/^steps: .*$/m, `steps: [${written}]`)).problems;
    expect(steps('{ bracket: 2 }')).toEqual(['01.md:13:9: error: there is no bracket 2. This chart has 1.']);
    expect(steps('{ from: 1999 }')).toEqual([
      '01.md:13:9: error: the step from 1999 lies outside the axis. The axis runs from 2000 to 2004.',
    ]);
    expect(steps('{}')).toEqual([
      '01.md:13:9: error: this step shows nothing. Write "from: …" (a year) or "bracket: …" (its number).',
    ]);
  });

  test('a picture has a shape for each value, where the page has it', () => {
    const boxes = shapesOf(drawing, 0, 0).flatMap((shape) => (shape.kind === 'box' ? [shape] : []));
    expect(boxes.map(({ x, y, width }) => ({ x: x + width / 2, y }))).toEqual(
      [2000, 2002, 2003].map((year) => pointOn(drawing, 0, year)),
    );
    const marks = placed.panels[0]?.marks.map(({ x, y }) => ({
      x: x - (placed.panels[0]?.canvas.x ?? 0),
      y: y - (placed.panels[0]?.canvas.y ?? 0),
    }));
    for (const [index, { x, y, width }] of boxes.entries()) {
      expect(x + width / 2).toBeCloseTo(marks?.[index]?.x ?? 0, 1);
      expect(y).toBeCloseTo(marks?.[index]?.y ?? 0, 1);
    }
    const picture = { title: 'a < b', width: 9, height: 9, family: 'x', shapes: shapesOf(drawing, 0, 0) };
    const svg = writeSvg(picture, (tone) => tone);
    expect(svg).toContain('<title>a &lt; b</title>');
    expect(svg.match(/<rect/g)).toHaveLength(1 + 3);
  });
});

describe('a walk', () => {
  const paths: readonly Path[] = [
    [0, [2000, 2001, 2002].map((at) => [0, at, '', 0] as const)],
    [1, [2001, 2002, 2003].map((at) => [0, at, '', 0] as const)],
  ];
  const from = (path: number, stop: number, key: string) => walk(paths, { path, stop }, key, 'right');

  test('goes along a series and stays at its ends', () => {
    expect(from(0, 1, 'ArrowRight')).toEqual({ path: 0, stop: 2 });
    expect(from(0, 2, 'ArrowRight')).toEqual({ path: 0, stop: 2 });
    expect(from(0, 0, 'ArrowLeft')).toEqual({ path: 0, stop: 0 });
    expect(from(1, 0, 'End')).toEqual({ path: 1, stop: 2 });
    expect(from(1, 2, 'Home')).toEqual({ path: 1, stop: 0 });
  });

  test('goes to the same year of the next series, or the nearest', () => {
    expect(from(0, 1, 'ArrowDown')).toEqual({ path: 1, stop: 0 });
    expect(from(1, 2, 'ArrowUp')).toEqual({ path: 0, stop: 2 });
    expect(from(0, 1, 'ArrowUp')).toEqual({ path: 0, stop: 1 });
  });

  test('leaves every other key alone', () => {
    for (const key of ['PageDown', 'PageUp', ' ', '.', 'b', 'Tab', 'x'])
      expect(from(0, 1, key)).toBeUndefined();
  });

  test('begins at an end', () => {
    expect(walk(paths, undefined, 'ArrowDown', 'down')).toEqual({ path: 0, stop: 0 });
    expect(walk(paths, undefined, 'ArrowLeft', 'right')).toEqual({ path: 0, stop: 2 });
  });
});
