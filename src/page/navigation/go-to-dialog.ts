import { ownWords, type Said } from '../keyboard/help-words.ts';
import type { RevealApi } from '../reveal.ts';
import { goToNumber, goToSlide } from './history.ts';

let dialog: HTMLDialogElement | undefined;

/** Asks for a slide, by its number or by words of its headline, and goes there. */
export async function openGoTo(deck: RevealApi): Promise<void> {
  dialog ??= makeDialog(deck, await ownWords());
  const input = dialog.querySelector('input');
  if (input) input.value = '';
  say('');
  dialog.showModal();
}

function makeDialog(deck: RevealApi, said: Said): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'keys go-to';
  made.setAttribute('aria-label', said('Go to a slide'));
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.setAttribute('list', 'go-to-slides');
  input.autocomplete = 'off';
  label.append(said('Number or name of the slide'), input);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (goTo(deck, input.value.trim())) made.close();
    else say(said('No slide of that number or name.'));
  });
  made.append(label, status, headlines(deck));
  document.body.append(made);
  return made;
}

/** The headlines, which the browser offers while one types. */
function headlines(deck: RevealApi): HTMLDataListElement {
  const list = document.createElement('datalist');
  list.id = 'go-to-slides';
  for (const slide of deck.getSlides()) {
    const option = document.createElement('option');
    option.value = headlineOf(slide);
    list.append(option);
  }
  return list;
}

function goTo(deck: RevealApi, wanted: string): boolean {
  if (/^\d+$/.test(wanted)) return goToNumber(deck, Number(wanted));
  if (wanted === '') return false;
  const words = wanted.toLowerCase();
  const slides = deck.getSlides();
  const slide =
    slides.find(({ id }) => id === words) ??
    slides.find((one) => headlineOf(one).toLowerCase().startsWith(words)) ??
    slides.find((one) => headlineOf(one).toLowerCase().includes(words));
  if (!slide) return false;
  goToSlide(deck, slide);
  return true;
}

function headlineOf(slide: HTMLElement): string {
  const label = slide.getAttribute('aria-label') ?? '';
  // Only a slide that is counted says its number first, in the words of the deck's language.
  return slide.querySelector('.page-number')?.textContent ? label.replace(/^[^:]*: /, '') : label;
}

function say(words: string): void {
  const status = dialog?.querySelector('[role="status"]');
  if (status) status.textContent = words;
}
