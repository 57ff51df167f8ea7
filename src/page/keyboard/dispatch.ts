import { lettersAreKeys } from '../browser-storage.ts';
import type { RevealApi } from '../reveal.ts';
import type { Key } from './key-table.ts';
import { forgetNumber, type Press } from './number-entry.ts';

const CONTROLS = 'a[href], button, summary, select, [role="button"], input, video, audio';
const TEXT_FIELDS =
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"]), textarea, [contenteditable=""], [contenteditable="true"]';
const KEPT_BY_CONTROLS = new Set([
  'Enter',
  ' ',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
]);
const EVERYWHERE = new Set(['PageUp', 'PageDown', '.', 'b', 'B']);

/** Whether what has the focus needs the key for itself. */
function isKept(press: Press, focused: Element): boolean {
  const { key } = press;
  if (focused.closest(TEXT_FIELDS)) return key !== 'PageUp' && key !== 'PageDown';
  if (EVERYWHERE.has(key)) return false;
  // A list of choices is searched by letters.
  if (focused.closest('select')) return key.length === 1 || KEPT_BY_CONTROLS.has(key);
  if (focused.closest(CONTROLS)) return KEPT_BY_CONTROLS.has(key);
  return key === 'Enter' && focused.closest('[tabindex="0"]:not(.slides), summary') !== null;
}

/**
 * Carries out what the table says of a key.
 * @returns whether the key is done with, so that Reveal must not act on it too.
 */
export function dispatchKey(event: KeyboardEvent, table: readonly Key[], deck: RevealApi): boolean {
  // A figure that has the focus acts first, and says so by preventing the default.
  if (event.defaultPrevented || event.isComposing) return true;
  if (event.ctrlKey || event.metaKey) return false;
  if (event.target instanceof Element && isKept(event, event.target)) return true;
  if (event.key.length === 1 && event.key !== ' ' && !lettersAreKeys()) return true;
  const done = pressKey(event, table, deck);
  if (done) event.preventDefault();
  return done;
}

/** Does what the table says of a key, wherever it was pressed; says whether the table knows it. */
export function pressKey(press: Press, table: readonly Key[], deck: RevealApi): boolean {
  const key = findKey(press, table);
  if (!key || key.when?.() === false) return false;
  if (press.repeat && !key.repeats) return true;
  if (!deck.isPaused() || key.onBlank) key.act(deck, press);
  if (!/^\d$/.test(press.key)) forgetNumber();
  return true;
}

function findKey({ key, altKey, shiftKey }: Press, table: readonly Key[]): Key | undefined {
  const name = key.length === 1 ? key.toLowerCase() : turned(key);
  const held = `${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${name}`;
  return (
    table.find(({ keys }) => keys.includes(held)) ?? table.find(({ keys }) => keys.includes(name) && !altKey)
  );
}

/** The key as it is meant: where a deck is read from the right, the arrow to the left leads on. */
export function turned(key: string): string {
  return document.dir === 'rtl'
    ? key.replace(/Left|Right/, (side) => (side === 'Left' ? 'Right' : 'Left'))
    : key;
}
