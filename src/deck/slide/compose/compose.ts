import { rem } from '../../../base/sheet.ts';
import type { Measure } from '../../../fonts/faces.ts';
import type { Draft } from '../draft.ts';
import {
  addClass,
  attribute,
  createElement,
  elements,
  type Fragment,
  holds,
  removeNode,
  textOf,
} from '../html-tree.ts';
import { selectorOf } from '../ids.ts';
import type { Composition } from './composition.ts';
import { heightsOf } from './content-height.ts';
import { FLOOR, fitSmaller, fitWords, LARGEST_BESIDE, roomOf } from './fit.ts';
import { Lazy } from './lazy.ts';
import { isNarrow, pictureOf, setAlone, setBeside } from './lone-picture.ts';
import { type Parts, readParts } from './parts.ts';
import { arrangePictures } from './picture-set.ts';
import { pictureShape } from './picture-shape.ts';
import { reportLongTables } from './report-tables.ts';
import { LAYOUTS, type Layout, layoutOf, wordsIn } from './rules.ts';

/** Kinds of slide whose look is theirs whatever stands on them. */
const OWN_KINDS: ReadonlySet<string> = new Set(['statement', 'quote', 'voices', 'texts', 'layout-none']);

/** Where a set of pictures ends at the lowest, and at the highest, px at 1920; and the part of what is left above it. */
const PICTURES = { bottom: 976, least: 640, between: 84, above: 0.4 };
/** From here on a picture with few words stands across the sheet: how many times it is as wide as high. */
const WIDE = 1.9;
const FEW_WORDS = 25;

/** Takes out a leaf that holds nothing, so that no fold is made for it. */
export function takeEmptyLeaves(tree: Fragment): void {
  const leaves = [...elements(tree)].filter((element) => attribute(element, 'class') === 'leaf');
  for (const leaf of leaves) {
    if (textOf(leaf) !== '') continue;
    if (!holds(leaf, ({ tagName }) => /^(img|svg|video|math|figure-slot|iframe)$/.test(tagName)))
      removeNode(leaf);
  }
}

/** Whether an element is to take all the room that the others leave, as Reveal's `r-stretch` has it. */
function stretches(tree: Fragment): boolean {
  return holds(tree, (element) => /(^|\s)(r-)?stretch(\s|$)/.test(attribute(element, 'class') ?? ''));
}

/**
 * Composes a slide by what stands on it: a class for its layout, one for its size, and one element around all that
 * follows the headline. Nothing is changed where the author, a leaf or a figure composes it.
 */
export function compose(draft: Draft): Composition | undefined {
  const { tree, attributes, fold, context } = draft;
  const classes = (attributes.get('class') ?? '').split(/\s+/);
  if (fold !== undefined) enlargeBriefLeaf(tree);
  if (fold !== undefined || classes.some((name) => OWN_KINDS.has(name))) return undefined;
  if (stretches(tree)) {
    attributes.set('class', [attributes.get('class'), 'stretches'].filter(Boolean).join(' '));
    return undefined;
  }
  const parts = readParts(tree);
  const layout = forPicture(askedFor(classes, layoutOf(parts)), parts, draft);
  if (layout === undefined || (parts.headline === undefined && parts.rest.length === 0)) return undefined;
  if (layout === 'columns') markWhatRunsAcross(parts);
  if (layout === 'pictures') draft.css += arrange(parts, draft);
  if (layout === 'above')
    draft.css += `${selectorOf(draft.id)}{--tall:${rem(roomAbove(parts, context.measure))}}`;
  if (layout === 'picture') setAlone(parts, draft);
  const beside = layout === 'beside' ? setBeside(parts, draft) : LARGEST_BESIDE;
  const measure: Measure = context.measure;
  const found = fitWords(parts, layout, { measure, beside }, context.composing === 'cautiously');
  if (layout === 'table' && !found.fits) {
    const tables = parts.rest.filter(({ kind }) => kind === 'table').map(({ element }) => element);
    reportLongTables(tables, draft, measure);
  }
  wrap(tree, parts);
  const smaller = new Lazy(() => fitSmaller(parts, layout, { measure, beside }, found.size));
  return { layout, fit: found, smaller };
}

/** A leaf that says one short thing says it large. */
function enlargeBriefLeaf(tree: Fragment): void {
  for (const leaf of elements(tree)) {
    if (attribute(leaf, 'class') !== 'leaf') continue;
    const { headline, rest } = readParts(leaf);
    const [only, more] = rest;
    if (headline || more || only?.kind !== 'text' || only.element.tagName !== 'p') return;
    if (only.words <= FEW_WORDS) addClass(only.element, 'brief');
  }
}

/** What the author asks for by a class, else what was found, where the slide can be composed at all. */
function askedFor(classes: readonly string[], found: Layout | undefined): Layout | undefined {
  if (found === undefined) return undefined;
  if (classes.includes('title')) return 'title';
  return LAYOUTS.find((layout) => classes.includes(`layout-${layout}`)) ?? found;
}

/** The layout, by the shape of its one picture: too wide to stand beside words, or too narrow to stand alone. */
function forPicture(layout: Layout | undefined, parts: Parts, draft: Draft): Layout | undefined {
  if (layout === 'beside' && isAcross(parts, draft)) return 'above';
  return layout === 'picture' && isNarrow(parts, draft) ? 'beside' : layout;
}

/** Whether a slide's picture is too wide to stand beside its few words. */
function isAcross(parts: Parts, { context }: Draft): boolean {
  const picture = pictureOf(parts);
  const words = parts.rest.filter((part) => part !== picture);
  if (!picture || words.some(({ kind }) => kind !== 'text') || wordsIn(words) > FEW_WORDS) return false;
  return (pictureShape(picture.element, context)?.ratio ?? 0) >= WIDE;
}

/** Height that the words of a slide leave to its picture, px. */
function roomAbove(parts: Parts, measure: Measure): number {
  const setting = { size: 40, code: FLOOR, width: 1728, measure };
  return roomOf(parts, measure).height - heightsOf(parts.rest, setting, 1)(0) - PICTURES.between;
}

/** Gives each picture of a set the width at which its row is equally high, where the files say their sizes. */
function arrange({ headline, rest }: Parts, { id, context }: Draft): string {
  const ratios = rest.flatMap(({ element }) => pictureShape(element, context)?.ratio ?? []);
  if (ratios.length < rest.length) return '';
  const { top } = roomOf({ headline, rest }, context.measure);
  const { width, height, widths } = arrangePictures(ratios, PICTURES.bottom - top);
  for (const { element } of rest) addClass(element, 'fitted');
  const here = selectorOf(id);
  const each = widths.map((one, nth) => `${here} .picture:nth-child(${nth + 1}){--wide:${rem(one)}}`);
  // What a row leaves empty stands above and below it, and never too much of it below.
  const drop = Math.max(0, PICTURES.least - top - height, (PICTURES.bottom - top - height) * PICTURES.above);
  // A hair more: what is rounded must not send a picture to the next row.
  return `${here}{--set:${rem(width + 1)};--set-drop:${rem(drop)}}${each.join('')}`;
}

function markWhatRunsAcross({ rest }: Parts): void {
  for (const { element } of rest) {
    if (element.tagName === 'h3' || rest.every(({ kind }) => kind === 'list' || kind === 'columns')) return;
    addClass(element, 'across');
  }
}

function wrap(tree: Fragment, { headline, rest }: Parts): void {
  if (rest.length === 0) return;
  const wrapper = createElement('div', 'composed-content');
  const from = headline ? tree.childNodes.indexOf(headline) + 1 : 0;
  const content = tree.childNodes.splice(from);
  for (const node of content) node.parentNode = wrapper;
  wrapper.childNodes = content;
  wrapper.parentNode = tree;
  tree.childNodes.push(wrapper);
}
