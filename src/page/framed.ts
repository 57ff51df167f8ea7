/**
 * Whether a page of another origin shows this one in a frame. Such a page gets the slides and nothing else: no
 * messages, no notes, nothing kept. A file opened from disk has no origin to compare, and no site can show it.
 */
export function isFramedByStranger(): boolean {
  if (window.top === window || location.protocol === 'file:') return false;
  try {
    return (
      window.top?.location.origin !== location.origin || window.parent.location.origin !== location.origin
    );
  } catch {
    return true;
  }
}

/** Takes the notes out of the page, as in one for the public. */
export function dropNotes(): void {
  for (const notes of document.querySelectorAll('aside.notes')) notes.remove();
}
