import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../../../src/base/problem.ts';
import { setFormulas } from '../../../../../src/deck/slide/formulas/set.ts';
import { setFormula } from '../../../../../src/deck/slide/formulas/temml.ts';
import { parseHtml, writeHtml } from '../../../../../src/deck/slide/html-tree.ts';
import { renderMarkdown } from '../../../../../src/deck/slide/markdown.ts';
import { keepSafe } from '../../../../../src/deck/slide/safety.ts';

/** A text's formulas set and cleaned, as a slide's are. */
function set(content: string, how: typeof setFormula | undefined = setFormula) {
  const problems: Problem[] = [];
  const tree = parseHtml(renderMarkdown(content));
  const raw = { file: 'a.md', line: 3, content };
  setFormulas(tree, raw, { setFormula: how, report: (problem) => problems.push(problem) });
  keepSafe(tree, new Map(), raw, (problem) => problems.push(problem));
  return { html: writeHtml(tree), problems };
}

describe('formulas', () => {
  test('become MathML that keeps its TeX as what is read out, and nothing of it is taken out', () => {
    const { html, problems } = set(
      '$\\frac{a_1}{2}$\n\n$$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$$',
    );
    expect(html).toContain('<math alttext="\\frac{a_1}{2}"><mfrac><msub><mi>a</mi><mn>1</mn></msub>');
    expect(html.match(/<mtr>/g)).toHaveLength(2);
    expect(problems).toEqual([]);
  });

  test('have lengths that grow with the text', () => {
    expect(set('$$\\begin{matrix} 1 & 2 \\end{matrix}$$').html).not.toMatch(/\dpt/);
  });

  test('that cannot be read are shown as written, with a notice where they stand', () => {
    const { html, problems } = set('Text\n\nand $\\frac{1$ here');
    expect(html).toContain('<code>\\frac{1</code>');
    expect(problems).toMatchObject([{ severity: 'notice', place: { file: 'a.md', line: 5, column: 6 } }]);
  });

  test.each([
    '$\\href{javascript:alert(1)}{x}$',
    '$\\text{<script>alert(1)</script>}$',
    '$\\class{fragment}{x}$',
    '$\\def\\a{\\a\\a}\\a$',
    '$\\includegraphics{https://example.org/a.png}$',
  ])('let nothing in: %s', (text) => {
    expect(set(text).html).not.toMatch(/<script|href=|src=|<img|class="fragment/);
  });

  test('are left as code where nothing sets them', () => {
    expect(set('$x$', () => ({ fault: 'none' })).html).toBe('<p><code>x</code></p>\n');
  });
});
