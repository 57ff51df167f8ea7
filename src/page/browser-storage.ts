import { isFramedByStranger } from './framed.ts';

/** Reads what a browser keeps; one that keeps nothing is no reason to fail. */
export function readKept(storage: 'localStorage' | 'sessionStorage', key: string): string | null {
  if (isFramedByStranger()) return null;
  try {
    return window[storage].getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value, or with `null` drops it, where the browser lets it. */
export function keep(storage: 'localStorage' | 'sessionStorage', key: string, value: string | null): void {
  if (isFramedByStranger()) return;
  try {
    if (value === null) window[storage].removeItem(key);
    else window[storage].setItem(key, value);
  } catch {
    // A private window may refuse: the deck runs, and forgets.
  }
}

const LETTERS = 'orihon-letters';

/** Whether letters, digits and signs are keys. Who speaks to the computer, or brushes keys, can switch them off. */
export function lettersAreKeys(): boolean {
  return readKept('localStorage', LETTERS) !== 'off';
}

/** Switches them off or on, and keeps the choice. */
export function setLettersAreKeys(on: boolean): void {
  keep('localStorage', LETTERS, on ? null : 'off');
}
