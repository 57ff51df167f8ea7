import { readLater } from '../../base/fetch-json.ts';

/** Stands for a part of a slide that lies in a file of its own, among the file's pages. */
const HELD = '[data-later]';

/** The pages of each file; once there, at hand without waiting. */
const asked = new Map<string, Promise<readonly string[] | undefined>>();
const here = new Map<string, readonly string[]>();

/**
 * Fills what of slides lies in files of its own, a long list for one: when it is near, printed, read or searched.
 * Where its file cannot be had, it says so.
 */
export async function fillLater(root: ParentNode = document): Promise<void> {
  for (const held of partsIn(root)) fill(held, await pagesOf(held));
}

/** The same at once, as far as files are here: printing waits for nothing. */
export function fillLaterHere(): void {
  for (const held of partsIn(document)) {
    const pages = here.get(fileOf(held));
    if (pages) fill(held, pages);
  }
}

/** Whether a part would print empty, because its file is not here yet. */
export function isLaterMissing(): boolean {
  return [...partsIn(document)].some((held) => !here.has(fileOf(held)));
}

/** Fetches the files, for whoever prints without having seen them. */
export function fetchLater(): void {
  for (const held of partsIn(document)) void pagesOf(held);
}

/** The parts not yet filled, as text: for what looks for words in all of them. */
export async function laterParts(): Promise<
  readonly { readonly slide: HTMLElement; readonly text: string }[]
> {
  const found: { slide: HTMLElement; text: string }[] = [];
  for (const held of partsIn(document)) {
    const slide = held.closest('section');
    const text = (await pagesOf(held))?.[Number(held.dataset['page'])];
    if (slide && text !== undefined) found.push({ slide, text });
  }
  return found;
}

function partsIn(root: ParentNode): Iterable<HTMLElement> {
  return root.querySelectorAll<HTMLElement>(HELD);
}

function fileOf(held: HTMLElement): string {
  return held.dataset['later'] ?? '';
}

function pagesOf(held: HTMLElement): Promise<readonly string[] | undefined> {
  const file = fileOf(held);
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
