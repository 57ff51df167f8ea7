import { attribute, elements, type Fragment, textOf } from '../deck/slide/html-tree.ts';

/** The speaker's notes of a slide as plain text, a paragraph or list entry a line. */
export function notesOf(tree: Fragment): string {
  const notes = [...elements(tree)].find((element) => attribute(element, 'class') === 'notes');
  if (!notes) return '';
  const blocks = [...elements(notes)].filter(({ tagName }) => /^(p|li|h[1-6]|pre|td|th)$/.test(tagName));
  const outer = blocks.filter(
    (block) => !blocks.some((other) => other !== block && other === block.parentNode),
  );
  return outer.length === 0 ? textOf(notes) : outer.map(textOf).join('\n');
}
