import { holdAddress } from '../navigation/address.ts';
import { goToSlide } from '../navigation/history.ts';
import type { RevealApi } from '../reveal.ts';
import { fillListings, heldPages } from './fetch-listings.ts';

/** The row of an index that is marked. */
let marked: HTMLElement | undefined;
let bound = false;

/** Opens the page of the index that names an event, with its row marked and focused; whether there is one. */
export async function openListed(deck: RevealApi, event: string): Promise<boolean> {
  const row = await rowOf(event);
  const slide = row?.closest('section');
  if (!row || !slide) return false;
  leaveRow(deck);
  if (deck.getCurrentSlide() !== slide) goToSlide(deck, slide);
  marked = row;
  row.classList.add('named');
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  holdAddress(deck, event);
  if (!bound) deck.on('slidechanged', () => leaveRow(deck));
  bound = true;
  return true;
}

/** Takes the mark away, and gives the slide its own address again; says whether there was any. */
export function leaveRow(deck: RevealApi): boolean {
  if (!marked) return false;
  marked.classList.remove('named');
  marked.removeAttribute('tabindex');
  marked = undefined;
  holdAddress(deck, undefined);
  return true;
}

/** Ids of all events that an index names. */
export async function listedEvents(): Promise<readonly string[]> {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-listed]')];
  const held = (await heldPages()).flatMap(({ text }) => [...text.matchAll(/ data-listed="([^"]*)"/g)]);
  return [...rows.map(({ dataset }) => dataset['listed'] ?? ''), ...held.map(([, event = '']) => event)];
}

async function rowOf(event: string): Promise<HTMLElement | undefined> {
  const find = (root: ParentNode) =>
    root.querySelector<HTMLElement>(`[data-listed="${CSS.escape(event)}"]`) ?? undefined;
  const row = find(document);
  if (row) return row;
  const page = (await heldPages()).find(({ text }) => text.includes(` data-listed="${event}"`));
  if (!page) return undefined;
  await fillListings(page.slide);
  return find(page.slide);
}
