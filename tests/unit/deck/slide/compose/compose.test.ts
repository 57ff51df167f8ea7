import { describe, expect, test } from 'vitest';
import { compileDeck } from '../../../../../src/deck/deck.ts';
import type { Composing } from '../../../../../src/deck/slide/compose/composition.ts';

function compile(markdown: string, composing: Composing = 'fully') {
  const { deck, problems } = compileDeck(
    {
      name: 'deck',
      slides: [{ path: 'a.md', text: markdown }],
      read: () => undefined,
      has: () => true,
      paths: [],
    },
    {
      measure: (text, _face, size) => text.length * size * 0.46,
      kinds: new Map(),
      uncovered: () => [],
      composing,
    },
  );
  const slides = deck.slides.map((slide) => ({
    classes: slide.attributes.get('class') ?? '',
    html: slide.pages(deck.bibliography)[0] ?? '',
    fold: slide.fold,
  }));
  return { slides, problems };
}

const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n % 10}`).join(' ');
const first = (markdown: string, composing?: Composing) =>
  compile(markdown, composing).slides[0] ?? { classes: '', html: '', fold: undefined };

describe('a slide is composed by what stands on it', () => {
  test.each([
    ['title', '# Name\n\nwith a line'],
    ['part', '# Name'],
    ['statement', '## Name\n\nOne short sentence.'],
    ['statement', 'One short sentence.'],
    ['text', `## Name\n\n${words(60)}`],
    ['list', '## Name\n\n- a\n- b'],
    ['columns', '## Name\n\n### One\n\ntext\n\n### Two\n\ntext'],
    ['columns', '## Name\n\n::: columns\n::: column\n- a\n:::\n::: column\n- b\n:::\n:::'],
    ['picture', '## Name\n\n![what](a.png)'],
    ['pictures', '![what](a.png) ![what](b.png)'],
    ['beside', '## Name\n\n![what](a.png)\n\nSome text.'],
    ['table', '## Name\n\n| a | b |\n|---|---|\n| 1 | 2 |'],
    ['code', '## Name\n\n```js\nconst a = 1;\n```'],
    ['quotation', '> What was said.\n\nSomebody'],
  ])('%s: %j', (layout, markdown) => {
    expect(first(markdown).classes).toContain(`layout-${layout}`);
  });

  test('not where its author, a leaf or markup of another kind composes it', () => {
    expect(first('## Name\n\ntext\n\n::: leaf\nmore\n:::').classes).toBe('');
    expect(first('<!-- .slide: class="quote" -->\n> said').classes).toBe('quote');
    expect(first('<!-- .slide: class="layout-none" -->\ntext').classes).toBe('layout-none');
    expect(first('<div class="r-stack"><img src="a.png" alt="a"></div>').classes).toBe('');
    expect(first('## Name\n\n- a', 'not').html).not.toContain('composed');
  });

  test('otherwise where its author asks for it by a class', () => {
    expect(first('<!-- .slide: class="layout-text size-28" -->\n- a\n- b').classes).toBe(
      'layout-text size-28 composed',
    );
  });

  test('in order, with one element around what follows the headline', () => {
    expect(first('## Name\n\ntext\n\n- a').html.replaceAll('\n', '')).toBe(
      '<h2>Name</h2><div class="composed-content"><p>text</p><ul><li>a</li></ul></div>',
    );
  });
});

describe('sizes', () => {
  test('shrink with the words, never under the floor', () => {
    const sizeOf = (count: number) =>
      Number(/size-(\d+)/.exec(first(`## N\n\n${words(count)}`).classes)?.[1]);
    const sizes = [30, 60, 120, 200, 400, 1000].map(sizeOf);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBe(48);
    expect(sizes.at(-1)).toBe(28);
  });

  test('are alike on slides of one kind in a row', () => {
    const list = (count: number, entry: number) =>
      `## N\n\n${Array.from({ length: count }, () => `- ${words(entry)}`).join('\n')}`;
    const { slides } = compile([list(3, 4), list(7, 12)].join('\n\n---\n\n'));
    expect(slides.map(({ classes }) => /size-\d+/.exec(classes)?.[0])).toEqual(['size-40', 'size-40']);
  });

  test('give a few short entries a row each, and no others', () => {
    const ruled = (markdown: string) => first(markdown).classes.includes('ruled');
    expect(ruled('## N\n\n- one\n- two\n- three')).toBe(true);
    expect(ruled('## N\n\n1. one\n2. two')).toBe(true);
    expect(ruled(`## N\n\n- one\n- ${words(10)}`)).toBe(false);
    expect(ruled('## N\n\n- one\n  - two')).toBe(false);
    expect(ruled(`## N\n\n${'- one\n'.repeat(7)}`)).toBe(false);
  });

  test('let lists of lists run through two columns', () => {
    expect(first('- a\n  - b\n  - c\n- d\n  - e\n  - f\n  - g').classes).toContain('run-2');
  });

  test('are one smaller where a style sheet of the deck sets sizes', () => {
    expect(first('- a\n- b', 'cautiously').classes).toContain('size-40');
  });
});

describe('tables', () => {
  test('set numbers right, at their decimals', () => {
    const { html } = first('| a | b |\n|---|---|\n| x | 1.25 |\n| y | 27 |\n| z | – |');
    expect(html).toContain('<td align="right" class="numeric">1.25</td>');
    expect(html).toContain('class="numeric short-2 no-point">27</td>');
  });

  test('keep the alignment that was written', () => {
    const { html } = first('| a | b |\n|---|:-:|\n| x | 1 |\n| y | 27 |');
    expect(html).toContain('<td align="center">27</td>');
  });

  test('tell of a cell that is lost, and where', () => {
    const { problems } = compile('## N\n\n| a | b |\n|---|---|\n| `x | y` | 1 |\n| fine | 2 |');
    expect(problems).toMatchObject([
      { severity: 'notice', place: { line: 5 }, what: expect.stringContaining('"1" is lost') },
    ]);
  });
});

describe('pictures', () => {
  test('show their caption and credit', () => {
    expect(first('![what](a.png "At dawn. Credit: A. Walker")').html).toContain(
      '<p class="caption">At dawn <span class="credit">A. Walker</span></p>',
    );
  });
});

describe('a leaf', () => {
  test('that holds nothing is folded away', () => {
    const slide = first('## N\n\ntext\n\n::: leaf\n:::');
    expect(slide.fold).toBeUndefined();
    expect(slide.classes).toContain('layout-statement');
  });
});

describe('the title slide', () => {
  const front = '---\ntitle: T\nsubtitle: More\nauthor: Somebody\ndate: "2024-11-05"\n---\n';

  test('shows subtitle, author and date where it says no more', () => {
    const { html } = first(`${front}# T`);
    expect(html).toContain('<p class="subtitle">More</p>');
    expect(html).toMatch(/<p class="byline">Somebody · .*5 November 2024/);
  });

  test('says what its author says where he says it', () => {
    expect(first(`${front}# T\n\nOther`).html).not.toContain('More');
  });
});
