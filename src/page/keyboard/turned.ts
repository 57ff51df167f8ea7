const OTHER: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The key as it is meant: where a deck is read from the right, the arrow to the left leads on. */
export function turned(key: string): string {
  return document.dir === 'rtl' ? (OTHER[key] ?? key) : key;
}
