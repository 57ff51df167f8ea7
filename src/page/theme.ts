import { keep, readKept } from './browser-storage.ts';

const KEPT = 'orihon-theme';

/** The hall as it was left last: a reload on stage must not flash white. */
export function restoreTheme(): void {
  setDark(readKept('localStorage', KEPT) === 'dark');
}

/** Dark and back. It is chosen by key and never by the system: the hall decides, not the laptop. */
export function toggleDark(): void {
  const dark = document.documentElement.dataset['theme'] !== 'dark';
  keep('localStorage', KEPT, dark ? 'dark' : 'light');
  setDark(dark);
}

/** Turns dark and light together with the window that is on stage: for the small slides of the speaker view. */
export function followTheme(): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEPT) restoreTheme();
  });
}

function setDark(dark: boolean): void {
  const { dataset } = document.documentElement;
  if ((dataset['theme'] === 'dark') === dark) return;
  if (dark) dataset['theme'] = 'dark';
  else delete dataset['theme'];
  document.dispatchEvent(new CustomEvent('themechange'));
}
