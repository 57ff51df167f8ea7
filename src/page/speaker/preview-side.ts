import type { RevealApi } from '../reveal.ts';
import { isOwn, type Show } from './messages.ts';

/** Shows in this small slide what the speaker's window around it says, and nobody else. */
export function followSpeaker(deck: RevealApi): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || !isOwn(event) || !isShow(event.data)) return;
    const { indexh, indexv, indexf } = event.data.state;
    deck.slide(indexh, indexv, indexf);
    for (let step = 0; step < event.data.steps; step++) deck.next();
  });
  const target = location.protocol === 'file:' ? '*' : location.origin;
  window.parent.postMessage({ orihon: 'ready' }, target);
}

function isShow(said: unknown): said is Show {
  return (
    typeof said === 'object' && said !== null && 'orihon' in said && said.orihon === 'show' && 'state' in said
  );
}
