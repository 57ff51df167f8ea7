import type { Figure } from '../figure.ts';
import { allElements, attribute, type Fragment, isElementNode, type Node } from './html-tree.ts';
import type { Fold } from './slide.ts';

/** What the author says, else what a figure asks for; else fold A where something stands on the leaf. */
export function foldOf(
  attributes: ReadonlyMap<string, string>,
  figures: readonly Figure[],
  tree: Fragment,
): Fold | undefined {
  const own = attributes.get('data-fold');
  const fold = own ?? figures.find((figure) => figure.fold)?.fold ?? (hasLeaf(tree) ? 'a' : 'none');
  return fold === 'a' || fold === 'b' ? fold : undefined;
}

/** The fences that stand on the leaf, by their order. */
export function slotsOnLeaf(tree: Fragment): ReadonlySet<number> {
  const leaves = allElements(tree).filter(isLeaf);
  const slots = leaves.flatMap((leaf) => allElements(leaf).map((element) => attribute(element, 'n')));
  return new Set(slots.flatMap((n) => (n === undefined ? [] : [Number(n)])));
}

/** Whether something stands on a slide's leaf. */
export function hasLeaf(tree: Fragment): boolean {
  return allElements(tree).some(isLeaf);
}

/** Whether it is a leaf, whatever other classes it has. */
export function isLeaf(node: Node): boolean {
  return isElementNode(node) && (attribute(node, 'class') ?? '').split(/\s+/).includes('leaf');
}
