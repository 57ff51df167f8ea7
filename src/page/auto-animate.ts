import type { RevealApi } from './reveal.ts';

/**
 * Lets slides that follow each other move into one another. Reveal writes the rules of each step into a `<style>`,
 * which the page's policy refuses: they go into a constructed sheet instead.
 */
export function animateBySheet(deck: RevealApi): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const create = document.createElement.bind(document);
  deck.on('beforeslidechange', () => {
    // What Reveal makes within this very move is a carrier of text, and no style.
    Object.defineProperty(document, 'createElement', {
      configurable: true,
      value: (name: string) => create(name === 'style' ? 'template' : name),
    });
    queueMicrotask(() => Reflect.deleteProperty(document, 'createElement'));
  });
  deck.on('autoanimate', (event) => {
    const written = 'sheet' in event ? event.sheet : undefined;
    if (written instanceof HTMLElement) sheet.replaceSync(textIn(written));
  });
}

function textIn(carrier: HTMLElement): string {
  return (carrier instanceof HTMLTemplateElement ? carrier.content : carrier).textContent ?? '';
}
