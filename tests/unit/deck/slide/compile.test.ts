import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/base/problem.ts';
import { compileDeck } from '../../../../src/deck/deck.ts';
import type { MakeFigure } from '../../../../src/deck/figure.ts';
import type { DeckFiles } from '../../../../src/deck/files.ts';

/** A figure that needs as many pages as its body says. */
const pagesFigure: MakeFigure = ({ body }) => ({
  cites: [],
  css: '',
  pages: () => Array.from({ length: Number(body) }, (_, page) => `<figure>page ${page + 1}</figure>`),
});

function compile(markdown: string, others: Readonly<Record<string, string>> = {}) {
  const files: DeckFiles = {
    name: 'deck',
    slides: [{ path: 'a.md', text: markdown }],
    read: (path) => others[path],
    has: (path) => path in others,
    paths: Object.keys(others),
  };
  const { deck, problems } = compileDeck(files, {
    measure: (text, _face, size) => text.length * size * 0.5,
    kinds: new Map([['pages', pagesFigure]]),
    uncovered: (text) => [...text].filter((character) => character === '☂'),
  });
  return { deck, problems: problems.map(formatProblem) };
}

function html(markdown: string): string {
  const { deck, problems } = compile(markdown);
  expect(problems).toEqual([]);
  return deck.slides[0]?.pages(deck.bibliography)[0]?.trim() ?? '';
}

describe('a slide', () => {
  test('takes its id and attributes from its directive, and leaves no comment behind', () => {
    const { deck } = compile('<!-- .slide: id="one" class="quote" data-x -->\n# One');
    expect(deck.slides[0]?.id).toBe('one');
    expect(Object.fromEntries(deck.slides[0]?.attributes ?? [])).toEqual({
      id: 'one',
      class: 'quote',
      'data-x': '',
    });
    expect(deck.slides[0]?.pages(deck.bibliography)[0]).not.toContain('<!--');
  });

  test('is named by its headline where it names no id, and never twice alike', () => {
    const { deck } = compile('# What is open?\n---\n# What is open?\n---\n# 1945\n---\ntext');
    expect(deck.slides.map(({ id }) => id)).toEqual([
      'what-is-open',
      'what-is-open-2',
      'slide-1945',
      'slide',
    ]);
  });

  test('passes attributes to the element before the comment, in lists to the entry', () => {
    expect(html('text <!-- .element: class="fragment" -->')).toBe('<p class="fragment">text </p>');
    expect(html('- a\n- b <!-- .element: class="fragment" -->')).toContain('<li class="fragment">b </li>');
  });

  test('keeps the line steps of code, and escapes what stands after the fence', () => {
    expect(html('```js [12: 1-2|4]\nlet a;\n\n\n\n```')).toContain(
      '<code data-line-numbers="1-2|4" data-ln-start-from="12" class="js">',
    );
    expect(html('```"><b>\nx\n```')).not.toContain('<b>');
  });

  test('says the language of Japanese, the day of a date, and keeps names in one piece', () => {
    expect(html('On 11 January 2023: 日英同盟 and U.S.-Japan')).toBe(
      '<p>On <time datetime="2023-01-11">11 January 2023</time>: <span lang="ja">日英同盟</span> and <span class="unbroken">U.S.-Japan</span></p>',
    );
  });

  test('leaves code as it is written', () => {
    expect(html('`11 January 2023 日英同盟 [@x]`')).toBe('<p><code>11 January 2023 日英同盟 [@x]</code></p>');
  });

  test('lets divs nest, with Markdown inside', () => {
    expect(html('::: columns\n::: column\n**a**\n:::\n::: column\nb\n:::\n:::').replace(/\n/g, '')).toBe(
      '<div class="columns"><div class="column"><p><strong>a</strong></p></div><div class="column"><p>b</p></div></div>',
    );
  });

  test('moves styles into the deck’s sheet, since the page’s policy refuses them where they stand', () => {
    const { deck } = compile('<!-- .slide: id="a" -->\n<p style="color: red">x</p>');
    expect(deck.slides[0]?.pages(deck.bibliography)[0]).toContain('<p class="a-style-1">');
    expect(deck.slides[0]?.css).toBe('.a-style-1{color:red}');
  });

  test('becomes several pages where its figure needs them', () => {
    const { deck } = compile('## All\n\n```pages\n3\n```');
    expect(deck.slides[0]?.pages(deck.bibliography)).toHaveLength(3);
  });
});

describe('citations', () => {
  const sources =
    '- {id: a, type: report, title: A}\n- {id: treaty, type: treaty, title: T}\n- {id: unused, type: book, title: U}\n';

  test('leave the text, and are numbered by group as the list has them', () => {
    const { deck, problems } = compile('A claim [@a; @treaty]. More.\n\nNote: said [@a]', {
      'sources.yaml': sources,
    });
    expect(problems).toEqual([
      'sources.yaml:3:8: notice: a work is cited nowhere: "unused". Works that nothing cites are left out of the Sources slides. Cite them, or take them away.',
    ]);
    expect(deck.slides[0]?.pages(deck.bibliography)[0]).toBe('<p>A claim. More.</p>');
    expect(deck.bibliography.entry('treaty')?.number).toBe(1);
    expect(deck.bibliography.entry('a')?.number).toBe(2);
    expect(deck.bibliography.entry('unused')).toBeUndefined();
  });

  test('to an unknown work are a problem with its place and the nearest name', () => {
    expect(compile('x\n\nA claim [@treati]', { 'sources.yaml': sources }).problems).toEqual([
      'a.md:3:11: error: unknown source "treati". Did you mean "treaty"? Works are listed in sources.yaml.',
    ]);
  });
});

describe('problems', () => {
  test.each([
    [
      "# A\n<!-- .element: class='x' -->",
      'a.md:2:1: notice: the .element directive has a part that cannot be read: class=\'x\'. Write <!-- .element: key="value" -->, with double quotes and a value that is not empty.',
    ],
    [
      '# A\n\n<script>x</script>',
      'a.md:3:1: notice: the <script> is taken out. Take it away, or write "trust: true" in the front matter if you vouch for this deck.',
    ],
    [
      '# A\n\n[x](javascript:alert(1))',
      'a.md:3:5: notice: <a href="…"> is taken out: it would run a program. Take it away, or write "trust: true" in the front matter if you vouch for this deck.',
    ],
    [
      '# A\n\n![x](https://example.org/a.png)',
      'a.md:3:6: notice: the picture https://example.org/a.png lies on another host. Bring it into the deck with "orihon fetch": a talk must not depend on a network. Until then a frame stands in its place.',
    ],
    ['# A\n\n:::', 'a.md:3:1: notice: ":::" closes nothing. Take it away, or open with "::: leaf" above.'],
    [
      '<!-- .slide: data-sources="none" -->\n\n```pages\n1',
      'a.md:3:1: error: the pages figure is never closed. End it with a line ```.',
    ],
    ['---\ntitel: x\n---\n# A', 'a.md:2:1: notice: unknown key "titel". Did you mean "title"?'],
    [
      '---\ntitle: x\nseparator: "x*"\n---\n# A',
      'a.md:3:12: error: "separator" is "x*". Write separator as a regular expression, e.g. "\\r?\\n---\\r?\\n".',
    ],
    [
      '# A\n\n[b](#/bridg)\n\n---\n<!-- .slide: id="bridge" -->\n# B',
      'a.md:3:5: notice: the link #/bridg leads nowhere. Did you mean "bridge"?',
    ],
    [
      '# A ☂',
      'a.md:1:5: notice: no face at hand holds these emoji: \'☂\' (U+2602). They come from a font of the machine that shows the deck. To have them alike everywhere, install @fontsource/noto-emoji where the command runs, or name a font under "fonts".',
    ],
    ['<!-- .slide: id="7" -->\n# A', 'a.md:1:1: notice: the id "7" is a number. Numbers move; write a word.'],
    ['', 'a.md:1:1: error: the deck has no slides. Write some Markdown in it, e.g. "# A title".'],
  ])('%j', (markdown, problem) => {
    expect(compile(markdown).problems).toEqual([problem]);
  });
});
