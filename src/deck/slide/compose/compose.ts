import { rem } from '../../../base/sheet.ts';
import type { Measure } from '../../../fonts/faces.ts';
import type { Draft } from '../draft.ts';
import {
  addClass,
  allElements,
  attribute,
  createElement,
  elements,
  type Fragment,
  holds,
  removeNode,
  textOf,
} from '../html-tree.ts';
import { selectorOf } from '../ids.ts';
import { codeFits, isLong } from './code-height.ts';
import type { Composition } from './composition.ts';
import { heightsOf } from './content-height.ts';
import { columnWidth, FLOOR, fitSmaller, fitWords, LARGEST_BESIDE, roomOf } from './fit.ts';
import { composeFolded } from './folded.ts';
import { formulaSize } from './formula-size.ts';
import { Lazy } from './lazy.ts';
import { isNarrow, pictureOf, setAlone, setBeside } from './lone-picture.ts';
import { type Part, type Parts, readParts, takeBreaks } from './parts.ts';
import { pictureShape } from './picture-shape.ts';
import { reportLongTables } from './report-tables.ts';
import { LAYOUTS, type Layout, layoutOf, sectionsOf, wordsIn } from './rules.ts';
import { setPictureSet } from './set-pictures.ts';
import { gapsOf } from './table-gaps.ts';
import { isUnmeasured } from './unsure.ts';

/** Kinds of slide whose look is theirs whatever stands on them. */
const OWN_KINDS: ReadonlySet<string> = new Set(['statement', 'quote', 'voices', 'texts', 'layout-none']);

/** Between a picture and the words below it, px at 1920. */
const BELOW_PICTURE = 52;
/** From here on a picture with few words stands across the sheet: how many times it is as wide as high. */
const WIDE = 1.9;
const FEW_WORDS = 25;

/** Takes out a leaf that holds nothing, so that no fold is made for it. */
export function takeEmptyLeaves(tree: Fragment): void {
  for (const leaf of allElements(tree)) {
    if (attribute(leaf, 'class') !== 'leaf' || textOf(leaf) !== '') continue;
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
  const own = classes.some((name) => OWN_KINDS.has(name));
  if (fold !== undefined) {
    const { size, gathered } = composeFolded(draft, own);
    const found = [size && `folded size-${size}`, gathered && 'gathered'].filter(Boolean);
    if (found.length > 0)
      attributes.set('class', [attributes.get('class'), ...found].filter(Boolean).join(' '));
  }
  if (fold !== undefined || own) return undefined;
  if (draft.raw.content.includes('stretch') && stretches(tree)) {
    attributes.set('class', [attributes.get('class'), 'stretches'].filter(Boolean).join(' '));
    return undefined;
  }
  const parts = readParts(tree);
  const layout = forCode(forPicture(askedFor(classes, layoutOf(parts)), parts, draft), parts);
  if (layout === undefined && draft.fences.length === 0)
    attributes.set('class', [attributes.get('class'), 'loose'].filter(Boolean).join(' '));
  if (layout === undefined || (parts.headline === undefined && parts.rest.length === 0)) return undefined;
  takeBreaks(tree);
  for (const part of parts.rest) prepare(part);
  if (layout === 'columns') markWhatRunsAcross(parts);
  const gathered = layout === 'pictures' && setPictureSet(parts, draft);
  if (layout === 'above')
    draft.css += `${selectorOf(draft.id)}{--tall:${rem(roomAbove(parts, context.measure))}}`;
  if (layout === 'picture') setAlone(parts, draft);
  const beside = layout === 'beside' ? setBeside(parts, draft) : LARGEST_BESIDE;
  const measure: Measure = context.measure;
  const words = fitWords(parts, layout, { measure, beside }, context.composing === 'cautiously');
  const [first] = parts.rest;
  const found = layout === 'formula' && first ? { ...words, size: formulaSize(first.element) } : words;
  const tables = parts.rest.filter(({ kind }) => kind === 'table').map(({ element }) => element);
  if (layout === 'table' && !found.fits) reportLongTables(tables, draft, measure);
  const width = 1728;
  const gaps =
    tables.length > 0 ? gapsOf(tables, wordsIn(parts.rest), { size: found.size, width, measure }) : undefined;
  wrap(tree, parts);
  const smaller = new Lazy(() => fitSmaller(parts, layout, { measure, beside }, found.size));
  const unmeasured = [...(parts.headline ? [parts.headline] : []), ...parts.rest].some(isUnmeasured);
  return { layout, gaps, unmeasured, fit: gathered ? { ...found, gathered } : found, smaller };
}

/** What a part is set by, whatever its slide's layout. */
function prepare({ kind, element }: Part): void {
  if (kind === 'columns') for (const column of elements(element)) takeBreaks(column);
  else if (kind === 'text' && element.tagName === 'div') addClass(element, 'words');
  else if (kind === 'code' && isLong(element)) addClass(element, 'close');
}

/** What the author asks for by a class, else what was found, where the slide can be composed at all. */
function askedFor(classes: readonly string[], found: Layout | undefined): Layout | undefined {
  if (found === undefined) return undefined;
  if (classes.includes('title')) return 'title';
  if (!classes.some((name) => name.startsWith('layout-'))) return found;
  return LAYOUTS.find((layout) => classes.includes(`layout-${layout}`)) ?? found;
}

/** The layout, by the shape of its one picture: too wide to stand beside words, or too narrow to stand alone. */
function forPicture(layout: Layout | undefined, parts: Parts, draft: Draft): Layout | undefined {
  if (layout === 'beside' && isAcross(parts, draft)) return 'above';
  return layout === 'picture' && isNarrow(parts, draft) ? 'beside' : layout;
}

/** The layout, by the code under headings of level 3: what is too long for a column keeps the width of the sheet. */
function forCode(layout: Layout | undefined, { rest }: Parts): Layout | undefined {
  if (layout !== 'columns' || rest.some(({ kind }) => kind === 'columns')) return layout;
  const width = columnWidth(sectionsOf(rest));
  return rest.every(({ kind, element }) => kind !== 'code' || codeFits(element, width)) ? layout : 'code';
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
  return roomOf(parts, measure).height - heightsOf(parts.rest, setting, 1)(0) - BELOW_PICTURE;
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
  const from = headline ? tree.childNodes.indexOf(headline.element) + 1 : 0;
  const all = tree.childNodes;
  wrapper.childNodes = all.slice(from);
  for (const node of wrapper.childNodes) node.parentNode = wrapper;
  wrapper.parentNode = tree;
  tree.childNodes = [...all.slice(0, from), wrapper];
}
