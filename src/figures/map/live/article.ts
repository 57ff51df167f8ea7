import type { InArticle } from '../../../deck/live-figure.ts';
import { boxOf, fitTo } from '../../article-labels.ts';
import { type Box, type Mark, placeNames } from './move-names.ts';

const SHEET_REM = 24;

/** Maps in the article: as wide as the page, with names that meet neither one another nor a symbol. */
export function inArticle(): InArticle {
  refit();
  return { fit: refit };
}

function refit(): void {
  for (const map of document.querySelectorAll<HTMLElement>('figure.map')) {
    const land = map.querySelector('img');
    if (!land) continue;
    fitTo(map, Number(land.getAttribute('width')) / SHEET_REM);
    const { left, right, top } = map.getBoundingClientRect();
    moveNames(map, { left, right, top, bottom: land.getBoundingClientRect().bottom });
    nameCrowded(map);
  }
}

/** Moves names to a side with room: those of places first, then those of seas. */
function moveNames(map: HTMLElement, frame: Box): void {
  const places = [...map.querySelectorAll<HTMLElement>('.map-places > li')];
  const seas = [...map.querySelectorAll<HTMLElement>('.map-seas > li')];
  const marks = marksOf(map);
  for (const label of [...places, ...seas]) label.style.removeProperty('translate');
  // A name that found no room on the sheet finds none here.
  const labels = [...places, ...seas].filter((label) => !label.matches('.spoken'));
  const names = labels.map((label) => ({ box: boxOf(label), mark: marks.get(places.indexOf(label)) }));
  const shifts = new Map(
    placeNames(names, [...marks.values()], frame).map((shift, at) => [labels[at], shift]),
  );
  const zoom = Number(map.style.getPropertyValue('--fit'));
  for (const [nth, label] of [...places, ...seas].entries()) {
    const shift = shifts.get(label);
    const [dx, dy] = shift ?? [0, 0];
    const moved = dx !== 0 || dy !== 0;
    label.classList.toggle('crowded', !shift);
    if (moved) label.style.translate = [dx, dy].map((by) => `${by / zoom}px`).join(' ');
    // A line leads to where its name was set.
    map.querySelector(`.map-leader[data-nth="${nth}"]`)?.classList.toggle('crowded', !shift || moved);
  }
}

/** The symbols as drawn, each by the number of its place: that of their order, or their own. */
function marksOf(map: HTMLElement): ReadonlyMap<number, Mark> {
  const symbols = [...map.querySelectorAll<SVGElement>('.map-marks > :is(circle, rect)')];
  return new Map(
    symbols.map((symbol, at) => {
      const { x, y, width, height } = symbol.getBoundingClientRect();
      return [
        Number(symbol.dataset['nth'] ?? at),
        { x: x + width / 2, y: y + height / 2, radius: width / 2 },
      ];
    }),
  );
}

/** Names below a map the places whose labels have no room on it, with all that is said of them. */
function nameCrowded(map: HTMLElement): void {
  const names = [...map.querySelectorAll('.map-places > .crowded')];
  const list = map.querySelector('.map-others') ?? map.appendChild(document.createElement('ul'));
  list.className = 'map-others';
  list.replaceChildren(
    ...names.map(({ textContent }) => {
      const place = document.createElement('li');
      place.textContent = textContent;
      return place;
    }),
  );
  list.toggleAttribute('hidden', names.length === 0);
}
