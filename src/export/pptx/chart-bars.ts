import { colourOf } from './chart-axes.ts';
import type { ChartSeries } from './chart-columns.ts';
import { AXES, type ChartWriting, headXml, labelsXml, valuesXml } from './chart-series.ts';
import { fill, units } from './write-xml.ts';

/** Columns, or bars to the right. */
export function barsXml(all: readonly ChartSeries[], writing: ChartWriting): string {
  const { plot, length } = writing;
  const slot = length / Math.max(1, plot.names.length);
  const size = Math.max(1, all[0]?.series.size ?? 1);
  // As many as have room beside each other stand so; what is wider lies one upon the other.
  const isBeside = plot.stack === 'none' && size * all.length <= slot * 1.01;
  const wide = isBeside ? size * all.length : size;
  const gap = Math.min(500, Math.max(0, Math.round(((slot - wide) / size) * 100)));
  const grouping = { none: 'clustered', sum: 'stacked', share: 'percentStacked' }[plot.stack];
  return (
    `<c:barChart><c:barDir val="${plot.across ? 'bar' : 'col'}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>` +
    `${all.map((one) => barSeriesXml(one, writing)).join('')}<c:gapWidth val="${gap}"/><c:overlap val="${isBeside ? 0 : 100}"/>${AXES}</c:barChart>`
  );
}

function barSeriesXml(one: ChartSeries, writing: ChartWriting): string {
  const { series, values } = one;
  const { tone, tones, hollow } = series;
  const paint = (name: string) => fill({ colour: colourOf(name, writing), opacity: 1 });
  const own = values.map((value, at) => {
    const isHollow = hollow.includes(at);
    if (value === undefined || !(tones[at] || isHollow)) return '';
    const colour = paint(tones[at] ?? tone);
    const look = isHollow ? `<a:noFill/><a:ln w="${units(3)}">${colour}</a:ln>` : colour;
    return `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${look}</c:spPr></c:dPt>`;
  });
  return (
    `<c:ser>${headXml(one)}<c:spPr>${paint(tone)}</c:spPr><c:invertIfNegative val="0"/>${own.join('')}` +
    `${labelsXml(one, writing)}${valuesXml(one, writing)}</c:ser>`
  );
}
