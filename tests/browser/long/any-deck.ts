import { figureSamples } from '../../figure-samples.ts';

/** Files of a deck, by path from its folder. */
export type DeckOfText = ReadonlyMap<string, string>;

/**
 * A deck of all that may stand on slides, put together by chance: headings that skip levels, lists in lists, tables,
 * formulas, emoji, other languages and scripts, code, quotations, pictures with and without words, footnotes, notes,
 * hidden slides, stacks, grounds, charts and timelines.
 * @param seed the same seed gives the same deck
 */
export function anyDeck(seed: number): DeckOfText {
  const pick = dice(seed);
  const count = 4 + pick(5);
  const slides = Array.from({ length: count }, (_, index) => slide(index, pick));
  const marks = Array.from({ length: count - 1 }, () => (pick(4) === 0 ? '\n\n--\n\n' : '\n\n---\n\n'));
  const body = slides.map((text, index) => text + (marks[index] ?? '')).join('');
  const meta = [
    `title: Deck ${seed}`,
    ...(pick(2) ? [`author: A. Nonymous & "Sons" <${seed}>`] : []),
    ...(pick(3) ? [] : ['date: 2024-05-17']),
    ...(pick(4) ? [] : ['lang: de']),
    'sources: none',
  ];
  return new Map([
    ['1.md', `---\n${meta.join('\n')}\n---\n\n${body}\n`],
    ['sky.svg', SKY],
    [
      'rain.csv',
      `year,north,south\n${[1, 2, 3, 4, 5, 6].map((at) => `${2000 + at},${pick(90)},${pick(90)}`).join('\n')}\n`,
    ],
    [
      'ways.csv',
      'date,end,title\n1701,,A road\n1734-05,1751,A canal is dug\n1802-03-04,,A bridge\n1850,,A railway\n',
    ],
  ]);
}

type Pick = (below: number) => number;

/** Whole numbers from 0 up to a bound, by a generator of Lehmer's kind. */
function dice(seed: number): Pick {
  let state = (seed * 48_271 + 11) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function slide(index: number, pick: Pick): string {
  const level = '#'.repeat(index === 0 ? 1 + pick(3) : 1 + pick(4));
  const head = pick(8) === 0 ? '' : `${level} Slide ${index + 1}${HEADS[pick(HEADS.length)]}\n\n`;
  const figure = pick(4) === 0 ? FIGURES[pick(FIGURES.length)] : undefined;
  const blocks = figure ? [figure] : Array.from({ length: 1 + pick(2) }, () => BLOCKS[pick(BLOCKS.length)]);
  const notes = pick(3) === 0 ? '\n\nNote: What is said: *well*, and\n\n- at length' : '';
  return `${DIRECTIVES[pick(DIRECTIVES.length)]}${head}${blocks.join('\n\n')}${notes}`;
}

const HEADS = [
  '',
  ' of `code`',
  ' with <span lang="fr">mots</span>',
  ' 🚲',
  ' → *there*',
  ' [linked](#/2)',
  ' $a^2$',
];

const DIRECTIVES = [
  ...['', '', '', '', ''],
  '<!-- .slide: data-background-color="#123a5a" -->\n\n',
  '<!-- .slide: data-background-image="sky.svg" -->\n\n',
  '<!-- .slide: data-background-gradient="linear-gradient(to bottom, #fff, #aac)" -->\n\n',
  '<!-- .slide: data-visibility="hidden" -->\n\n',
  '<!-- .slide: data-visibility="uncounted" -->\n\n',
  '<!-- .slide: class="statement" -->\n\n',
  '<!-- .slide: data-auto-animate -->\n\n',
];

const BLOCKS = [
  'Plain words, *slanted*, **strong**, ~~struck~~, `code` and a line<br>that breaks.',
  'A [link out](https://example.org/a?b=c&d=é), one [inside](#/1), a [letter](mailto:a@example.org).',
  '- one\n- two\n  - deeper\n    1. and a number\n    2. and one more\n  - back\n- three',
  '3. third\n4. fourth\n\n   with a paragraph\n\n   > and a quotation',
  '- [ ] to do\n- [x] done',
  '- first <!-- .element: class="fragment" -->\n- second <!-- .element: class="fragment fade-up" -->',
  '| name | number |\n|:--|--:|\n| **a** | 1.5 |\n| [b](https://example.org) | 20 |\n|  | – |',
  '| a | b | c |\n|---|---|---|\n| $x$ | 🌧️ | `k` |',
  '<table><tr><th>only</th><td>a</td></tr><tr><th>heads</th><td rowspan="2">b</td></tr><tr><th>left</th></tr></table>',
  '<table><tr><td>no</td><td>head</td></tr><tr><td colspan="2">at all</td></tr></table>',
  '> A quotation\n>\n> of two paragraphs — with *stress*',
  '```js [1|2-3]\nconst a = 1;\nconst b = "two"; // three\nconsole.log(a, b);\n```',
  '```\nplain   text\n\twith tabs\n```',
  'Inline $e^{i\\pi} + 1 = 0$ and\n\n$$\\int_0^1 x^2\\,dx = \\frac{1}{3}$$',
  '![](sky.svg)',
  '![A blue sky](sky.svg "with a title")',
  'Words round ![small](sky.svg) a picture.',
  'Weather 🌦️, people 👩‍🚒👨‍👩‍👧, a flag 🇯🇵 and ☕.',
  'In another tongue: <span lang="ja">日本語の文</span>, <i lang="la">in situ</i>, <span lang="el">ελληνικά</span>.',
  '<p lang="he" dir="rtl">שלום עולם 42</p>',
  'A claim[^1] and another[^2].\n\n[^1]: Where it is *from*.\n[^2]: See [there](https://example.org/there).',
  '<details><summary>More</summary>\n\nHidden at first.\n\n</details>',
  '<dl><dt>Term</dt><dd>What it means</dd><dt>Other</dt><dd>Something else</dd></dl>',
  '<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>, H<sub>2</sub>O, E = mc<sup>2</sup>, <kbd>Ctrl</kbd>, <mark>this</mark>, <abbr title="Portable Document Format">PDF</abbr>',
  '::: columns\n\n::: column\n\n### Left\n\nText\n\n:::\n\n::: column\n\n##### Right\n\n- list\n\n:::\n\n:::',
  '<figure><img src="sky.svg" alt="Sky"><figcaption>A caption with a [link](https://example.org)</figcaption></figure>',
  '<svg viewBox="0 0 100 40" width="300" height="120"><rect width="60" height="30" fill="#369"/><text x="5" y="20">drawn</text></svg>',
  '---\n\nAfter what is a slide of its own',
  '###### A deep heading\n\nand its text\n\n## A high one\n\nand more',
  '<hr>\n\n<address>Some street</address>\n\n<q lang="fr">cité</q>',
];

const FIGURES = [
  '```chart\nfile: rain.csv\n```',
  '```chart\nfile: rain.csv\nas: bars\nx: year\n```',
  '```chart\nfile: rain.csv\nas: columns\nstack: true\n```',
  '```timeline\nfile: ways.csv\n```',
  '```events\nfile: ways.csv\n```',
  '```book\nfile: ways.csv\n```',
  '```map\nalt: Two towns\nplaces:\n  - { name: Vienna, at: [16.4, 48.2] }\n  - { name: Linz, at: [14.3, 48.3] }\n```',
  ...figureSamples('It rained.').map(({ fence }) => fence),
  '```sources\nnote: What is cited\n```',
];

export const SKY =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="320" height="180"><rect width="320" height="180" fill="#9cf"/>' +
  '<circle cx="240" cy="60" r="30" fill="#fe8" fill-opacity=".8"/></svg>\n';
