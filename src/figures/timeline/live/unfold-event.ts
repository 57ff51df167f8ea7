import { cardsOf } from './show-card.ts';

/** Chooses the event of a row, whose card unfolds in place; with undefined, or the row chosen already, none anew. */
export type Choose = (row: HTMLElement | undefined) => void;

const ROWS = '.events > [data-event]';
const BUTTON = 'button.event-title';

/**
 * Lets each event of the lists unfold where it stands: by touch, by Enter and Space, by its address. Each list is one
 * Tab stop, on which arrows go from event to event. The address is the event's for as long as it is unfolded.
 */
export function unfoldEvents(): Choose {
  let open: HTMLElement | undefined;

  const choose: Choose = (row) => {
    if (row === open) return;
    const before = row?.getBoundingClientRect().top ?? 0;
    if (open) fold(open);
    open = row;
    if (!row) return;
    unfold(row);
    // What folded above must not carry off the line that was pressed.
    window.scrollBy({ top: row.getBoundingClientRect().top - before, behavior: 'instant' });
    void fillCard(row).then(() => {
      if (open !== row) fold(row);
    });
  };
  const press = (row: HTMLElement | undefined) => {
    const slide = (row ?? open)?.closest('section')?.id;
    choose(row);
    history.replaceState(null, '', `#/${encodeURIComponent(row?.dataset['event'] ?? slide ?? '')}`);
  };

  for (const list of document.querySelectorAll<HTMLElement>('.slides .timeline .events')) {
    const buttons = [...list.querySelectorAll<HTMLButtonElement>(BUTTON)];
    makeOneStop(list, buttons);
    list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest(BUTTON) : null;
      const row = button?.closest<HTMLElement>(ROWS);
      if (row) press(row === open ? undefined : row);
    });
    list.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !open || !list.contains(open)) return;
      const button = open.querySelector<HTMLElement>(BUTTON);
      press(undefined);
      button?.focus();
    });
  }
  return choose;
}

/** Tab enters a list where it was left; arrows, Home and End go through it. */
function makeOneStop(list: HTMLElement, buttons: readonly HTMLButtonElement[]): void {
  for (const [index, button] of buttons.entries()) button.tabIndex = index === 0 ? 0 : -1;
  list.addEventListener('focusin', ({ target }) => {
    if (!buttons.some((button) => button === target)) return;
    for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
  });
  list.addEventListener('keydown', (event) => {
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const to = plain && at >= 0 ? stepOf(event.key, at, buttons.length - 1) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  });
}

function stepOf(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return Math.min(at + 1, last);
    case 'ArrowUp':
    case 'ArrowLeft':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

function unfold(row: HTMLElement): void {
  row.classList.add('unfolded');
  row.querySelector(BUTTON)?.setAttribute('aria-expanded', 'true');
}

function fold(row: HTMLElement): void {
  row.classList.remove('unfolded');
  row.querySelector(BUTTON)?.setAttribute('aria-expanded', 'false');
  row.querySelector('.event-card')?.remove();
}

/** What the card says besides the row: what it is legally, its dates, its sources. */
async function fillCard(row: HTMLElement): Promise<void> {
  const figure = row.closest<HTMLElement>('.timeline');
  if (!figure) return;
  const card = (await cardsOf(figure))[row.dataset['event'] ?? ''];
  if (!card || row.querySelector('.event-card')) return;
  const place = document.createElement('div');
  place.className = 'event-card reading-only';
  place.innerHTML = card.html;
  for (const said of place.querySelectorAll('.card-when, .card-title, .card-second')) said.remove();
  row.append(place);
}
