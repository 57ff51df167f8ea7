import { formatYear } from './model/date.ts';

/** The few words a timeline adds to its author's. */

export function spokenScale(factor: number): string {
  return `${factor} times the scale`;
}

/** Of the bar that shows how long a year is drawn. */
export function spokenYears(count: number): string {
  return count === 1
    ? '1 year'
    : `${count >= 10_000 ? String(count).replace(/\B(?=(\d{3})+$)/g, ',') : count} years`;
}

export function spokenEvents(count: number): string {
  if (count === 1) return '1 event';
  return `${count >= 1000 ? String(count).replace(/\B(?=(\d{3})+$)/g, ',') : count} events`;
}

/** What is heard of a strip in the list, and when it is chosen. */
export function spokenStrip(from: number, to: number, lane: string, count: number): string {
  return `${spokenRange(from, to)}, ${lane}: ${spokenEvents(count)}, drawn as one strip`;
}

export function saidOfStrip(from: number, to: number, lane: string, count: number): string {
  return `${spokenEvents(count)}, ${spokenRange(from, to)}, ${lane}`;
}

/** Years for the ear: "1850 to 1853". */
function spokenRange(from: number, to: number): string {
  return from === to ? formatYear(from) : `${formatYear(from)} to ${formatYear(to)}`;
}

/** What a strip's card says. */
export const STRIP_CARD = {
  near: 'Too near each other here to be drawn one by one.',
  index: 'Read them in the index',
} as const;

export function inForceSince(title: string, year: number): string {
  return `${title}, in force since ${formatYear(year)}`;
}

/** A turn in a bar's life: "Renewed 1848". */
export function spokenTurn(turn: 'signed' | 'renewed', year: number): string {
  return `${{ signed: 'Signed', renewed: 'Renewed' }[turn]} ${formatYear(year)}`;
}

/** What the foot of a slide says about its marks: "Shaded: Flood, 1848–49." */
export function explain(how: keyof typeof DRAWN, what: string): string {
  return `${DRAWN[how]}: ${what}.`;
}

const DRAWN = {
  shaded: 'Shaded',
  hatched: 'Hatched',
  dotted: 'Dotted',
  dashed: 'Dashed',
  outline: 'Outlined',
  dot: 'Filled dot',
  ring: 'Ring',
  square: 'Square',
  diamond: 'Diamond',
  tick: 'Tick',
} as const;

/** What a card calls its facts. */
export const CARD = {
  what: 'What it is',
  signed: 'Signed',
  place: 'Place',
  inForce: 'In force',
  ended: 'Ended',
  lasted: 'Lasted',
  source: 'Source',
  sources: 'Sources',
} as const;
