import { expect, test } from 'vitest';
import { formulaSize } from '../../../../../src/deck/slide/compose/formula-size.ts';
import { setFormula } from '../../../../../src/deck/slide/formulas/temml.ts';
import { allElements, parseHtml } from '../../../../../src/deck/slide/html-tree.ts';

function sizeOf(tex: string): number | undefined {
  const set = setFormula(tex, { isDisplay: true });
  const [math] = 'mathml' in set ? allElements(parseHtml(set.mathml)) : [];
  return math && formulaSize(math);
}

test('a formula alone is as large as one line lets it be', () => {
  expect(sizeOf('E = mc^2')).toBe(112);
  expect(sizeOf(String.raw`\log_2 n! \approx n \log_2 n - 1.44\,n`)).toBe(96);
  expect(sizeOf(String.raw`x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}`)).toBe(112);
  expect(sizeOf('a + b + c + d + e + f + g + h + i = j')).toBe(84);
  expect(sizeOf('a + b + c + d + e + f + g + h + i + j + k + l + m + n = o')).toBe(52);
  expect(sizeOf('a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s = t')).toBe(40);
});

test('a formula with rows has one size', () => {
  expect(sizeOf(String.raw`\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}`)).toBe(64);
});
