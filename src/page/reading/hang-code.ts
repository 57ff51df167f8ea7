import { linesOfMarkup } from '../../base/markup.ts';

/** As `tab-size` has it. */
const TAB = 4;
const INDENT = /^((?:<span[^>]*>)*)([ \t]+)/;

/** Lines of code too long for the page go on further in than they begin: what an indent says stays true. */
export function hangCode(): void {
  for (const code of document.querySelectorAll<HTMLElement>('.slides pre > code')) {
    if (code.querySelector(':not(span)')) continue; // marked up by hand
    if (!code.querySelector('.line')) code.innerHTML = asLines(code.innerHTML);
    for (const line of code.querySelectorAll<HTMLElement>('.line')) {
      const { html, letters } = setIndentApart(line.innerHTML);
      line.innerHTML = html;
      line.classList.add('hung');
      line.style.setProperty('--indent', `${letters}ch`);
    }
  }
}

function asLines(html: string): string {
  const lines = linesOfMarkup(html.replace(/\n$/, ''));
  return lines.map((line) => `<span class="line">${line}\n</span>`).join('');
}

/** A line's markup with its indent in an element of its own, and how many letters wide that is. */
export function setIndentApart(line: string): { readonly html: string; readonly letters: number } {
  const [whole = '', opened = '', indent = ''] = INDENT.exec(line) ?? [];
  let letters = 0;
  for (const space of indent) letters += space === '\t' ? TAB - (letters % TAB) : 1;
  if (letters === 0) return { html: line, letters };
  return { html: `${opened}<span class="indent">${indent}</span>${line.slice(whole.length)}`, letters };
}
