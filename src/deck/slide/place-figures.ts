import { SHEET } from '../../base/sheet.ts';
import type { Fence, Figure, Room } from '../figure.ts';
import type { Draft } from './draft.ts';
import {
  allElements,
  attribute,
  type Element,
  isCommentNode,
  isElementNode,
  type Node,
  type Parent,
  parseHtml,
  removeNode,
  textOf,
} from './html-tree.ts';
import { hasLeaf, isLeaf, slotsOnLeaf } from './leaf.ts';

/** Between two figures that share a slide, px of the sheet. */
const GAP = { beside: 72, below: 48 } as const;
/** The most that one slide shows. */
const MOST = 4;
/** Room of a figure on the leaf, beside words of it or alone. */
const ON_LEAF = { beside: 420, alone: 640 } as const;

/**
 * Makes a slide's figures so that none lies on another or on words: words beside a figure of the whole sheet move to
 * the leaf, figures that can share it do, and what cannot stand together is an error.
 */
export function makeFigures(draft: Draft): readonly (Figure | undefined)[] {
  const figures = makeApart(draft);
  // A title is as large as the sheet lets it, and would lie in what stands there.
  if (figures.some((figure) => figure?.stands)) lowerTitle(draft.tree);
  return figures;
}

function lowerTitle(tree: Parent): void {
  for (const node of tree.childNodes)
    if (isElementNode(node) && node.tagName === 'h1') {
      node.tagName = 'h2';
      node.nodeName = 'h2';
    }
}

function makeApart(draft: Draft): readonly (Figure | undefined)[] {
  const { fences, tree, context } = draft;
  if (fences.length === 0) return [];
  const onLeaf = slotsOnLeaf(tree);
  const words = wordsOf(tree);
  if (fences.length === 1 && words.length === 0 && onLeaf.size === 0) return make(draft, []);
  // Tried first without a word: where each stands is not known before all are.
  const tried = make({ ...draft, context: { ...context, report: () => undefined } }, []);
  const standing = tried.flatMap((figure, nth) =>
    figure?.stands && !onLeaf.has(nth) ? [{ figure, nth }] : [],
  );
  if (tried.some((figure, nth) => figure?.stands && onLeaf.has(nth) && figure.stands !== 'shared'))
    return refuse(draft, tried, onLeaf);
  if (standing.length > 1 && !standing.every(({ figure }) => figure.stands === 'shared'))
    return refuse(draft, tried, new Set(standing.map(({ nth }) => nth)));
  if (words.length > 0 && standing.some(({ figure }) => figure.stands === 'whole'))
    return refuse(draft, tried, new Set());
  if (words.length > 0 && standing.length > 0) moveToLeaf(draft, words);
  const inText = tried.reduce((sum, figure, nth) => sum + (onLeaf.has(nth) ? 0 : (figure?.height ?? 0)), 0);
  const shares = rooms(standing.length, hasLeaf(tree), inText);
  if (standing.length > MOST) return refuse(draft, tried, new Set(standing.map(({ nth }) => nth)));
  return make(
    draft,
    fences.map((_, nth) => {
      if (onLeaf.has(nth)) return leafRoom(tree);
      const share = standing.findIndex((one) => one.nth === nth);
      return standing.length > 1 || inText > 0 ? shares[share] : undefined;
    }),
  );
}

function make(draft: Draft, given: readonly (Room | undefined)[]): readonly (Figure | undefined)[] {
  const { fences, id: slide, context, tree } = draft;
  const leaf = hasLeaf(tree);
  const onLeaf = slotsOnLeaf(tree);
  return fences.map(({ name: kind, body, place }, nth) => {
    const room = given[nth];
    const fence: Fence = {
      kind,
      body,
      place,
      slide,
      nth,
      leaf,
      onLeaf: onLeaf.has(nth),
      ...(room && { room }),
    };
    return context.kinds.get(kind)?.(fence, context);
  });
}

/** Says once why these figures cannot stand on one slide; all of its other problems are said with it. */
function refuse(
  draft: Draft,
  tried: readonly (Figure | undefined)[],
  among: ReadonlySet<number>,
): readonly undefined[] {
  make(draft, []);
  const { fences, tree, context } = draft;
  const onLeaf = slotsOnLeaf(tree);
  const places = fences.filter((_, nth) => among.has(nth));
  const last = places.at(-1) ?? fences[tried.findIndex((figure) => figure?.stands === 'whole')];
  if (!last) return [];
  const names = places.map(({ name }) => name).join(' and ');
  const [what, fix] =
    among.size === 0
      ? [`words stand where the ${last.name} figure stands`, 'Give them a slide of their own.']
      : [...among].every((nth) => onLeaf.has(nth))
        ? [`the ${last.name} figure has no room on a leaf`, 'Write its fence outside "::: leaf".']
        : places.length > MOST
          ? [`${places.length} figures on one slide`, `Show ${MOST} at most, and the others on another.`]
          : [
              `${names} need a slide each`,
              'Begin a new slide between them; a timeline may be "compact: true".',
            ];
  context.report({ severity: 'error', place: { ...last.place, line: last.place.line - 1 }, what, fix });
  return [];
}

/** Equal parts of the sheet below the headline and what stands in the text, above the foot. */
function rooms(count: number, leaf: boolean, inText: number): readonly Room[] {
  const right = leaf ? SHEET.left.to : SHEET.right.to;
  const top = 234 + (inText > 0 ? inText + GAP.below : 0);
  const frame = { x: SHEET.left.from, y: top, width: right - SHEET.left.from, height: 960 - top };
  const across = leaf ? (count > 2 ? 2 : 1) : count === 4 ? 2 : count;
  const down = Math.ceil(count / Math.max(1, across));
  const width = (frame.width - GAP.beside * (across - 1)) / across;
  const height = (frame.height - GAP.below * (down - 1)) / down;
  return Array.from({ length: count }, (_, nth) => ({
    x: frame.x + (nth % across) * (width + GAP.beside),
    y: frame.y + Math.floor(nth / across) * (height + GAP.below),
    ...{ width, height },
  }));
}

function leafRoom(tree: Parent): Room {
  const leaf = allElements(tree).find(isLeaf);
  const isAlone = leaf !== undefined && textOf(leaf).trim() === '' && slotsIn(leaf).length === 1;
  const height = isAlone ? ON_LEAF.alone : ON_LEAF.beside;
  return { x: 0, y: 0, width: SHEET.right.to - SHEET.right.from, height };
}

/** What stands on the slide besides its headline, its leaf and its figures. */
function wordsOf(tree: Parent): readonly Node[] {
  const headline = tree.childNodes.find((node) => isElementNode(node) && /^h[1-6]$/.test(node.tagName));
  return tree.childNodes.filter((node) => node !== headline && !isLeaf(node) && !isBare(node));
}

const SEEN = /^(img|svg|video|audio|iframe|math|hr|input|canvas)$/;

/** Whether nothing of it is to be seen but figures. */
function isBare(node: Node): boolean {
  if (isCommentNode(node)) return true;
  if (!isElementNode(node)) return !('value' in node) || node.value.trim() === '';
  if (node.tagName === 'figure-slot' || /^(style|script|template)$/.test(node.tagName)) return true;
  if ((attribute(node, 'class') ?? '').split(' ').includes('notes')) return true;
  return (
    textOf(node).trim() === '' && ![node, ...allElements(node)].some(({ tagName }) => SEEN.test(tagName))
  );
}

function slotsIn(parent: Parent): readonly Element[] {
  return allElements(parent).filter(({ tagName }) => tagName === 'figure-slot');
}

/** Words before those that stand on the leaf already; figures among them stay on the record's side. */
function moveToLeaf({ tree }: Draft, words: readonly Node[]): void {
  for (const node of words) {
    if (!isElementNode(node)) continue;
    for (const slot of slotsIn(node)) {
      removeNode(slot);
      slot.parentNode = tree;
      tree.childNodes.push(slot);
    }
  }
  let leaf = tree.childNodes.find(isLeaf);
  if (!leaf) {
    [leaf] = parseHtml('<div class="leaf"></div>').childNodes;
    if (!leaf) return;
    leaf.parentNode = tree;
    tree.childNodes.push(leaf);
  }
  if (!isElementNode(leaf)) return;
  const moved = words.flatMap((node) => withoutColumns(node));
  for (const node of words) removeNode(node);
  for (const node of moved) node.parentNode = leaf;
  leaf.childNodes.unshift(...moved);
}

/** What stood in columns stands below each other. */
function withoutColumns(node: Node): readonly Node[] {
  if (!isElementNode(node) || !/^(columns|column)$/.test(attribute(node, 'class') ?? '')) return [node];
  return node.childNodes.flatMap(withoutColumns);
}
