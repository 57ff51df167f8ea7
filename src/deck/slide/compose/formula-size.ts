import { allElements, type Element, textOf } from '../html-tree.ts';

/** Sizes of a formula that is alone on its slide, px. */
const SIZES = [112, 96, 84, 64, 52];
/** What has rows of its own is not measured here. */
const OF_ROWS = 64;
const LEAST = 40;
const WIDEST = 1400;
/** How wide a letter of a formula is, and the space around a sign between two of them, em, about. */
const LETTER = 0.6;
const AROUND_SIGN = 0.55;
const SIGN = /[=≈≠≡<>≤≥∼≃∝→⇒⇔←↔+−±×·∪∩∈⊂⊆]/gu;

/** The largest size at which a formula stands in one line; one with rows keeps one that has room for some. */
export function formulaSize(formula: Element): number {
  if (allElements(formula).some(({ tagName }) => tagName === 'mtable')) return OF_ROWS;
  const text = textOf(formula).replace(/\s/gu, '');
  const signs = text.match(SIGN)?.length ?? 0;
  const width = [...text].length * LETTER + signs * AROUND_SIGN;
  return SIZES.find((size) => width * size <= WIDEST) ?? LEAST;
}
