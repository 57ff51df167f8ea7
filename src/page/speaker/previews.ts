import { isOwn, OWN_ORIGIN, PREVIEW_ADDRESS, type RevealState, type Show } from './messages.ts';

/** Two small decks in the speaker's window that follow the one on stage: where it stands, and one step on. */
export function makePreviews(
  current: HTMLElement,
  next: HTMLElement,
): { readonly show: (state: RevealState) => void } {
  let last: RevealState | undefined;
  const follow = (box: HTMLElement, title: string, steps: number) => {
    const frame = document.createElement('iframe');
    frame.src = PREVIEW_ADDRESS;
    frame.title = title;
    // Keys and clicks belong to the stage: a small slide never takes the focus.
    frame.inert = true;
    box.append(frame);
    let ready = false;
    const show = () => {
      if (!ready || !last) return;
      const word: Show = { orihon: 'show', state: last, steps };
      frame.contentWindow?.postMessage(word, OWN_ORIGIN);
    };
    window.addEventListener('message', (event) => {
      if (event.source !== frame.contentWindow || !isOwn(event) || event.data?.orihon !== 'ready') return;
      ready = true;
      show();
    });
    return show;
  };
  const shows = [follow(current, 'This slide', 0), follow(next, 'The next step', 1)];
  return {
    show: (state) => {
      if (JSON.stringify(state) === JSON.stringify(last)) return;
      last = state;
      for (const show of shows) show();
    },
  };
}
