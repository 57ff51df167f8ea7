import { imageSize } from 'image-size';
import { findFile } from '../../find-file.ts';
import { attribute, type Element, elements } from '../html-tree.ts';
import type { SlideContext } from '../slide.ts';

/** Where the page finds files of the deck, before their path. */
const SITE = /^deck\//;

/** How many times as wide as high the picture in a block is; undefined where its file does not say so. */
export function pictureRatio(block: Element, context: SlideContext): number | undefined {
  const image = [block, ...elements(block)].find(({ tagName }) => tagName === 'img');
  const found = findFile((image && attribute(image, 'src')?.replace(SITE, '')) ?? '', context);
  if (found.kind !== 'file') return undefined;
  try {
    const bytes = context.readBytes?.(found.path);
    if (!bytes) return undefined;
    const { width, height, orientation = 1 } = imageSize(bytes);
    // From 5 on a camera lay on its side, and the picture is shown turned.
    return orientation >= 5 ? height / width : width / height;
  } catch {
    // A file of a kind that says no size, or one too large to read here: its picture is set without knowing it.
    return undefined;
  }
}
