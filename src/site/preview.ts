import { attributes } from '../base/markup.ts';
import type { FrontMatter } from '../deck/front-matter.ts';

/** Picture of a deck that pages which link to it show; it lies in the deck's folder. */
export const PREVIEW = 'preview.png';

/**
 * What other sites say of a deck that is linked to. They fetch the picture by its whole address, which only a deck
 * that says its `url` has.
 */
export function previewTags(
  { title, description, url }: FrontMatter,
  hasPicture: boolean,
): readonly string[] {
  const tag = (property: string, content: string | undefined) =>
    content === undefined ? [] : [`<meta${attributes({ property: `og:${property}`, content })}>`];
  const folder = url?.replace(/\/?$/, '/');
  return [
    ...tag('title', title),
    ...tag('type', 'website'),
    ...tag('description', description),
    ...tag('url', folder),
    ...tag('image', hasPicture ? `${folder ?? './'}${PREVIEW}` : undefined),
  ];
}
