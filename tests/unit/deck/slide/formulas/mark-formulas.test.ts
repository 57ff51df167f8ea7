import { expect, test } from 'vitest';
import { markFormulas } from '../../../../../src/deck/slide/formulas/mark-formulas.ts';
import { parseHtml, writeHtml } from '../../../../../src/deck/slide/html-tree.ts';

function marked(html: string): string {
  const tree = parseHtml(html);
  markFormulas(tree);
  return writeHtml(tree);
}

test('formulas in HTML are marked, in text alone', () => {
  expect(marked('<p>a \\(z\\) $</p>')).toBe('<p>a <span class="math inline">z</span> $</p>');
  expect(marked('<p>\\[a &amp; b\\] &lt;</p>')).toBe(
    '<p><span class="math display">a &amp; b</span> &lt;</p>',
  );
  expect(marked('<p>$$x$$, $x^2$</p>')).toBe(
    '<p><span class="math display">x</span>, <span class="math inline">x^2</span></p>',
  );
  for (const same of ['<code>$x$</code>', '<p>It costs $5 or $6</p>', '<p>a\\b</p>'])
    expect(marked(same)).toBe(same);
});
