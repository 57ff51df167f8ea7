import { describe, expect, test } from 'vitest';
import type { FigurePlot } from '../../../../src/deck/figure-plot.ts';
import { chartFigure } from '../../../../src/figures/chart/figure.ts';

const LONG = 'year,place,n\n2000,North,0.1\n2001,North,0.2\n2000,South,0.3\n2001,South,1.5\n';

/** What a fence over one file draws, as other programs of charts are told. */
function plotsOf(fence: string, csv: string): readonly FigurePlot[] {
  const figure = chartFigure(
    { kind: 'chart', body: `file: a.csv\n${fence}`, place: { file: '1.md', line: 1, column: 1 }, slide: 'a' },
    {
      ...{ read: () => csv, paths: ['a.csv'], measure: (text) => text.length * 10, lang: 'en' },
      report: ({ severity, what }) => {
        if (severity === 'error') throw new Error(what);
      },
    },
  );
  return figure?.tables?.().flatMap(({ plots = [] }) => plots) ?? [];
}

describe('what a chart draws is told', () => {
  test('with the values of the file, also where they are stacked', () => {
    const [plot] = plotsOf('series: place\nas: columns\nstack: true', LONG);
    expect(plot).toMatchObject({
      element: 'a-chart-canvas-1',
      stack: 'sum',
      across: false,
      names: ['2000', '2001'],
    });
    expect(plot?.series.map(({ title, values }) => [title, values])).toEqual([
      ['North', [0.1, 0.2]],
      ['South', [0.3, 1.5]],
    ]);
    const [shares] = plotsOf('series: place\nas: columns\nstack: share', LONG);
    expect(shares).toMatchObject({ stack: 'share', scale: { min: 0, max: 100 } });
    expect(shares?.series.map(({ values }) => values)).toEqual(plot?.series.map(({ values }) => values));
  });

  test('with both edges of a band, and with its gaps', () => {
    const [plot] = plotsOf('as: band\ny: { low: a, high: b }', 'year,a,b\n2000,1,2\n2001,,\n2002,3,5\n');
    expect(plot?.series).toMatchObject([
      { as: 'band', lows: [1, undefined, 3], values: [2, undefined, 5], isJoined: false },
    ]);
  });

  test('with names down the side, and where numbers stand', () => {
    const [bars] = plotsOf('as: bars', 'town,people\nA,3\nB,2\n');
    expect(bars).toMatchObject({ across: true, names: ['A', 'B'], along: 'town', isPlain: true });
    const [points] = plotsOf('as: scatter\nx: a\ny: b', 'a,b\n1,2\n5,3\n2,9\n');
    expect(points?.at).toEqual({ kind: 'number', values: [1, 5, 2] });
    expect(points?.alongEnds?.max).toBeGreaterThanOrEqual(5);
    // Each bar says its value: there is no scale. Of two it is at their head.
    expect(bars?.scale.grid).toEqual([]);
    const [two] = plotsOf('as: bars', 'town,people,boats\nA,3,1\nB,2,2\n');
    expect(two?.scale.grid.length).toBeGreaterThan(1);
  });
});
