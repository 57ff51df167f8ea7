import { PREVIEW_ADDRESS, type RevealState } from './messages.ts';

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
    const send = (method: string, ...args: readonly unknown[]) =>
      frame.contentWindow?.postMessage(JSON.stringify({ method, args }), '*');
    const show = () => {
      if (!ready || !last) return;
      send('setState', last);
      for (let step = 0; step < steps; step++) send('next');
    };
    window.addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow || typeof data !== 'string') return;
      if (!ready && /"eventName":"ready"/.test(data)) {
        ready = true;
        show();
      }
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
