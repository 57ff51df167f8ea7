import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FigureTable } from '../../../../src/deck/figure.ts';
import type { FigurePlot, PlotSeries } from '../../../../src/deck/figure-plot.ts';
import { chartColumns } from '../../../../src/export/pptx/chart-columns.ts';
import { chartXml } from '../../../../src/export/pptx/chart-xml.ts';
import { numberFormat } from '../../../../src/export/pptx/number-format.ts';
import type { ChartPiece, Group, TextPiece } from '../../../../src/export/pptx/piece.ts';
import { setCharts } from '../../../../src/export/pptx/set-charts.ts';
import { slideXml, tellTable } from '../../../../src/export/pptx/slide-xml.ts';
import { writeWorkbook } from '../../../../src/export/pptx/workbook.ts';
import { chartFaults, tableFaults } from '../../../../src/export/proof/charts.ts';

const WHITE = { colour: 'FFFFFF', blend: undefined, painted: undefined };

const KINDS = ['columns', 'line', 'dots', 'area', 'band'] as const;

const series = (length: number): fc.Arbitrary<PlotSeries> =>
  fc
    .record({
      as: fc.constantFrom(...KINDS),
      title: fc.string({ minLength: 1, maxLength: 8 }),
      values: fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }), {
        minLength: length,
        maxLength: length,
      }),
    })
    .map(({ as, title, values }) => ({
      ...{ as, title, values, lows: as === 'band' ? values.toReversed() : undefined },
      ...{
        isJoined: false,
        tone: 'c1',
        tones: { 0: 'acc' },
        hollow: [1],
        size: 4,
        dash: as === 'line' ? 3 : undefined,
      },
      labels: [{ at: 0, text: 'a < b' }],
    }));

const plots: fc.Arbitrary<FigurePlot> = fc.integer({ min: 1, max: 6 }).chain((length) =>
  fc
    .record({
      names: fc.array(fc.string(), { minLength: length, maxLength: length }),
      across: fc.boolean(),
      isPlain: fc.boolean(),
      all: fc.array(series(length), { minLength: 1, maxLength: 40 }),
      timed: fc.boolean(),
    })
    .map(({ names, across, isPlain, all, timed }) =>
      plotOf({
        ...{ names, across, isPlain },
        // Only rows of dots run to the right with values that are no bars.
        series: across ? all.map((one) => ({ ...one, as: 'dots' as const, lows: undefined })) : all,
        ...(timed ? { at: { kind: 'time', values: names.map((_, at) => at ** 3 * 1e10) } } : {}),
      }),
    ),
);

function plotOf(part: Partial<FigurePlot>): FigurePlot {
  return {
    ...{ element: 'c', title: 'A chart', padding: { left: 60, top: 50, right: 10, bottom: 50 } },
    ...{ names: ['1', '2', '3'], along: 'Year', across: false, stack: 'none', isPlain: true },
    scale: { min: 0, max: 10, log: false, grid: [0, 5, 10].map((value) => ({ value, text: `${value}` })) },
    ...{ series: [], strokes: [] },
    ...part,
  };
}

const piece = (plot: FigurePlot): ChartPiece => ({
  ...{ kind: 'chart', plot, tables: [], alt: 'It rises', colours: { c1: '1B53B1' } },
  box: { x: 100, y: 200, width: 800, height: 600 },
});

const drawn = (plot: FigurePlot, tables: readonly FigureTable[] = []) => new Map([['c', { plot, tables }]]);

function written(plot: FigurePlot) {
  const sheet = chartColumns(plot);
  return { xml: chartXml(piece(plot), sheet), workbook: writeWorkbook(sheet.columns) };
}

test('every value of any chart is in its part and in its workbook', () => {
  fc.assert(
    fc.property(plots, (plot) => {
      const { xml, workbook } = written(plot);
      expect([...chartFaults(plot, xml, workbook)]).toEqual([]);
      expect(xml.match(/<c:ser>/g)?.length).toBe(xml.match(/<\/c:ser>/g)?.length);
    }),
    { numRuns: process.env['ORIHON_LONG'] ? 1000 : 60 },
  );
});

const LINE: PlotSeries = {
  ...{ as: 'line', title: 'Rain', values: [1, 2.5, undefined], isJoined: false, tone: 'c1', tones: {} },
  ...{ hollow: [], size: 4, dash: undefined, labels: [{ at: 1, text: '2.5 mm' }] },
};

test('a value that differs is named, in the part or in the workbook', () => {
  const plot = plotOf({ series: [LINE] });
  const { xml, workbook } = written(plot);
  const told = '"Rain" has another value at 2 than its table';
  expect([...chartFaults(plot, xml.replace('<c:v>2.5<', '<c:v>2.4<'), workbook)]).toEqual([told]);
  const other = written(plotOf({ series: [{ ...LINE, values: [1, 2.4, undefined] }] })).workbook;
  expect([...chartFaults(plot, xml, other)]).toEqual([told]);
  expect([...chartFaults(plot, xml, undefined)]).toEqual(['the chart "A chart" has no workbook']);
});

test('a gap is no empty value but none', () => {
  const { xml, workbook } = written(plotOf({ series: [LINE] }));
  expect(xml).not.toContain('<c:v></c:v>');
  expect(xml.match(/<c:axId val="111"\/>/g)).toHaveLength(2);
  const sheet = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<c r="B3"><v>2.5</v></c>');
  expect(sheet).not.toContain('r="B4"');
});

test('stacked values are those of the file, and shares are counted from 0 to 1', () => {
  const stacked = plotOf({ series: [{ ...LINE, as: 'columns' }], stack: 'share' });
  const { xml } = written(stacked);
  expect(xml).toContain('<c:grouping val="percentStacked"/>');
  expect(xml).toContain('<c:overlap val="100"/>');
  expect(xml).toContain('<c:max val="0.1"/>');
  expect(xml).toContain('<c:v>2.5</c:v>');
});

test('places that are not equally far apart keep their distances', () => {
  const plot = plotOf({ series: [LINE], at: { kind: 'number', values: [1, 2, 40] } });
  const { xml } = written(plot);
  expect(xml).toContain('<c:scatterChart>');
  expect(xml).toMatch(/<c:xVal>.*<c:v>40<\/c:v>.*<\/c:xVal>/s);
  const columns = plotOf({
    series: [{ ...LINE, as: 'columns' }],
    at: { kind: 'number', values: [1, 2, 40] },
  });
  expect(chartColumns(columns).isEvened).toBe(true);
});

test('a scale is written in its own words', () => {
  const grid = (...lines: readonly (readonly [number, string])[]) =>
    lines.map(([value, text]) => ({ value, text }));
  expect(numberFormat(grid([0, '0'], [5, '5 %'], [10, '10 %']))).toBe('#,##0" %"');
  expect(numberFormat(grid([500_000, '$0.5M'], [1_000_000, '$1M']))).toBe('"$"#,##0.0,,"M"');
  expect(numberFormat(grid([-2, '\u22122'], [2, '2']))).toBe('#,##0');
  expect(numberFormat(grid([1, 'one'], [2, '3']))).toBe('General');
  expect(numberFormat(grid([20, '20'], [-20, '\u221220'], [40, '40 m']))).toBe('[>=40]#,##0" m";#,##0');
  expect(numberFormat(grid([20, '20 a'], [30, '30 b'], [40, '40 m']))).toBe('General');
});

test('words that the chart says itself are left to it, and all others stay', () => {
  const text = (words: string, x: number, y: number, isTold = false): TextPiece => ({
    ...{
      kind: 'text',
      box: { x, y, width: 40, height: 30 },
      letters: { x, y, width: 40, height: 30 },
      isTitle: false,
      isVertical: false,
      isTold,
    },
    ...{ isOneLine: true },
    paragraphs: [
      {
        ...{
          align: 'left',
          bullet: undefined,
          margin: 0,
          hang: 0,
          level: 0,
          before: 0,
          leading: 30,
          rtl: false,
        },
        runs: [
          {
            ...{ text: words, size: 24, colour: '000000', bold: false, italic: false, face: '', lang: '' },
            href: undefined,
          },
        ],
      },
    ],
  });
  const plot = plotOf({ series: [{ ...LINE, as: 'columns' }] });
  const group: Group = {
    ...{ name: 'Rain', box: undefined, colours: {} },
    pieces: [
      { kind: 'picture', box: piece(plot).box, alt: '', png: '', instead: 'chart', element: 'c' },
      text('A title', 110, 205, true),
      text('5', 110, 500),
      text('2002', 300, 770),
      text('2.5 mm', 400, 400),
      text('Key', 300, 215),
      // A value that a line of the scale has too.
      text('5', 400, 300),
    ],
  };
  const { pieces } = setCharts(group, drawn(plot));
  expect(pieces.map(({ kind }) => kind)).toEqual(['chart', 'text', 'text', 'text']);
  // What no office program draws alike stays a picture: an area with a gap in it.
  const broken = plotOf({ series: [{ ...LINE, as: 'area', values: [1, undefined, 2] }] });
  expect(setCharts(group, drawn(broken)).pieces).toHaveLength(7);
});

test('lines of a scale that no office program draws alike are kept, and lie under the chart', () => {
  const stroke = { tone: 'line', width: 1.5, dash: undefined, points: [60, 300, 790, 300] };
  // Its lines do not begin at the scale's lower end.
  const scale = { min: 1, max: 10, log: false, grid: [5, 10].map((value) => ({ value, text: `${value}` })) };
  const group = (plot: FigurePlot): Group => ({
    ...{ name: 'Rain', box: undefined, colours: {} },
    pieces: [{ kind: 'picture', box: piece(plot).box, alt: '', png: '', instead: 'chart', element: 'c' }],
  });
  const kept = plotOf({ series: [LINE], scale, strokes: [stroke] });
  const set = setCharts(group(kept), drawn(kept));
  expect(set.pieces.map(({ kind }) => kind)).toEqual(['chart', 'shape']);
  const writing = {
    link: () => undefined,
    ground: () => 'rId9',
    chart: () => 'rId1',
    picture: () => ({ picture: '', drawing: undefined }),
  };
  const xml = slideXml({ ground: WHITE, leaf: undefined, groups: [set] }, writing);
  expect(xml.indexOf('name="Grid"')).toBeLessThan(xml.indexOf('<c:chart '));
  const native = plotOf({ series: [LINE], strokes: [stroke] });
  expect(setCharts(group(native), drawn(native)).pieces).toHaveLength(1);
});

test('squares of a key, eras and bands are kept, those behind the values below the chart', () => {
  const square = (x: number, y: number, tone: string) => ({
    ...{ tone, width: 0, dash: undefined, fill: 1 },
    points: [x, y, x + 16, y, x + 16, y + 16, x, y + 16],
  });
  const namesOf = (as: PlotSeries['as']) => {
    const plot = plotOf({
      series: [{ ...LINE, as }],
      strokes: [square(100, 100, 'tint'), square(200, 100, 'c1'), square(795, 100, 'c1')],
    });
    const group: Group = {
      ...{ name: 'Rain', box: undefined, colours: {} },
      pieces: [{ kind: 'picture', box: piece(plot).box, alt: '', png: '', instead: 'chart', element: 'c' }],
    };
    return setCharts(group, drawn(plot)).pieces.map((one) => (one.kind === 'shape' ? one.name : one.kind));
  };
  // Areas are the chart's own; a band is two lines in it, and the page's between them.
  expect(namesOf('area')).toEqual(['chart', 'Grid', 'Line']);
  expect(namesOf('band')).toEqual(['chart', 'Grid', 'Grid', 'Line']);
});

test('lines are dotted or dashed as on the page', () => {
  const dashOf = (dash: number | undefined) =>
    /<a:prstDash val="(\w+)"/.exec(written(plotOf({ series: [{ ...LINE, dash }] })).xml)?.[1];
  expect([undefined, 1.2, 2.5, 4, 6].map(dashOf)).toEqual([undefined, 'sysDot', 'sysDash', 'dash', 'lgDash']);
});

test('numbers that run along are written where the page writes them', () => {
  const grid = [0, 20, 40].map((value) => ({ value, text: `${value} km` }));
  const at = { kind: 'number', values: [1, 2, 40] } as const;
  const { xml } = written(plotOf({ series: [LINE], at, alongEnds: { min: 0, max: 40, grid } }));
  expect(xml).toMatch(/formatCode="#,##0&quot; km&quot;".*<c:majorUnit val="20"\/>/);
});

const anyTable: fc.Arbitrary<FigureTable> = fc
  .tuple(fc.string(), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 4 }))
  .chain(([title, wide, high]) => {
    const cell = fc.oneof(
      fc.string().map((text) => text.replace(/[^\x20-\x7e]/g, '')),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.constantFrom('', '0.90', '007', '-12', '1e5', '1234567890123456789', 'a < b & "c"', '\u2212'),
    );
    const row = fc.array(cell, { minLength: wide, maxLength: wide });
    return fc.record({
      ...{ name: fc.constant('t'), title: fc.constant(title), head: row },
      rows: fc.array(row, { minLength: high, maxLength: high }),
    });
  });

test('every cell of any table is in its workbook, a sheet each, under names that programs take', () => {
  fc.assert(
    fc.property(fc.array(anyTable, { maxLength: 4 }), (tables) => {
      const workbook = writeWorkbook([], tables);
      expect([...tableFaults(tables, workbook)]).toEqual([]);
      const names = sheetsOf(workbook);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(tables.length + 1);
      for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    }),
    { numRuns: process.env['ORIHON_LONG'] ? 1000 : 40 },
  );
});

const sheetsOf = (workbook: Uint8Array) =>
  [
    ...strFromU8(unzipSync(workbook)['xl/workbook.xml'] ?? new Uint8Array()).matchAll(
      /<sheet name="([^"]*)"/g,
    ),
  ].map(([, name = '']) => name.replace(/&(lt|gt|quot|amp);/g, '&'));

test('a table that lost a cell is found', () => {
  const table = { name: 't', title: 'Rain', head: ['Year', 'mm'], rows: [['2001', '5.5']] };
  const lost = { ...table, rows: [['2001', '5.6']] };
  expect([...tableFaults([lost], writeWorkbook([], [table]))]).toEqual([
    '1 cells of "Rain" are not in its workbook: 5.6',
  ]);
  expect([...tableFaults([table], undefined)]).toHaveLength(1);
});

test('what a chart shows under each definition lies behind its first part, or is told where it is a picture', () => {
  const tables = ['In francs', 'A head'].map((title) => ({
    ...{ name: 't', title, head: ['Year', title], rows: [['2001', '5']] },
  }));
  const plot = plotOf({ series: [LINE] });
  const picture = { kind: 'picture' as const, box: piece(plot).box, alt: '', png: '', instead: 'chart' };
  const group: Group = {
    ...{ name: 'Rain', box: undefined, colours: {} },
    pieces: [
      { ...picture, element: 'c' },
      { ...picture, element: 'd' },
    ],
  };
  const both = new Map([
    ['c', { plot, tables }],
    ['d', { plot, tables }],
  ]);
  const set = setCharts(group, both).pieces.map((one) => (one.kind === 'chart' ? one.tables.length : -1));
  expect(set).toEqual([2, 0]);
  const broken = plotOf({ series: [{ ...LINE, as: 'area', values: [1, undefined, 2] }] });
  const kept = setCharts(group, drawn(broken, tables));
  expect(kept.tables?.map(tellTable)).toEqual([
    'In francs: Year, In francs; 2001, 5',
    'A head: Year, A head; 2001, 5',
  ]);
});
