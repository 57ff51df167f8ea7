import { keep, readKept } from '../browser-storage.ts';

const KEPT = 'orihon-letters';

/** Whether letters, digits and signs are keys. Who speaks to the computer, or brushes keys, can switch them off. */
export function lettersAreKeys(): boolean {
  return readKept('localStorage', KEPT) !== 'off';
}

/** Switches them off or on, and keeps the choice. */
export function setLettersAreKeys(on: boolean): void {
  keep('localStorage', KEPT, on ? null : 'off');
}
