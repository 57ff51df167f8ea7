import { type Element, isElementNode, isTextNode, textOf } from '../html-tree.ts';

/** What stands in an entry of a list: paragraphs of its own, and entries of lists within. */
export interface Entry {
  readonly own: readonly string[];
  readonly inner: readonly Entry[];
}

/** The entries of a list, without those of lists within. */
export function readEntries(list: Element): readonly Entry[] {
  const entries: Entry[] = [];
  for (const node of list.childNodes)
    if (isElementNode(node) && node.tagName === 'li') entries.push(readEntry(node));
  return entries;
}

function readEntry(entry: Element): Entry {
  const own: string[] = [];
  const inner: Entry[] = [];
  for (const node of entry.childNodes) {
    if (!isElementNode(node)) continue;
    if (node.tagName === 'p') own.push(textOf(node));
    else if (isList(node)) inner.push(...readEntries(node));
  }
  if (own.length === 0) own.push(inner.length === 0 ? textOf(entry) : ownText(entry));
  return { own, inner };
}

function ownText(entry: Element): string {
  let text = '';
  for (const node of entry.childNodes)
    if (isTextNode(node)) text += node.value;
    else if (isElementNode(node) && !isList(node)) text += textOf(node);
  return text.replace(/\s+/g, ' ').trim();
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}
