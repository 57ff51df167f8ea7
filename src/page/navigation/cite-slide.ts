import type { RevealApi } from '../reveal.ts';

/** Copies a citation of the slide shown (its headline, the deck, its address, its data), and shows what was copied. */
export async function citeSlide(deck: RevealApi): Promise<void> {
  const slide = deck.getCurrentSlide();
  const text = citationOf(slide);
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  const shown = document.createElement('p');
  shown.className = 'cited';
  shown.setAttribute('role', 'status');
  deck.getRevealElement()?.append(shown);
  shown.textContent = `${copied ? 'Copied' : 'Cite as'}: ${text}`;
  const leave = () => {
    shown.remove();
    deck.off('slidechanged', leave);
    removeEventListener('keydown', leave, true);
  };
  deck.on('slidechanged', leave);
  addEventListener('keydown', leave, true);
}

function citationOf(slide: HTMLElement): string {
  const headline = slide.querySelector('h1, h2, h3')?.textContent?.replace(/\s+/g, ' ').trim();
  const named = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  const address = new URL(`#/${slide.id}`, location.href.replace(/[?#].*$/, '')).href;
  const receipts = [...slide.querySelectorAll<HTMLElement>('[data-receipt]')];
  const files = new Set(receipts.map(({ dataset }) => dataset['receipt']?.split(': ')[0] ?? ''));
  const data = files.size > 0 ? `Data: ${[...files].join(', ')}` : '';
  const deckTitle = document.title.split(' – ').at(-1);
  return [`${headline ? `“${headline}”, in ` : ''}${deckTitle}`, named('author'), address, data]
    .filter(Boolean)
    .join('. ');
}
