import { ownWords, type Said } from '../keyboard/help-words.ts';
import type { RevealApi } from '../reveal.ts';

/** Copies a citation of the slide shown (its headline, the deck, its address, its data), and shows what was copied. */
export async function citeSlide(deck: RevealApi): Promise<void> {
  const slide = deck.getCurrentSlide();
  const said = await ownWords();
  const text = citationOf(slide, said);
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  showLines(deck, [`${copied ? said('Copied') : said('Cite as')}: ${text}`]);
}

/** Lists where the numbers of the slide come from, each with its file, row, column and sum. */
export async function listReceipts(deck: RevealApi): Promise<void> {
  const said = await ownWords();
  const receipts = [...deck.getCurrentSlide().querySelectorAll<HTMLElement>('[data-receipt]')];
  const seen = receipts.filter((receipt) => receipt.checkVisibility());
  const lines = seen.map(({ textContent, dataset }) => `${textContent}: ${dataset['receipt']}`);
  showLines(
    deck,
    lines.length > 0 ? lines : [said('No number of this slide comes from a table of the deck.')],
  );
}

/**
 * Shows lines at the foot of the slide until the next key, press elsewhere or slide.
 * @returns what takes them away before.
 */
export function showLines(deck: RevealApi, lines: readonly string[]): () => void {
  const shown = document.createElement('div');
  shown.className = 'cited';
  shown.setAttribute('role', 'status');
  deck.getRevealElement()?.append(shown);
  shown.append(
    ...lines.map((line) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = line;
      return paragraph;
    }),
  );
  const leave = () => {
    shown.remove();
    deck.off('slidechanged', leave);
    removeEventListener('keydown', leave, true);
    removeEventListener('pointerdown', press, true);
  };
  // What is shown may be selected.
  const press = ({ target }: Event) => (target instanceof Node && shown.contains(target)) || leave();
  deck.on('slidechanged', leave);
  addEventListener('keydown', leave, true);
  addEventListener('pointerdown', press, true);
  return leave;
}

function citationOf(slide: HTMLElement, said: Said): string {
  const headline = slide.querySelector('h1, h2, h3')?.textContent?.replace(/\s+/g, ' ').trim();
  const named = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  const address = new URL(`#/${slide.id}`, location.href.replace(/[?#].*$/, '')).href;
  const receipts = [...slide.querySelectorAll<HTMLElement>('[data-receipt]')];
  const files = new Set(receipts.map(({ dataset }) => dataset['receipt']?.split(': ')[0] ?? ''));
  const data = files.size > 0 ? said('Data: {files}').replace('{files}', () => [...files].join(', ')) : '';
  const deckTitle = document.title.split(' – ').at(-1) ?? '';
  const place = headline
    ? said('“{title}”, in {deck}')
        .replace('{deck}', () => deckTitle)
        .replace('{title}', () => headline)
    : deckTitle;
  return [place, named('author'), address, data].filter(Boolean).join('. ');
}
