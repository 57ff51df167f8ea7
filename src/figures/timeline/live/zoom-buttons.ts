import { pageWord } from './page-word.ts';

/** Keys that look closer, or at more years; only while a timeline has the focus. */
export const ZOOM_KEYS: ReadonlyMap<string, 1 | -1> = new Map([
  ['+', 1],
  ['=', 1],
  ['-', -1],
]);

const BUTTONS = [
  { step: 1, sign: '+', word: 'closer', says: 'Fewer years, closer (+)' },
  { step: -1, sign: '\u2212', word: 'further', says: 'More years (-)' },
] as const;

/** Buttons of the same names, in view while an event is chosen. */
export function addZoomButtons(figure: HTMLElement, press: (step: 1 | -1) => void): void {
  if (figure.dataset['whole'] === undefined && figure.dataset['held'] === undefined) return;
  const page = figure.ownerDocument;
  const box = page.createElement('div');
  box.className = 'closer-steps';
  for (const { step, sign, word, says } of BUTTONS) {
    const button = page.createElement('button');
    button.type = 'button';
    // Keys have + and - for this: the timeline stays one Tab stop.
    button.tabIndex = -1;
    button.setAttribute('aria-label', pageWord(word, says));
    button.textContent = sign;
    button.addEventListener('click', () => press(step));
    box.append(button);
  }
  figure.append(box);
}
