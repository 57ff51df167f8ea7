import { escapeHtml } from '../../../base/markup.ts';
import {
  allElements,
  attribute,
  createElement,
  type Element,
  type Fragment,
  isElementNode,
  isTextNode,
  parseHtml,
  replaceNode,
  setAttribute,
  setChildren,
} from '../html-tree.ts';

/** Words in a picture's title after which its maker is named. */
const CREDIT = /(?:^|[\s.;,–—-]+)credit:\s*(.+)$/iu;

/**
 * Makes of each paragraph that holds only pictures one block a picture, with the title in quotation marks as its
 * caption: `![alt](file "caption. Credit: name")`.
 */
export function setPictures(tree: Fragment): void {
  for (const paragraph of allElements(tree)) {
    if (paragraph.tagName !== 'p') continue;
    const pictures = paragraph.childNodes.filter(isElementNode);
    if (pictures.length === 0) continue;
    const bare = paragraph.childNodes.some((node) => isTextNode(node) && node.value.trim() !== '');
    if (bare || pictures.some(({ tagName }) => tagName !== 'img' && tagName !== 'br')) continue;
    const blocks = pictures.filter(({ tagName }) => tagName === 'img').map(blockOf);
    const fragment = parseHtml('');
    fragment.childNodes = blocks;
    for (const [name, value] of paragraph.attrs.map(({ name, value }) => [name, value] as const))
      for (const block of blocks)
        setAttribute(block, name, name === 'class' ? `${attribute(block, 'class') ?? ''} ${value}` : value);
    replaceNode(paragraph, fragment);
  }
}

function blockOf(picture: Element): Element {
  const title = attribute(picture, 'title') ?? '';
  const credit = CREDIT.exec(title)?.[1]?.trim();
  const caption = title.replace(CREDIT, '').trim();
  setAttribute(picture, 'title', undefined);
  const words = [
    caption && escapeHtml(caption),
    // Where no sentence ends before it, a dot says that another thing begins.
    caption && credit && !/\p{Sentence_Terminal}["'”’»)\]]*$/u.test(caption) && '·',
    credit && `<span class="credit">${escapeHtml(credit)}</span>`,
  ].filter(Boolean);
  const block = createElement('div', 'picture');
  if (words.length > 0) setChildren(block, parseHtml(`<p class="caption">${words.join(' ')}</p>`));
  const size = attribute(picture, 'data-size');
  if (size !== undefined) setAttribute(block, 'data-size', size);
  setAttribute(picture, 'data-size', undefined);
  picture.parentNode = block;
  block.childNodes.unshift(picture);
  return block;
}
