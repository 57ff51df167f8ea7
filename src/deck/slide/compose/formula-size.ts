import { allElements, type Element, textOf } from '../html-tree.ts';

/** Sizes of a formula that is alone on its slide, px. */
const SIZES = [112, 96, 84];
const LEAST = 64;
const WIDEST = 1400;
/** How wide a letter of a formula is, and the space around a sign between two of them, em, about. */
const LETTER = 0.6;
const AROUND_SIGN = 0.55;
const SIGN = /[=≈≠≡<>≤≥∼≃∝→⇒⇔←↔+−±×·∪∩∈⊂⊆]/gu;

/** The largest size at which a formula stands in one line; what has rows of its own keeps the least. */
export function formulaSize(formula: Element): number {
  if (allElements(formula).some(({ tagName }) => tagName === 'mtable')) return LEAST;
  const text = textOf(formula).replace(/\s/gu, '');
  const signs = text.match(SIGN)?.length ?? 0;
  const width = [...text].length * LETTER + signs * AROUND_SIGN;
  return SIZES.find((size) => width * size <= WIDEST) ?? LEAST;
}
