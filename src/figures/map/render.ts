import { attributes, escapeHtml } from '../../base/markup.ts';
import { rem, round, SHEET } from '../../base/sheet.ts';
import { selectorOf } from '../../deck/slide/ids.ts';
import { polishText } from '../../deck/slide/typography.ts';
import type { LegendEntry, MapModel, SymbolName } from './parse.ts';
import type { PlacedMap, PlacedPlace, PlacedRoute } from './place.ts';
import { amountOf } from './place-names.ts';

/** One grey with alpha stands on light and on dark paper. */
const LAND = '#807b72';

/** The land as a file of its own: one shape, borders where they are asked for, and the equator on a map of the world. */
export function renderLand({ width, land, borders, equator }: PlacedMap): string {
  const { height } = SHEET;
  const line = equator === undefined ? '' : `M0 ${equator}h${width}`;
  const drawn = (d: string, rest: string) => (d === '' ? '' : `<path ${rest} d="${d}"/>`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
    `<path fill="${LAND}" fill-opacity=".22" transform="scale(.1)" d="${land}"/>` +
    drawn(borders, `fill="none" stroke="${LAND}" stroke-opacity=".75" stroke-width="1.5"`) +
    drawn(line, `stroke="${LAND}" stroke-opacity=".4" stroke-width="1.5"`) +
    '</svg>\n'
  );
}

/** The figure: land, symbols, names of places and seas, and the legend on the leaf. */
export function renderMap(map: PlacedMap, { alt, legend }: MapModel, landFile: string, lang: string): string {
  const text = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const listed = map.places.map((place) => renderPlace(place, legend, lang)).join('');
  const routes = map.routes.map(drawRoute).join('');
  const marks = routes + map.places.map(drawLeader).join('') + drawPlaces(map.places);
  return [
    `<figure${attributes({ class: classOf(map), 'aria-label': alt, 'data-live': 'map' })}>`,
    `<img${attributes({ src: landFile, alt: '', width: map.width, height: SHEET.height })}>`,
    `<svg class="map-marks" viewBox="0 0 ${map.width} ${SHEET.height}" aria-hidden="true">${marks}</svg>`,
    `<ul class="map-places">${listed}</ul>`,
    map.seas.length > 0 &&
      `<ul class="map-seas display">${map.seas.map(({ name }) => `<li>${text(name)}</li>`).join('')}</ul>`,
    map.legend.length > 0 &&
      `<ul class="map-legend">${map.legend.map((entry) => renderEntry(entry, text)).join('')}</ul>`,
    '</figure>',
  ]
    .filter(Boolean)
    .join('\n');
}

/** A place by name, what stands below it, and what its symbol means or amounts to for those who do not see it. */
function renderPlace(place: PlacedPlace, legend: readonly LegendEntry[], lang: string): string {
  const { name, text = '', symbol, value, standing } = place;
  const say = (words: string) => polishText(words, lang) ?? escapeHtml(words);
  const amount = value === undefined ? undefined : amountOf(value, lang);
  const below = attributes({ class: text === amount ? 'map-value' : undefined });
  const words = text ? `<span class="spoken">:</span> <span${below}>${say(text)}</span>` : '';
  const title = amount ?? legend.find((entry) => entry.symbol === symbol)?.title ?? '';
  const isSaid = title === name || (amount ? text.includes(amount) : title === text);
  const more = isSaid || title === '' ? '' : `<span class="spoken"> (${say(title)})</span>`;
  return `<li${attributes({ class: standing ? undefined : 'spoken' })}><strong>${say(name)}</strong>${words}${more}</li>`;
}

function classOf({ width, dense }: PlacedMap): string {
  return ['map', width !== SHEET.foldA && 'map-wide', dense && 'map-dense'].filter(Boolean).join(' ');
}

function renderEntry({ symbol, title, lines }: LegendEntry, text: (words: string) => string): string {
  const mark = symbol
    ? `<svg viewBox="-18 -18 36 36" aria-hidden="true">${drawSymbol(symbol, 0, 0, symbol === 'square' ? 13.5 : 15)}</svg>`
    : '';
  const below = lines.map((line) => `<p>${text(line)}</p>`).join('');
  return `<li${attributes({ class: symbol ? undefined : 'apart' })}>${mark}<strong>${text(title)}</strong>${below}</li>`;
}

/** The symbols; the largest circles lie lowest, so that none hides a smaller one, and say whose they are. */
function drawPlaces(places: readonly PlacedPlace[]): string {
  const circle = ({ x, y, radius }: PlacedPlace, nth: number) =>
    `<circle${attributes({ class: 'map-amount', cx: x, cy: y, r: radius, 'data-nth': nth })}/>`;
  const amounts = [...places.entries()]
    .filter(([, { value }]) => value !== undefined)
    .sort(([, a], [, b]) => b.radius - a.radius);
  const others = [...places.entries()].filter(([, { value }]) => value === undefined);
  const said = amounts.length > 0 ? (nth: number) => nth : () => undefined;
  return [
    ...amounts.map(([nth, place]) => circle(place, nth)),
    ...others.map(([nth, place]) => {
      const { symbol, x, y, radius } = place;
      return drawArrow(place) + drawSymbol(symbol, x, y, radius, said(nth));
    }),
  ].join('');
}

/** The line to a name further off; the article takes it away where it moves the name. */
function drawLeader({ standing }: PlacedPlace, nth: number): string {
  if (!standing?.leader) return '';
  const [x1, y1, x2, y2] = standing.leader.map((at) => round(at));
  return `<line${attributes({ class: 'map-leader', x1, y1, x2, y2, 'data-nth': nth })}/>`;
}

function drawRoute({ path, line, headOff }: PlacedRoute): string {
  const dashes = line === 'dashed' ? ' map-dashed' : '';
  const [last = '', before = ''] = (path.match(/-?[\d.]+,-?[\d.]+/g) ?? []).reverse();
  return `<path${attributes({ class: `map-route${dashes}`, d: path })}/>${headOff === undefined ? '' : drawHead(before, last, headOff)}`;
}

/** The head of a line, so many px before its end. */
function drawHead(before: string, last: string, off: number): string {
  const [[x0 = 0, y0 = 0], [x = 0, y = 0]] = [before.split(',').map(Number), last.split(',').map(Number)];
  const angle = Math.atan2(y - y0, x - x0);
  const point = (back: number, aside: number) =>
    `${round(x - back * Math.cos(angle) - aside * Math.sin(angle))} ${round(y - back * Math.sin(angle) + aside * Math.cos(angle))}`;
  return `<path class="map-head" d="M${point(off, 0)}L${point(off + 20, 10)}L${point(off + 20, -10)}z"/>`;
}

function drawSymbol(symbol: SymbolName, x: number, y: number, radius: number, nth?: number): string {
  const size = 2 * radius;
  if (symbol === 'square')
    return `<rect${attributes({ x: round(x - radius), y: round(y - radius), width: size, height: size, 'data-nth': nth })}/>`;
  const r = symbol === 'ring' ? radius - 2.5 : radius;
  return `<circle${attributes({ class: symbol === 'dot' ? undefined : `map-${symbol}`, cx: x, cy: y, r, 'data-nth': nth })}/>`;
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
    `${selectorOf(slide)} .map-${list}>:nth-child(${index + 1}){${rules}}\n`;
  const places = map.places.map(({ standing }, index) => {
    if (!standing) return '';
    const { box, align } = standing;
    const side =
      align === 'right'
        ? `right:${rem(SHEET.width - box.right)};text-align:right`
        : `left:${rem(box.left)}${align === 'middle' ? `;width:${rem(box.right - box.left)};text-align:center` : ''}`;
    return at('places', index, `top:${rem(box.top)};${side}`);
  });
  const seas = map.seas.map(({ x, y }, index) => at('seas', index, `left:${rem(x)};top:${rem(y)}`));
  return [...places, ...seas].join('');
}
