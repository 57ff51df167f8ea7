import { goToSlide } from './jumps.ts';
import { fillListings } from './listings.ts';
import type { RevealApi } from './reveal.ts';

/** Letters shown on either side of what was found. */
const AROUND = 36;
const MOST = 12;

interface Entry {
  readonly slide: HTMLElement;
  readonly number: number;
  readonly headline: string;
  readonly text: string;
}

let dialog: HTMLDialogElement | undefined;

/** Asks for words and lists the slides that have them. Notes are not searched: the room is watching. */
export function openSearch(deck: RevealApi): void {
  dialog ??= makeDialog(deck);
  dialog.showModal();
  dialog.querySelector('input')?.select();
}

function makeDialog(deck: RevealApi): HTMLDialogElement {
  fillListings();
  const entries = deck.getSlides().map(readSlide);
  const made = element('dialog', 'keys search');
  made.setAttribute('aria-label', 'Search the slides');
  const label = element('label', '', 'Words on a slide');
  const input = element('input', '');
  // Not of the type "search", whose first Esc only empties it: Esc leaves, always.
  input.setAttribute('role', 'searchbox');
  input.autocomplete = 'off';
  label.append(input);
  const status = element('p', '');
  status.setAttribute('role', 'status');
  const list = element('ol', '');
  const show = () => {
    const found = search(entries, input.value);
    status.textContent = input.value.trim() === '' ? '' : countOf(found.length);
    list.replaceChildren(...found.slice(0, MOST).map((entry) => row(entry, input.value)));
  };
  const row = (entry: Entry, wanted: string) => {
    const go = element('button', '', `${entry.number} ${entry.headline}`);
    go.type = 'button';
    go.append(element('small', '', around(entry.text, wanted)));
    go.addEventListener('click', () => {
      made.close();
      goToSlide(deck, entry.slide);
    });
    const line = element('li', '');
    line.append(go);
    return line;
  };
  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.querySelector('button')?.click();
  });
  // The clicker still moves the deck; every other key is for the dialog.
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') event.stopPropagation();
  });
  made.append(label, status, list);
  document.body.append(made);
  return made;
}

function readSlide(slide: HTMLElement, index: number): Entry {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('aside.notes, .foot, button, summary, [aria-hidden="true"]:not(section)')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) words.push(node.textContent ?? '');
  const headline = slide.querySelector('h1, h2, h3')?.textContent ?? slide.id;
  return { slide, number: index + 1, headline: tidy(headline), text: tidy(words.join(' ')) };
}

/** Slides that have every word, those with one in the headline first. */
function search(entries: readonly Entry[], wanted: string): readonly Entry[] {
  const words = plain(wanted).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const found = entries.filter(({ text }) => words.every((word) => plain(text).includes(word)));
  const named = ({ headline }: Entry) => words.some((word) => plain(headline).includes(word));
  return [...found.filter(named), ...found.filter((entry) => !named(entry))];
}

function around(text: string, wanted: string): string {
  const at = plain(text).indexOf(plain(wanted).split(' ')[0] ?? '');
  const [from, to] = [Math.max(0, at - AROUND), at + AROUND * 2];
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`;
}

function countOf(count: number): string {
  return count === 0 ? 'On no slide.' : count === 1 ? 'On one slide.' : `On ${count} slides.`;
}

/** Without accents and case, letter by letter, so that places stay the same: "Taro" finds "Tarō". */
function plain(text: string): string {
  return [...tidy(text)].map((letter) => letter.normalize('NFD').charAt(0).toLowerCase() || letter).join('');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
