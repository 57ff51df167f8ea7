import type { FigurePlot, PlotSeries } from '../../deck/figure-plot.ts';
import { axesXml, textXml } from './chart-axes.ts';
import { barsXml } from './chart-bars.ts';
import type { ChartColumns, ChartSeries } from './chart-columns.ts';
import { areasXml, linesXml, scatterXml } from './chart-lines.ts';
import type { Box, ChartPiece } from './piece.ts';
import { HEAD } from './write-xml.ts';

const SPACE =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A chart as a part of an Office file (ISO 29500, DrawingML charts), its plot where the page has it. */
export function chartXml({ box, plot, colours }: ChartPiece, sheet: ChartColumns): string {
  const inner = plotBox(box, plot);
  const writing = { plot, sheet, colours, length: plot.across ? inner.height : inner.width };
  const { series } = sheet;
  const of = (...kinds: readonly PlotSeries['as'][]) =>
    series.filter(({ series: { as } }) => kinds.includes(as));
  const isDotRow = plot.across && of('dots').length > 0;
  const isFree = sheet.along.kind === 'numbers' || isDotRow;
  const groups = [
    group(of('area'), (all) => areasXml(all, writing)),
    group(of('columns', 'bars'), (all) => barsXml(all, writing)),
    group(of('band', 'line', 'dots'), (all) =>
      isFree ? scatterXml(all, writing, isDotRow) : linesXml(all, writing),
    ),
  ];
  const joins = series.some(({ series: { isJoined } }) => isJoined);
  const share = (part: number, whole: number) => (part / whole).toFixed(5);
  return (
    `${HEAD}<c:chartSpace ${SPACE}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>` +
    '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>' +
    `<c:x val="${share(inner.x - box.x, box.width)}"/><c:y val="${share(inner.y - box.y, box.height)}"/>` +
    `<c:w val="${share(inner.width, box.width)}"/><c:h val="${share(inner.height, box.height)}"/></c:manualLayout></c:layout>` +
    `${groups.join('')}${axesXml(plot, sheet.along, writing)}<c:spPr><a:noFill/></c:spPr></c:plotArea>` +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="${joins ? 'span' : 'gap'}"/></c:chart>` +
    `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml('ink', writing)}` +
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
  );
}

/** The plot without its axes' labels, on the sheet. */
export function plotBox(box: Box, { padding }: FigurePlot): Box {
  return {
    x: box.x + padding.left,
    y: box.y + padding.top,
    width: Math.max(1, box.width - padding.left - padding.right),
    height: Math.max(1, box.height - padding.top - padding.bottom),
  };
}

function group(series: readonly ChartSeries[], write: (series: readonly ChartSeries[]) => string): string {
  return series.length === 0 ? '' : write(series);
}
