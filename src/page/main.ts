import { chartsNear } from './charts.ts';
import { dispatchKey, keyTable } from './keys.ts';
import { bindPaper, showPages, takePaperRequest } from './paper.ts';
import { makeReveal, type RevealApi } from './reveal.ts';
import { restoreTheme, toggleDark } from './theme.ts';

/** The list of keys, fetched with the first `?`. */
let help: typeof import('./help.ts') | undefined;

const table = keyTable({
  toggleDark,
  openSpeakerView: () => void import('./speaker.ts').then((speaker) => speaker.openSpeakerView(deck)),
  toggleHelp: async () => {
    help ??= await import('./help.ts');
    help.toggleHelp(table);
  },
  closeHelp: () => help?.closeHelp() ?? false,
  leaveFigure: () => false,
});

const onPaper = takePaperRequest();
restoreTheme();
const deck = makeReveal(ownOptions(), (event) => !dispatchKey(event, table, deck));
window.Reveal = deck;
bindPaper(deck);
const title = document.title;

deck.on('ready', () => {
  // Reveal says "application", which takes a screen reader's own keys away: a deck is a document.
  deck.getRevealElement()?.removeAttribute('role');
  arrive(deck);
  if (onPaper) void showPages(deck);
});
deck.on('slidechanged', () => arrive(deck));
void deck.initialize();

function arrive(deck: RevealApi): void {
  const headline = deck.getCurrentSlide().querySelector('h1, h2, h3')?.textContent?.trim();
  document.title = headline && headline !== title ? `${headline} – ${title}` : title;
  void chartsNear(deck);
}

/** `revealOptions` of the deck's front matter, as the page carries them. */
function ownOptions(): Record<string, unknown> {
  const written = document.querySelector('#reveal-options')?.textContent;
  const options: unknown = written ? JSON.parse(written) : {};
  return typeof options === 'object' && options !== null ? { ...options } : {};
}
