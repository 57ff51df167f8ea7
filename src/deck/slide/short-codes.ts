import { escapeHtml } from '../../base/markup.ts';
import type { Place, Report } from '../../base/problem.ts';
import { maskCode } from './mask-code.ts';

/** `{{< video film.mp4 >}}`, as Quarto and Hugo write what they fill in. */
const SHORT_CODE = /\{\{<\s*([\w-]+)\s*([^{}\n]*?)\s*>\}\}/g;
/** Films of the deck. */
const FILM = /^["']?(?![a-z]+:|\/\/)([^\s"']+\.(?:mp4|webm|ogv|mov))["']?(?=\s|$)/i;
const ADDRESS = /^["']?(https?:\/\/[^\s"']+)/;

/** Writes out what can be of Quarto's short codes; the others are left out, and told together. */
export function readShortCodes(text: string, place: Place, report: Report): string {
  if (!text.includes('{{<')) return text;
  const masked = maskCode(text);
  const left = new Set<string>();
  let first = 0;
  const written = text.replace(SHORT_CODE, (whole, name: string, rest: string, at: number) => {
    if (!masked.startsWith('{{<', at)) return whole;
    const [, film] = FILM.exec(rest) ?? [];
    const [, address] = ADDRESS.exec(rest) ?? [];
    if (name === 'pagebreak') return '';
    if (name === 'kbd') return `<kbd>${escapeHtml(rest)}</kbd>`;
    if (name === 'video' && film) return `<video src="${escapeHtml(film)}" controls></video>`;
    if (left.size === 0) first = text.slice(0, at).split('\n').length - 1;
    left.add(name);
    return address ? `<${address}>` : '';
  });
  if (left.size > 0)
    report({
      severity: 'notice',
      place: { ...place, line: place.line + first },
      what: `short codes are not filled in: ${[...left].join(', ')}`,
      fix: 'Write here what they stand for.',
    });
  return written;
}
