import { describe, expect, test } from 'vitest';
import { applyAttributeLists } from '../../../../src/deck/slide/attribute-lists.ts';
import { parseHtml, writeHtml } from '../../../../src/deck/slide/html-tree.ts';
import { renderMarkdown } from '../../../../src/deck/slide/markdown.ts';

function apply(markdown: string) {
  const tree = parseHtml(renderMarkdown(markdown));
  const slide = new Map<string, string>();
  applyAttributeLists(tree, slide);
  return { html: writeHtml(tree).trim(), slide: Object.fromEntries(slide) };
}

describe('a list of attributes', () => {
  test.each([
    ['Red words {.red}', '<p class="red">Red words</p>'],
    ['- one{.fragment .fade-up}', '<ul>\n<li class="fragment fade-up">one</li>\n</ul>'],
    ['A **bold**{.red} word', '<p>A <strong class="red">bold</strong> word</p>'],
    ['![x](a.png){width=300 .wide}', '<p><img src="a.png" alt="x" width="300" class="wide"></p>'],
    ['- one\n- two\n\n{.fragment}', '<ul class="fragment">\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['A [red *word*]{.red} here', '<p>A <span class="red">red <em>word</em></span> here</p>'],
    ['A [word] {.red}', '<p class="red">A [word]</p>'],
    ['Text {data-id="a b"}', '<p data-id="a b">Text</p>'],
  ])('%s', (markdown, html) => {
    expect(apply(markdown).html).toBe(html);
  });

  test('on the first heading names and paints the slide', () => {
    expect(apply('## Below {#here .big data-background-color="#123"}')).toEqual({
      html: '<h2 class="big">Below</h2>',
      slide: { id: 'here', 'data-background-color': '#123' },
    });
  });

  test('on a heading without words leaves its attributes alone, as Pandoc has them', () => {
    expect(apply('## {background-image="a.png" transition=zoom}\n\nText')).toEqual({
      html: '<p>Text</p>',
      slide: { 'data-background-image': 'a.png', 'data-transition': 'zoom' },
    });
  });

  test.each([
    'A set {a, b}',
    'Braces {}',
    '{{ liquid }}',
    'x = {1: 2}',
    '`code {.red}`',
    'A {word}',
    '{#if x}',
  ])('is nothing else in braces: %s', (markdown) => {
    expect(apply(markdown).html).toBe(renderMarkdown(markdown).trim());
  });
});
