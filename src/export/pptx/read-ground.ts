import type { Ground, Paint, SlideSheet } from './piece.ts';
import { blendOf, layersOf } from './read-blend.ts';
import { paintOf } from './read-paint.ts';

/** What is painted behind all that stands on a slide, by the slide itself or by what it lies on. */
export function groundOf(slide: HTMLElement, leaf: SlideSheet['leaf']): Ground {
  const styles = stylesBelow(slide);
  // The leaf's layers are drawn as a shape.
  const layers = styles.slice(leaf ? 1 : 0).flatMap(layersOf);
  const beside = besideOf(slide);
  const [own] = styles;
  const blend = own && layers.length === 1 && !beside ? blendOf(own) : undefined;
  if (blend?.stops.every(({ opacity }) => opacity === 1))
    return { colour: blend.stops[0]?.colour ?? 'FFFFFF', blend, painted: undefined };
  // What moves behind a slide stays away; its words can be read on paper.
  const isFilm = slide.matches('[data-background-video], [data-background-iframe]');
  const colours = isFilm && own ? [own.getPropertyValue('--paper').trim()] : styles.map(colourOf);
  const painted = beside ?? (layers.length > 0 ? kindOf(layers) : undefined);
  return { colour: mix(colours.flatMap((colour) => paintOf(colour) ?? [])), blend: undefined, painted };
}

/** Styles of a slide and of what it lies on, down to the first that nothing shines through. */
function stylesBelow(slide: HTMLElement): readonly CSSStyleDeclaration[] {
  const styles: CSSStyleDeclaration[] = [];
  for (let element: HTMLElement | null = slide; element; element = element.parentElement) {
    const style = getComputedStyle(element);
    styles.push(style);
    if (paintOf(style.backgroundColor)?.opacity === 1) break;
  }
  return styles;
}

function colourOf({ backgroundColor }: CSSStyleDeclaration): string {
  return backgroundColor;
}

/** What is painted beside its own ground: before or after all else on it, where it is no colour alone. */
function besideOf(slide: HTMLElement): Ground['painted'] {
  const layers = ['::before', '::after'].flatMap((name) => {
    const style = getComputedStyle(slide, name);
    // The shade of the fold.
    const isFold = name === '::after' && slide.dataset['fold'] !== undefined;
    return style.content === 'none' || isFold ? [] : layersOf(style);
  });
  return layers.length > 0 ? kindOf(layers) : undefined;
}

function kindOf(layers: readonly string[]): Ground['painted'] {
  return layers.some((layer) => layer.startsWith('url(')) ? 'picture' : 'gradient';
}

/** Colours over one another, the uppermost first, on white. */
function mix(paints: readonly Paint[]): string {
  const channels = paints.reduceRight<readonly number[]>(
    (below, { colour, opacity }) =>
      below.map((under, at) => {
        const above = Number.parseInt(colour.slice(2 * at, 2 * at + 2), 16);
        return above * opacity + under * (1 - opacity);
      }),
    [255, 255, 255],
  );
  return channels
    .map((one) => Math.round(one).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** The sheet beyond the fold has the colour of the theme's leaf, where nothing of the author's lies over it. */
export function leafOf(slide: HTMLElement, scale: number): SlideSheet['leaf'] {
  const style = getComputedStyle(slide);
  if (!slide.dataset['fold'] || layersOf(style).length !== LEAF_LAYERS) return undefined;
  const fold = Number.parseFloat(style.getPropertyValue('--fold'));
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const colour = paintOf(style.getPropertyValue('--leaf').trim())?.colour;
  if (!colour || Number.isNaN(fold)) return undefined;
  const at = fold * rem * scale;
  const x = style.direction === 'rtl' ? 0 : at;
  return { box: { x, y: 0, width: 1920 - at, height: 1080 }, colour };
}

/** The light and the shade of the fold, and the leaf. */
const LEAF_LAYERS = 3;
