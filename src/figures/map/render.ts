import { attributes, escapeHtml } from '../../base/markup.ts';
import { rem, round, SHEET } from '../../base/sheet.ts';
import { polishText } from '../../deck/slide/typography.ts';
import type { LegendEntry, MapModel, SymbolName } from './parse.ts';
import type { PlacedMap, PlacedPlace } from './place.ts';

/** One grey with alpha stands on light and on dark paper. */
const LAND = '#807b72';

/** The land as a file of its own: one shape without borders, and the equator. */
export function renderLand({ land, equator }: PlacedMap): string {
  const { foldA, height } = SHEET;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${foldA} ${height}">` +
    `<path fill="${LAND}" fill-opacity=".22" transform="scale(.1)" d="${land}"/>` +
    `<path stroke="${LAND}" stroke-opacity=".4" stroke-width="1.5" d="M0 ${equator}h${foldA}"/></svg>\n`
  );
}

/** The figure: land, symbols, names of places and seas, and the legend on the leaf. */
export function renderMap(map: PlacedMap, { alt }: MapModel, landFile: string, lang: string): string {
  const text = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const place = ({ name, text: words }: PlacedPlace) =>
    `<li><strong>${text(name)}</strong>${words ? ` <span>${text(words)}</span>` : ''}</li>`;
  const marks = map.places.map((at) => drawArrow(at) + drawSymbol(at.symbol, at.x, at.y, at.radius)).join('');
  return [
    `<figure${attributes({ class: 'map', 'aria-label': alt, 'data-live': 'map' })}>`,
    `<img${attributes({ src: landFile, alt: '', width: SHEET.foldA, height: SHEET.height })}>`,
    `<svg class="map-marks" viewBox="0 0 ${SHEET.foldA} ${SHEET.height}" aria-hidden="true">${marks}</svg>`,
    `<ul class="map-places">${map.places.map(place).join('')}</ul>`,
    map.seas.length > 0 &&
      `<ul class="map-seas display">${map.seas.map(({ name }) => `<li>${text(name)}</li>`).join('')}</ul>`,
    map.legend.length > 0 &&
      `<ul class="map-legend">${map.legend.map((entry) => renderEntry(entry, text)).join('')}</ul>`,
    '</figure>',
  ]
    .filter(Boolean)
    .join('\n');
}

function renderEntry({ symbol, title, lines }: LegendEntry, text: (words: string) => string): string {
  const mark = symbol
    ? `<svg viewBox="-18 -18 36 36" aria-hidden="true">${drawSymbol(symbol, 0, 0, symbol === 'square' ? 13.5 : 15)}</svg>`
    : '';
  const below = lines.map((line) => `<p>${text(line)}</p>`).join('');
  return `<li${attributes({ class: symbol ? undefined : 'apart' })}>${mark}<strong>${text(title)}</strong>${below}</li>`;
}

function drawSymbol(symbol: SymbolName, x: number, y: number, radius: number): string {
  if (symbol === 'square')
    return `<rect${attributes({ x: round(x - radius), y: round(y - radius), width: 2 * radius, height: 2 * radius })}/>`;
  const r = symbol === 'ring' ? radius - 2.5 : radius;
  return `<circle${attributes({ class: symbol === 'dot' ? undefined : `map-${symbol}`, cx: x, cy: y, r })}/>`;
}

/** An arrow from the symbol to the edge beyond which its country lies. */
function drawArrow({ off, x, y }: PlacedPlace): string {
  if (!off) return '';
  const [from, to, back] = off === 'west' ? [x - 30, SHEET.margin, 11] : [x + 30, SHEET.left.to, -11];
  return `<path class="map-arrow" d="M${from} ${y}H${to}m${back}-11L${to} ${y}l${back} 11"/>`;
}

/** Where the labels stand, under the slide's id. */
export function mapCss(map: PlacedMap, slide: string): string {
  const at = (list: string, index: number, rules: string) =>
    `#${slide} .map-${list}>:nth-child(${index + 1}){${rules}}\n`;
  const places = map.places.map(({ box, align }, index) => {
    const side =
      align === 'right'
        ? `right:${rem(SHEET.width - box.right)};text-align:right`
        : `left:${rem(box.left)}${align === 'middle' ? `;width:${rem(box.right - box.left)};text-align:center` : ''}`;
    return at('places', index, `top:${rem(box.top)};${side}`);
  });
  const seas = map.seas.map(({ x, y }, index) => at('seas', index, `left:${rem(x)};top:${rem(y)}`));
  return [...places, ...seas].join('');
}
