import { readLater } from '../../base/fetch-json.ts';

const HELD = '.listing-held';

/** The pages of each list that lies in a file of its own; once there, at hand without waiting. */
const asked = new Map<string, Promise<readonly string[] | undefined>>();
const here = new Map<string, readonly string[]>();

/**
 * A long list lies in a file of its own: its slides are filled when they are near, printed, read or searched. Where
 * its file cannot be had, they say so.
 */
export async function fillListings(root: ParentNode = document): Promise<void> {
  for (const held of root.querySelectorAll<HTMLElement>(HELD)) {
    const pages = await pagesOf(held.dataset['file'] ?? '');
    fill(held, pages);
  }
}

/** The same at once, as far as its file is here: printing waits for nothing. */
export function fillListingsHere(): void {
  for (const held of document.querySelectorAll<HTMLElement>(HELD)) {
    const pages = here.get(held.dataset['file'] ?? '');
    if (pages) fill(held, pages);
  }
}

/** Whether a list would print empty, because its file is not here yet. */
export function listingsAreMissing(): boolean {
  return [...document.querySelectorAll<HTMLElement>(HELD)].some(
    ({ dataset }) => !here.has(dataset['file'] ?? ''),
  );
}

/** Fetches the long lists of the deck, for whoever prints without having seen them. */
export function fetchListings(): void {
  for (const held of document.querySelectorAll<HTMLElement>(HELD)) void pagesOf(held.dataset['file'] ?? '');
}

/** The pages not yet filled, as text: for what looks for words in all of them. */
export async function heldPages(): Promise<
  readonly { readonly slide: HTMLElement; readonly text: string }[]
> {
  const found: { slide: HTMLElement; text: string }[] = [];
  for (const held of document.querySelectorAll<HTMLElement>(HELD)) {
    const slide = held.closest('section');
    const text = (await pagesOf(held.dataset['file'] ?? ''))?.[Number(held.dataset['page'])];
    if (slide && text !== undefined) found.push({ slide, text });
  }
  return found;
}

function pagesOf(file: string): Promise<readonly string[] | undefined> {
  const known = asked.get(file) ?? readLater<readonly string[]>(file, document);
  asked.set(file, known);
  void known.then((pages) => pages && here.set(file, pages));
  return known;
}

function fill(held: HTMLElement, pages: readonly string[] | undefined): void {
  held.outerHTML =
    pages?.[Number(held.dataset['page'])] ??
    '<p role="alert">This page of the list could not be fetched. Reload to try again.</p>';
}
