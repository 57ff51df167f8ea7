import type { Measure } from '../../../fonts/faces.ts';
import type { Draft } from '../draft.ts';
import { addClass, allElements, attribute, type Element } from '../html-tree.ts';
import { heightsOf } from './content-height.ts';
import { roomOf, SIZES, SPARE } from './fit.ts';
import { type Part, type Parts, readParts, takeBreaks } from './parts.ts';

/** The leaf's room for words, and that of the sheet left of the fold, px at 1920. */
const LEAF = { a: 579, b: 1035, height: 680 };
const LEFT = { a: 1040, b: 584 };
/** Who said a quotation is told in one size all through a deck, smaller than his words, px. */
const SPEAKER = 34;
/** One short thing on a leaf, and one that is said at a glance, words. */
const BRIEF = { short: 25, glance: 8 };
/** Words left of a fold that end above here stand in the middle of the sheet, with their headline, px. */
const GATHERED = 680;

/** What a slide with a fold is told by its words. */
export interface Folded {
  /** Of the words left of the fold, px; undefined where it is their author's, or a figure's. */
  readonly size: number | undefined;
  readonly gathered: boolean;
}

/** Plain words on a leaf, and left of it, are as large as their room lets them be; what has a class keeps its own. */
export function composeFolded(draft: Draft, own: boolean): Folded {
  const { tree, fold, fences, context, attributes } = draft;
  const most = /\bquote\b/.test(attributes.get('class') ?? '') ? SPEAKER : 40;
  const side = fold === 'b' ? 'b' : 'a';
  // Read first: a leaf that has been given a size is known as one no more.
  const { headline, rest } = readParts(tree);
  const left = { headline, rest: rest.filter(({ kind }) => kind !== 'leaf') };
  for (const leaf of allElements(tree).filter((element) => attribute(element, 'class') === 'leaf'))
    setLeaf(leaf, LEAF[side], context.measure, most);
  if (own || fences.length > 0 || left.rest.length === 0 || !left.rest.every(isPlain))
    return { size: undefined, gathered: false };
  const room = roomOf(left, context.measure, LEFT[side]);
  const size = largest(left.rest, { width: LEFT[side], height: room.height }, context.measure);
  if (size === undefined) return { size, gathered: false };
  takeBreaks(tree);
  const height = heightsOf(
    left.rest,
    { size, code: 24, width: LEFT[side], measure: context.measure },
    1,
  )(0.5);
  return { size, gathered: room.top + height < GATHERED };
}

function setLeaf(leaf: Element, width: number, measure: Measure, most: number): void {
  const { headline, rest } = readParts(leaf);
  const parts: readonly Part[] = headline ? [headline, ...rest] : rest;
  const [only, more] = rest;
  const alone = headline || more ? undefined : only;
  if (alone?.kind === 'text' && alone.words <= BRIEF.glance) addClass(alone.element, 'brief size-48');
  else if (alone?.kind === 'text' && alone.element.tagName === 'p' && alone.words <= BRIEF.short)
    addClass(alone.element, 'brief');
  else if (parts.every(isPlain) && rest.length > 0) {
    const size = largest(parts, { width, height: LEAF.height }, measure, most);
    if (size === undefined) return;
    addClass(leaf, `size-${size}`);
    takeBreaks(leaf);
  }
}

/** The largest size at which words fit a room, a tenth to spare; undefined where none does. */
function largest(
  rest: Parts['rest'],
  room: { readonly width: number; readonly height: number },
  measure: Measure,
  most = 48,
): number | undefined {
  return SIZES.find(
    (size) =>
      size <= most &&
      heightsOf(rest, { size, code: 24, width: room.width, measure }, 1)(0.5) <= room.height * SPARE,
  );
}

/** Words of Markdown that no class sets apart. */
function isPlain({ kind, element }: Part): boolean {
  return /^(text|list|heading)$/.test(kind) && attribute(element, 'class') === undefined;
}
