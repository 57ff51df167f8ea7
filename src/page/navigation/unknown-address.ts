import { nearest } from '../../base/nearest.ts';
import type { Stage } from '../../deck/live-figure.ts';
import { namesOfFigures } from '../figures/open-address.ts';
import { ownWords } from '../keyboard/help-words.ts';
import type { RevealApi } from '../reveal.ts';

/** Says that an address names nothing here, and offers the nearest that does. */
export async function sayUnknown(deck: RevealApi, stage: Stage, name: string): Promise<void> {
  const known = nearest(name, await names(deck, stage));
  const said = await ownWords();
  document.querySelector('.unknown-address')?.remove();
  const shown = document.createElement('div');
  shown.className = 'unknown-address';
  shown.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.append(
    said('There is no slide or event “{name}”.').replace('{name}', () => name),
    ' ',
  );
  if (known === undefined) words.append(said('Press G to see what there is.'));
  else {
    const link = document.createElement('a');
    link.href = `#/${encodeURIComponent(known)}`;
    link.textContent = known;
    const [before = '', after = ''] = said('Did you mean {name}?').split('{name}');
    words.append(before, link, after);
  }
  shown.append(words);
  document.body.append(shown);
  const close = () => {
    shown.remove();
    window.removeEventListener('hashchange', close);
    deck.off('slidechanged', close);
  };
  window.addEventListener('hashchange', close);
  deck.on('slidechanged', close);
}

/** All that an address may name: slides and events. */
async function names(deck: RevealApi, stage: Stage): Promise<ReadonlySet<string>> {
  const slides = deck.getSlides().map(({ id }) => id);
  return new Set([...slides, ...(await namesOfFigures(stage))]);
}
