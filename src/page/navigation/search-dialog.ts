import { fillLater } from '../figures/later.ts';
import { ownWords, type Said } from '../keyboard/help-words.ts';
import { excerptOf, findWords, type Searched, tidy } from './find-words.ts';

const MOST = 12;

/** Where words are looked for, and what becomes of the slide that is chosen. */
export interface Searching {
  readonly slides: readonly HTMLElement[];
  /** Whether notes are searched too: only in the speaker's own window, for the room is watching the other. */
  readonly notes: boolean;
  readonly go: (slide: HTMLElement) => void;
}

interface Entry extends Searched {
  readonly slide: HTMLElement;
  readonly number: number;
}

let dialog: HTMLDialogElement | undefined;

/** Asks for words and lists the slides that have them. */
export async function openSearch(searching: Searching): Promise<void> {
  await fillLater();
  dialog ??= makeDialog(searching, await ownWords());
  dialog.showModal();
  dialog.querySelector('input')?.select();
}

function makeDialog({ slides, notes, go }: Searching, said: Said): HTMLDialogElement {
  const entries = slides.map((slide, index) => readSlide(slide, index, notes));
  const made = element('dialog', 'keys search');
  made.setAttribute('aria-label', notes ? said('Search slides and notes') : said('Search the slides'));
  const label = element(
    'label',
    '',
    notes ? said('Words on a slide or in its notes') : said('Words on a slide'),
  );
  const input = element('input', '');
  // Not of the type "search", whose first Esc only empties it: Esc leaves, always.
  input.setAttribute('role', 'searchbox');
  input.autocomplete = 'off';
  label.append(input);
  const status = element('p', '');
  status.setAttribute('role', 'status');
  const list = element('ol', '');
  const show = () => {
    const found = findWords(entries, input.value);
    status.textContent = input.value.trim() === '' ? '' : countOf(found.length, said);
    list.replaceChildren(...found.slice(0, MOST).map(row));
  };
  const row = (entry: Entry) => {
    const button = element('button', '', `${entry.number} ${entry.headline}`);
    button.type = 'button';
    button.append(element('small', '', excerptOf(entry, input.value, said)));
    button.addEventListener('click', () => {
      made.close();
      go(entry.slide);
    });
    const line = element('li', '');
    line.append(button);
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

function readSlide(slide: HTMLElement, index: number, notes: boolean): Entry {
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('aside.notes, .foot, button, summary, [aria-hidden="true"]:not(section)')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const words: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) words.push(node.textContent ?? '');
  const headline = slide.querySelector('h1, h2, h3')?.textContent ?? slide.id;
  const said = notes ? slide.querySelector('aside.notes')?.textContent : '';
  return {
    slide,
    number: index + 1,
    headline: tidy(headline),
    text: tidy(words.join(' ')),
    notes: tidy(said ?? ''),
  };
}

function countOf(count: number, said: Said): string {
  if (count < 2) return count === 0 ? said('On no slide.') : said('On one slide.');
  return said('On {count} slides.').replace('{count}', String(count));
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
