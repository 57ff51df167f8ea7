import type { FocusKey } from '../../deck/live-figure.ts';
import { lettersAreKeys, setLettersAreKeys } from '../browser-storage.ts';
import { ownWords, type Said } from './help-words.ts';
import type { Key } from './key-table.ts';

const OF_FIGURES = import.meta.glob<readonly FocusKey[]>('../../figures/*/live/focus-keys.ts', {
  eager: true,
  import: 'FOCUS_KEYS',
});

/** Keys that figures of this deck have while they have the focus. */
function focusKeys(): readonly FocusKey[] {
  return Object.entries(OF_FIGURES).flatMap(([path, keys]) =>
    document.querySelector(`[data-live="${path.split('/')[3]}"]`) ? keys : [],
  );
}

let said: Said = (english) => english;
let dialog: Promise<HTMLDialogElement> | undefined;
let opened: HTMLDialogElement | undefined;

/** Shows or hides the list of keys, made from the very table that binds them. */
export async function toggleHelp(table: readonly Key[]): Promise<void> {
  dialog ??= ownWords().then((words) => {
    said = words;
    return makeDialog(table);
  });
  opened = await dialog;
  if (opened.open) opened.close();
  else opened.showModal();
}

/** Closes the list if it is open, and says whether it was. */
export function closeHelp(): boolean {
  const open = opened?.open ?? false;
  opened?.close();
  return open;
}

function makeDialog(table: readonly Key[]): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'keys';
  made.setAttribute('aria-label', said('Keys'));
  const list = document.createElement('dl');
  for (const { shown, says } of [...table, ...focusKeys()]) {
    if (!shown || !says) continue;
    const row = document.createElement('div');
    row.append(element('dt', said(shown)), element('dd', said(says)));
    list.append(row);
  }
  const close = element('button', said('Close'));
  close.autofocus = true;
  close.addEventListener('click', () => made.close());
  made.append(element('h2', said('Keys')), list, lettersSwitch(), close);
  document.body.append(made);
  return made;
}

/** Who dictates to the computer, or brushes keys by accident, switches single letters off. */
function lettersSwitch(): HTMLElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = lettersAreKeys();
  box.addEventListener('change', () => setLettersAreKeys(box.checked));
  label.append(box, said('Letters, digits and signs are keys. Without them, F1 opens this list.'));
  return label;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
