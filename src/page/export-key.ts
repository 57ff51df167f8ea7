import { lettersAreKeys } from './browser-storage.ts';
import { ownWords } from './keyboard/help-words.ts';
import { showLines } from './navigation/cite-slide.ts';

const TYPED_INTO = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';

/** The key E of a deck that is being written: the program that serves it writes the PDF, and the slide says so. */
export function exportOnKey(): void {
  let isWriting = false;
  addEventListener('keydown', async (event) => {
    const deck = window.Reveal;
    if (!isExportKey(event) || isWriting || !deck?.isReady() || deck.isPaused()) return;
    isWriting = true;
    const said = await ownWords();
    const leave = showLines(deck, [said('Writing the PDF …')]);
    const line = await fetch('/orihon-export', { method: 'POST' })
      .then((answer) =>
        answer.ok ? answer.text() : said('Only the machine that serves this deck writes its PDF.'),
      )
      .catch(() => said('The program that served this deck has ended.'));
    leave();
    showLines(deck, [line]);
    isWriting = false;
  });
}

function isExportKey(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented, repeat, isComposing, target } = event;
  if (key !== 'e' && key !== 'E') return false;
  if (ctrlKey || metaKey || altKey || defaultPrevented || repeat || isComposing) return false;
  return lettersAreKeys() && !(target instanceof Element && target.closest(TYPED_INTO));
}
