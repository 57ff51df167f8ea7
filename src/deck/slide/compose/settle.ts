import { rem } from '../../../base/sheet.ts';
import { isHidden } from '../../hidden-slides.ts';
import { selectorOf } from '../ids.ts';
import type { Slide } from '../slide.ts';
import type { Composition } from './composition.ts';
import type { Fit } from './fit.ts';
import type { TableGaps } from './table-gaps.ts';

/**
 * Gives every composed slide its classes and rules. Slides of one kind in a row are set alike where the larger ones
 * need but one size less for it: a size that jumps is seen, a size too small only regretted.
 */
export function settleSizes(slides: readonly Slide[]): readonly Slide[] {
  const fits = slides.map(({ composition }) => composition?.fit);
  for (let at = 1; at < slides.length; at++) alike(slides, fits, at, at - 1);
  for (let at = slides.length - 2; at >= 0; at--) alike(slides, fits, at, at + 1);
  return slides.map((slide, index) => {
    const { composition } = slide;
    const fit = fits[index];
    return composition && fit ? finished(slide, composition, fit) : slide;
  });
}

/**
 * The slides of one layout in a row that the last one belongs to. Where a row ends, its slides' trees are let go of:
 * of a thousand slides they would all wait for the last one.
 */
export function continueRow(row: readonly Slide[], slide: Slide): readonly Slide[] {
  if (isHidden(slide)) return row;
  if (row[0]?.composition && row[0].composition.layout === slide.composition?.layout) return [...row, slide];
  let least = Number.POSITIVE_INFINITY;
  for (const { composition } of row) least = Math.min(least, composition?.fit.size ?? least);
  for (const { composition } of row)
    if (composition && composition.fit.size > least) composition.smaller.get();
    else composition?.smaller.drop();
  return [slide];
}

/** Sets a slide one size smaller where its neighbour of the same layout is. */
function alike(slides: readonly Slide[], fits: (Fit | undefined)[], at: number, neighbour: number): void {
  const [own, other] = [slides[at]?.composition, slides[neighbour]?.composition];
  const [fit, wanted] = [fits[at], fits[neighbour]];
  if (!own || !other || !wanted || fit !== own.fit || own.layout !== other.layout) return;
  if (wanted.size >= fit.size) return;
  const smaller = own.smaller.get();
  if (smaller?.size === wanted.size) fits[at] = smaller;
}

function finished(slide: Slide, { layout, gaps }: Composition, fit: Fit): Slide {
  const names = ['composed', `layout-${layout}`, `size-${fit.size}`];
  if (fit.columns > 1) names.push(`run-${fit.columns}`);
  if (fit.ruled) names.push('ruled');
  if (fit.gathered) names.push('gathered');
  if (fit.code > 24) names.push(`code-${fit.code}`);
  const attributes = new Map(slide.attributes).set('class', joined(slide.attributes.get('class'), names));
  const between = gaps ? spaces(gaps) : '';
  const css = `${selectorOf(slide.id)}{--gap:${fit.gap}em${between}}`;
  return { ...slide, attributes, css: slide.css + css };
}

function spaces({ between, rest, bare }: TableGaps): string {
  const right = bare > 0 ? `;--bare:${rem(bare)}` : '';
  return `;--between:${rem(between)};--rest:${rem(rest)}${right}`;
}

/** An author's classes with those that were found. */
function joined(written: string | undefined, found: readonly string[]): string {
  if (!written) return found.join(' ');
  const own = written.split(/\s+/).filter(Boolean);
  // A size the author names is the size.
  const asked = own.some((name) => /^size-\d+$/.test(name));
  const added = found.filter((name) => !own.includes(name) && !(asked && name.startsWith('size-')));
  return [...own, ...added].join(' ');
}
