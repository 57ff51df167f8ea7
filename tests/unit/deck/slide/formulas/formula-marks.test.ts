import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../../../src/deck/slide/markdown.ts';

const inline = (tex: string) => `<span class="math inline">${tex}</span>`;
const display = (tex: string) => `<span class="math display">${tex}</span>`;

describe('formulas in Markdown', () => {
  test.each([
    ['$x_1$', inline('x_1')],
    ['a \\(x_1\\) b', `a ${inline('x_1')} b`],
    ['`$$ J $$`', display('J')],
    ['a $$y$$ b', `a ${display('y')} b`],
    ['*a $b*c$ d*', `<em>a ${inline('b*c')} d</em>`],
    ['$a_1$ and $b_2$', `${inline('a_1')} and ${inline('b_2')}`],
    ['$\\{x\\}$', inline('\\{x\\}')],
  ])('%s is set', (text, html) => {
    expect(renderMarkdown(text).trim()).toBe(`<p>${html}</p>`);
  });

  test('a matrix keeps its line ends, and a line that begins with a sign is no list', () => {
    const html = renderMarkdown('Text\n$$\na \\\\ b\n+ c\n= d\n$$\nmore');
    expect(html).toBe(`<p>Text</p>\n<p>${display('a \\\\ b\n+ c\n= d')}</p>\n<p>more</p>\n`);
  });

  test('what Slidev writes behind the first signs is no part of the formula', () => {
    for (const mark of ['{1|3|all}', '{1|3|all}{at:4}', '{2-3|5,7|hide}'])
      expect(renderMarkdown(`Block\n$$ ${mark}\na &\n\n= b\n$$\n`)).toBe(
        `<p>Block</p>\n<p>${display('a &amp;\n\n= b')}</p>\n`,
      );
    expect(renderMarkdown('$$ {a}_1 $$')).toBe(`<p>${display('{a}_1')}</p>\n`);
    expect(renderMarkdown('$$ {x}\n+ {y}\n$$')).toBe(`<p>${display('{x}\n+ {y}')}</p>\n`);
  });

  test.each([
    'The boat was $5 and the oar $10.',
    'from US$5 to US$6, $5–$6',
    '$5 or more for 3$',
    'echo $HOME and $PATH',
    'a $ sign, and another $',
    'The `$x$` of a shell',
  ])('%s holds no formula', (text) => {
    expect(renderMarkdown(text)).not.toContain('math');
  });

  test('a bracket that is only escaped holds words', () => {
    expect(renderMarkdown('\\[sic\\]')).toBe('<p>[sic]</p>\n');
    expect(renderMarkdown('\\[x^2\\]')).toBe(`<p>${display('x^2')}</p>\n`);
  });
});
