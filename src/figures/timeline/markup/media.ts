import { attributes, escapeHtml } from '../../../base/markup.ts';
import type { Link, Picture } from '../model/model.ts';

/** Where the page finds a picture of the deck. */
export function pictureAddress(file: string): string {
  return `deck/${file}`;
}

/** A picture with its credit, in a hairline frame. */
export function renderPicture({ file, alt, credit }: Picture): string {
  const img = `<img${attributes({ src: pictureAddress(file), alt, loading: 'lazy' })}>`;
  const caption = credit === undefined ? '' : `<figcaption>${escapeHtml(credit)}</figcaption>`;
  return `<figure class="card-picture">${img}${caption}</figure>`;
}

/** What a link is called: the author's words, else the host it leads to. */
export function linkWords({ address, words }: Link): string {
  if (words !== undefined) return words;
  const host = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(address)?.[1];
  return host ?? address.replace(/^mailto:/, '');
}

export function renderLink(link: Link): string {
  const { address } = link;
  const outer = /^https?:/i.test(address) ? { target: '_blank', rel: 'noopener' } : {};
  return `<a${attributes({ href: address, ...outer })}>${escapeHtml(linkWords(link))}</a>`;
}
