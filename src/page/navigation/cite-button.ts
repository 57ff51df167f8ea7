import { ownWords } from '../keyboard/help-words.ts';
import type { RevealApi } from '../reveal.ts';

/** How long the button stands after the pointer has come to rest, ms. */
const STANDS = 3000;

let offered = false;

/**
 * Offers what C does to whoever has no keys: a button at the corner that shows while the pointer moves or when Tab
 * comes to it, so that nothing stands over the slide in a talk.
 */
export async function offerCitation(deck: RevealApi): Promise<void> {
  if (offered) return;
  offered = true;
  const said = await ownWords();
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cite-button';
  button.textContent = said('Copy a citation');
  // The slide keeps the keys.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', async () => (await import('./cite-slide.ts')).citeSlide(deck));
  deck.getRevealElement()?.append(button);
  let rests = 0;
  const show = () => {
    clearTimeout(rests);
    button.classList.add('offered');
    rests = window.setTimeout(() => button.classList.remove('offered'), STANDS);
  };
  // The browser says "moved" of a pointer that rests, too, when the slide moves under it: an export has such a one.
  addEventListener('pointermove', ({ movementX, movementY }) => (movementX || movementY) && show());
  addEventListener('pointerdown', show);
}
