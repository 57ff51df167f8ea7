const KEPT = 'orihon-theme';

/** The hall as it was left last: a reload on stage must not flash white. */
export function restoreTheme(): void {
  if (keep() === 'dark') setDark(true);
}

/** Dark and back. It is chosen by key and never by the system: the hall decides, not the laptop. */
export function toggleDark(): void {
  setDark(document.documentElement.dataset['theme'] !== 'dark');
}

function setDark(dark: boolean): void {
  if (dark) document.documentElement.dataset['theme'] = 'dark';
  else delete document.documentElement.dataset['theme'];
  keep(dark ? 'dark' : 'light');
  document.dispatchEvent(new CustomEvent('themechange'));
}

/** Reads, or with a value writes, what is kept; a browser that keeps nothing is no reason to fail. */
function keep(value?: string): string | null {
  try {
    if (value !== undefined) localStorage.setItem(KEPT, value);
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
