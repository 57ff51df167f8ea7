import { imageSize } from 'image-size';
import type { DeckFiles } from '../../files.ts';
import { findFile } from '../../find-file.ts';
import { attribute, type Element, elements } from '../html-tree.ts';

/** Where the page finds files of the deck, before their path. */
const SITE = /^deck\//;

/** What a picture's file says of it. */
export interface PictureShape {
  /** How many times it is as wide as high. */
  readonly ratio: number;
  /** Whether it is of a kind that photographs are kept in; drawings and screenshots are kept in others. */
  readonly isPhoto: boolean;
  /** How wide it may be shown at most, px at 1920: pixels grow to twice their size, drawings without end. */
  readonly widest: number;
}

/** So many times their own size pixels are shown at most where a picture stands alone. */
const GROWTH = 2;

const PHOTOS: ReadonlySet<string> = new Set(['jpg', 'webp', 'heif', 'avif']);

/** The shapes of a deck's pictures, by their addresses. */
interface ShapeContext {
  readonly shapeOf: (address: string) => PictureShape | undefined;
}

/** The shape of the picture in a block; undefined where its file does not say so. */
export function pictureShape(block: Element, context: ShapeContext): PictureShape | undefined {
  const image = block.tagName === 'img' ? block : firstPicture(block);
  const address = image && attribute(image, 'src');
  return address ? context.shapeOf(address.replace(SITE, '')) : undefined;
}

function firstPicture(block: Element): Element | undefined {
  for (const element of elements(block)) if (element.tagName === 'img') return element;
  return undefined;
}

/** The shape of the picture at an address; undefined where it is no file of the deck, or does not say so. */
export function shapeOfFile(
  address: string,
  files: Pick<DeckFiles, 'has' | 'paths' | 'readBytes'>,
): PictureShape | undefined {
  const found = findFile(address, files);
  if (found.kind !== 'file') return undefined;
  try {
    const bytes = files.readBytes?.(found.path);
    if (!bytes) return undefined;
    const { width, height, orientation = 1, type = '' } = imageSize(bytes);
    // From 5 on a camera lay on its side, and the picture is shown turned.
    const [wide, high] = orientation >= 5 ? [height, width] : [width, height];
    const widest = type === 'svg' ? Number.POSITIVE_INFINITY : wide * GROWTH;
    return { ratio: wide / high, isPhoto: PHOTOS.has(type), widest };
  } catch {
    // A file of a kind that says no size, or one too large to read here: its picture is set without knowing it.
    return undefined;
  }
}
