import type { InArticle } from '../../../deck/live-figure.ts';
import { fitTo, thinOut } from '../../article-labels.ts';

/** What matters most first, where labels meet. */
const RANKS = ['li:has(strong)', 'li'];
const SHEET_REM = 24;

/** Maps in the article: as wide as the page, without labels that would meet. */
export function inArticle(): InArticle {
  refit();
  return { fit: refit };
}

function refit(): void {
  for (const map of document.querySelectorAll<HTMLElement>('figure.map')) {
    const land = map.querySelector('img');
    if (!land) continue;
    fitTo(map, Number(land.getAttribute('width')) / SHEET_REM);
    thinOut(map, map.querySelectorAll<HTMLElement>('.map-places > li, .map-seas > li'), RANKS);
    nameCrowded(map);
  }
}

/** Names below a map the places whose labels have no room on it. */
function nameCrowded(map: HTMLElement): void {
  const names = [...map.querySelectorAll('.map-places > .crowded > strong')];
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
