import { escapeHtml } from '../../base/markup.ts';
import { attribute, type Element, parseHtml, setAttribute, setChildren } from './html-tree.ts';

/** Longest part of an address that a frame shows. */
const SHOWN = 80;
const GONE = ['src', 'data-src', 'poster', 'alt', 'controls', 'srcset', 'sizes', 'loading'];

/**
 * Makes a frame of a picture, a film or a page that cannot be shown: of its size, with its words and its address, so that
 * the room it takes is kept and nothing is lost without a trace.
 */
export function makeFrame(element: Element, address: string): void {
  const words = attribute(element, 'alt')?.trim() ?? '';
  const size = ['width', 'height'].flatMap((side) => {
    const written = attribute(element, side);
    const length = written === undefined ? undefined : lengthOf(written);
    return length === undefined ? [] : [`${side}:${length}`];
  });
  for (const name of [...GONE, 'width', 'height']) setAttribute(element, name, undefined);
  if (size.length > 0)
    setAttribute(element, 'style', [attribute(element, 'style'), ...size].filter(Boolean).join(';'));
  setAttribute(element, 'class', [attribute(element, 'class'), 'picture-frame'].filter(Boolean).join(' '));
  setAttribute(element, 'role', 'img');
  setAttribute(element, 'aria-label', words || address);
  element.tagName = 'span';
  element.nodeName = 'span';
  const shown = address.length > SHOWN ? `${address.slice(0, SHOWN)}…` : address;
  const name = words === '' ? '' : `<span class="picture-words">${escapeHtml(words)}</span>`;
  setChildren(element, parseHtml(`${name}<span class="picture-address">${escapeHtml(shown)}</span>`));
}

/** `450` and `450px` in CSS pixels, `60%` as it is; undefined for what is no length. */
function lengthOf(written: string): string | undefined {
  const [, number, unit = 'px'] = /^\s*(\d+(?:\.\d+)?)\s*(px|%)?\s*$/.exec(written) ?? [];
  return number === undefined ? undefined : `${number}${unit}`;
}
