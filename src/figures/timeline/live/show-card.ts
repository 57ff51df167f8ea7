import { readLater } from '../../../base/fetch-json.ts';
import type { Cards } from '../markup/card.ts';

/** Files of cards by their paths, fetched once. */
const fetched = new Map<string, Promise<Cards>>();

/** The cards of a figure's events; none where their file cannot be had. */
export function cardsOf(figure: HTMLElement): Promise<Cards> {
  const path = figure.dataset['cards'] ?? '';
  const known =
    fetched.get(path) ?? readLater<Cards>(path, figure.ownerDocument).then((cards) => cards ?? {});
  fetched.set(path, known);
  return known;
}

/** The place of the card, docked on the leaf or in the place of the key: empty until an event is chosen. */
export function makeCardPlace(figure: HTMLElement, step: (by: number) => void): HTMLElement {
  const { ownerDocument } = figure;
  const place = ownerDocument.createElement('div');
  place.className = 'card-place';
  place.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-step]') : undefined;
    if (button) step(Number(button.dataset['step']));
  });
  figure.append(place);
  return place;
}

/** What the card of an entry goes by: its event, or what is said of its strip. */
function keyOf({ dataset }: HTMLElement): string {
  return dataset['event'] ?? dataset['said'] ?? '';
}

/** Fills the card's place for the event of an entry, whose list it stands in. */
export function showCard(
  place: HTMLElement,
  cards: Cards,
  entry: HTMLElement,
  entries: readonly HTMLElement[],
): void {
  const card = cards[keyOf(entry)];
  const at = entries.indexOf(entry);
  place.innerHTML = card?.html ?? '';
  const said = place.ownerDocument.createElement('p');
  if (!card) {
    said.className = 'card card-text';
    said.textContent = entry.dataset['said'] ?? '';
    place.append(said);
  }
  const steps = place.ownerDocument.createElement('div');
  steps.className = 'card-steps';
  for (const by of [-1, 1]) {
    const other = entries[at + by];
    const label = other && cards[keyOf(other)]?.label;
    if (label === undefined) continue;
    const button = place.ownerDocument.createElement('button');
    button.type = 'button';
    // Keys have the arrows for this: the timeline stays one Tab stop.
    button.tabIndex = -1;
    button.dataset['step'] = String(by);
    button.append(
      Object.assign(place.ownerDocument.createElement('span'), { className: 'card-arrow' }),
      label,
    );
    steps.append(button);
  }
  place.append(steps);
}
