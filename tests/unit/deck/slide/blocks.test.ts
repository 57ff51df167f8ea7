import { expect, test } from 'vitest';
import { formatProblem } from '../../../../src/base/problem.ts';
import { compileDeck } from '../../../../src/deck/deck.ts';

function compile(text: string) {
  const files = { name: 'deck', slides: [{ path: 'a.md', text }], read: () => undefined, has: () => false };
  const { deck, problems } = compileDeck(
    { ...files, paths: [] },
    { measure: (words) => words.length, kinds: new Map(), uncovered: () => [] },
  );
  const [slide] = deck.slides;
  const [html = ''] = slide?.pages(deck.bibliography) ?? [];
  return { html: html.replace(/\s*\n\s*/g, ''), notes: slide?.notes, told: problems.map(formatProblem) };
}

test('fenced divs are read with attributes, as Pandoc writes them', () => {
  const { html, told } = compile(
    ':::: {.columns}\n::: {.column width="40%"}\na\n:::\n::: {#b .column}\nb\n:::\n::::\n\n::: {.callout-tip title="Try it"}\nc\n:::\n',
  );
  expect(html).toContain('<div class="columns"><div class="column" width="40%"><p>a</p></div>');
  expect(html).toContain('<p>b</p>');
  expect(html).toContain('<div class="callout-tip"><p><strong>Try it</strong></p><p>c</p></div>');
  expect(told).toEqual([]);
});

test('notes of Pandoc are notes, and its steps are fragments', () => {
  const { html, notes, told } = compile(
    'a\n\n. . .\n\nb\n\n::: incremental\n- c\n:::\n\n::: {.notes}\nfor me\n:::\n\n```\n. . .\n```\n',
  );
  expect(html).toContain('<p>a</p><div class="fragment"><p>b</p></div>');
  expect(html).toContain('<li class="fragment">c</li>');
  expect(html).toContain('. . .</code>');
  expect(html).not.toContain('for me');
  expect(notes).toContain('for me');
  expect(told).toEqual([]);
});

test('what looks like a citation is text in a deck for Pandoc whose works are elsewhere', () => {
  const { html, told } = compile('---\nnocite: "@roll"\n---\n# A\n\nAs it says [@roll, 3], see [@fig:one].');
  expect(html).toContain('As it says [@roll, 3], see [@fig:one].');
  expect(told).toEqual([]);
});
