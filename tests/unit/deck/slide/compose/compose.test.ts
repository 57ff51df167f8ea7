import { describe, expect, test } from 'vitest';
import { compileDeck } from '../../../../../src/deck/deck.ts';
import type { Composing } from '../../../../../src/deck/slide/compose/composition.ts';
import { setFormula } from '../../../../../src/deck/slide/formulas/temml.ts';

/** As much of a PNG as says how wide and high it is. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** As much of a JPEG as says how wide and high it is. */
function jpeg(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(40);
  bytes.write('ffd8ffe00010', 'hex');
  bytes.write('ffc0001108', 20, 'hex');
  bytes.writeUInt16BE(height, 25);
  bytes.writeUInt16BE(width, 27);
  return bytes;
}

/** Pictures of the decks here, by how wide and high they are. */
const PICTURES: Readonly<Record<string, Uint8Array>> = {
  'wide.png': png(2000, 1000),
  'broad.png': png(1500, 1000),
  'tall.png': png(700, 1100),
  'broad.jpg': jpeg(1500, 1000),
  'tall.jpg': jpeg(700, 1100),
  'stamp.png': png(200, 140),
  'small.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"/>'),
};

function compile(markdown: string, composing: Composing = 'fully') {
  const { deck, problems } = compileDeck(
    {
      name: 'deck',
      slides: [{ path: 'a.md', text: markdown }],
      read: () => undefined,
      has: () => true,
      paths: [],
      readBytes: (path) => PICTURES[path],
    },
    {
      measure: (text, _face, size) => text.length * size * 0.46,
      kinds: new Map(),
      uncovered: () => [],
      composing,
      setFormula,
    },
  );
  const slides = deck.slides.map((slide) => ({
    classes: slide.attributes.get('class') ?? '',
    html: slide.pages(deck.bibliography)[0] ?? '',
    css: slide.css,
    fold: slide.fold,
    unsure: slide.attributes.has('data-unsure'),
  }));
  return { slides, problems };
}

const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n % 10}`).join(' ');
const first = (markdown: string, composing?: Composing) =>
  compile(markdown, composing).slides[0] ?? { classes: '', html: '', css: '', fold: undefined };

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

  test('not where its author or markup of another kind composes it', () => {
    expect(first('<!-- .slide: class="quote" -->\n> said').classes).toBe('quote');
    expect(first('<!-- .slide: class="layout-none" -->\ntext').classes).toBe('layout-none');
    expect(first('<div class="r-stack"><img src="a.png" alt="a"></div>').classes).toBe('loose');
    expect(first('<div class="grid-2">words</div>').classes).toBe('loose');
    expect(first('<div style="float: left">words</div>').classes).toBe('loose');
    expect(first('<div class="card"><div>words</div></div>').classes).toBe('loose');
    expect(first('## Name\n\n- a', 'not').html).not.toContain('composed');
  });

  test('also where words stand in a box of HTML', () => {
    const box = (html: string) => first(`## N\n\n${words(20)}\n\n${html}`);
    expect(box('<div class="box">\n<strong>One</strong><br>\ntwo\n</div>').classes).toContain('layout-text');
    expect(box('<div class="box">\n\nOne\n\n</div>').html).toContain('class="box words"');
  });

  test('also where breaks make room between its blocks: what is composed has its room', () => {
    const plain = first(`## N\n\n${words(20)}\n\n- a\n- b\n\n${words(9)}`);
    const broken = first(`## N\n\n${words(20)}\n\n<br>\n\n- a\n- b\n\n<br/><br/>\n\n${words(9)}`);
    expect(broken.classes).toBe(plain.classes);
    expect(broken.html.replaceAll('\n', '')).toBe(plain.html.replaceAll('\n', ''));
    expect(first('## N\n\n<div class="card"><div>a</div></div>\n\n<br>\n\nb').html).toContain('<br>');
    expect(first('## N\n\na<br>b', 'not').html).toContain('<br>');
  });

  test('in columns only where the longest line of code fits one', () => {
    const code = (length: number) => `\`\`\`js\n${'x'.repeat(length)}\n\`\`\``;
    const under = (length: number) => `## N\n\n### One\n\n${code(length)}\n\n### Two\n\n${code(9)}`;
    expect(first(under(40)).classes).toContain('layout-columns');
    expect(first(under(80)).classes).toContain('layout-code');
  });

  test('otherwise where its author asks for it by a class', () => {
    expect(first('<!-- .slide: class="layout-text size-28" -->\n- a\n- b').classes).toBe(
      'layout-text size-28 composed gathered',
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

  test('end a head where most of its numbers end', () => {
    const head = (...numbers: readonly string[]) => {
      const { html } = first(`| a | b |\n|---|---|\n${numbers.map((one) => `| x | ${one} |\n`).join('')}`);
      return /<th([^>]*)>b/.exec(html)?.[1];
    };
    expect(head('41.5', '70', '163', '–')).toBe(' align="right" class="short-1 no-point"');
    expect(head('40', '38.25', '12.1')).toBe(' align="right" class="short-1"');
    expect(head('92.5', '71', '12.4')).toBe(' align="right"');
    expect(head('40 mm', '38.25 cm', '12.1 m')).toBe(' align="right"');
  });

  test('have rows as far apart as their room lets them be, in small steps', () => {
    const long = 'x'.repeat(38);
    const table = (rows: number) => `## N\n\n| a | b |\n|---|---|\n${`| ${long} | ${long} |\n`.repeat(rows)}`;
    const gaps = [4, 5, 6].map((rows) => /--gap:([\d.]+)em/.exec(first(table(rows)).css)?.[1]);
    expect(gaps).toEqual(['0.5', '0.4', '0.3']);
  });

  test('take larger letters before looser rows', () => {
    const look = (rows: number) => {
      const { classes, css } = first(`## N\n\n| a | b |\n|---|---|\n${'| x | y |\n'.repeat(rows)}`);
      return [/size-\d+/.exec(classes)?.[0], /--gap:([\d.]+)em/.exec(css)?.[1]];
    };
    expect([8, 9, 10, 11, 12].map(look)).toEqual([
      ['size-40', '0.3'],
      ['size-40', '0.2'],
      ['size-34', '0.2'],
      ['size-28', '0.3'],
      ['size-28', '0.2'],
    ]);
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

test('a formula alone is as large as one line lets it be', () => {
  expect(first('## N\n\n$$E = mc^2$$').classes).toContain('layout-formula size-112');
});

describe('pictures', () => {
  test('show their caption and credit, with a dot between where no sentence ends', () => {
    const captionOf = (title: string) =>
      /<p class="caption">(.*?)<\/p>/.exec(first(`![what](a.png "${title}")`).html)?.[1];
    const credit = '<span class="credit">A. Walker</span>';
    expect(captionOf('At dawn. Credit: A. Walker')).toBe(`At dawn · ${credit}`);
    expect(captionOf('At dawn? Credit: A. Walker')).toBe(`At dawn? ${credit}`);
    expect(captionOf('Credit: A. Walker')).toBe(credit);
    expect(captionOf('At dawn')).toBe('At dawn');
  });
});

describe('a wide picture with few words', () => {
  const layoutOf = (markdown: string) => /layout-(\w+)/.exec(first(markdown).classes)?.[1];

  test('stands across the sheet, the words as they stand before or after it', () => {
    expect(layoutOf(`![what](wide.png)\n\n${words(25)}`)).toBe('above');
    expect(layoutOf(`## N\n\n${words(25)}\n\n![what](wide.png)`)).toBe('above');
  });

  test('stands beside more words, beside a list, and where it is less wide', () => {
    expect(layoutOf(`![what](wide.png)\n\n${words(26)}`)).toBe('beside');
    expect(layoutOf('![what](wide.png)\n\n- a\n- b')).toBe('beside');
    expect(layoutOf(`![what](broad.png)\n\n${words(10)}`)).toBe('beside');
    expect(layoutOf(`![what](unknown.png)\n\n${words(10)}`)).toBe('beside');
  });

  test('is as high as the words and the headline leave room for', () => {
    const tall = (markdown: string) => Number(/--tall:([\d.]+)rem/.exec(first(markdown).css)?.[1]);
    const alone = tall('![what](wide.png)\n\nA line.');
    expect(alone).toBeGreaterThan(25);
    expect(alone).toBeLessThan(38);
    expect(tall(`![what](wide.png)\n\n${words(25)}`)).toBeLessThan(alone);
    expect(tall('## A headline\n\n![what](wide.png)\n\nA line.')).toBeLessThan(alone);
  });
});

describe('a picture beside words', () => {
  const side = (markdown: string) => Number(/--picture-side:([\d.]+)rem/.exec(first(markdown).css)?.[1]);
  const text = `## N\n\n${words(40)}\n\n`;

  test('leaves them what its shape does not need', () => {
    expect(side(`${text}![what](broad.png)`)).toBeCloseTo(44, 0);
    expect(side(`${text}![what](tall.png)`)).toBeLessThan(26);
    expect(side(`${text}![what](unknown.png)`)).toBeNaN();
  });

  test('runs to the edges where it is a photograph without a caption', () => {
    const toEdges = (picture: string) => first(text + picture).html.includes('picture to-edges');
    expect(toEdges('![what](tall.jpg)')).toBe(true);
    expect(toEdges('![what](tall.jpg "A caption")')).toBe(false);
    expect(toEdges('![what](tall.png)')).toBe(false);
  });
});

describe('a picture alone', () => {
  const html = (markdown: string) => first(markdown).html;

  test('has its caption beside it where there is room, else below', () => {
    expect(html('## N\n\n![what](broad.png "Caption")')).toContain('picture captioned-beside');
    expect(html('## N\n\n![what](wide.png "Caption")')).toContain('picture at-the-margin');
  });

  test('stands beside its headline where it is narrow', () => {
    expect(first('## N\n\n![what](tall.png)').classes).toContain('layout-beside');
    expect(first('![what](tall.png)').classes).toContain('layout-picture');
  });

  test('of 3 to 2 or 16 to 9 leaves no strip bare: its headline stands beside it where no word of it is too long', () => {
    const layout = (markdown: string) => /layout-\w+/.exec(first(markdown).classes)?.[0];
    expect(layout('## The road comes in\n\n![what](broad.jpg)')).toBe('layout-beside');
    expect(layout('## Donaudampfschifffahrt\n\n![what](broad.jpg)')).toBe('layout-picture');
    expect(layout(`## ${words(20)}\n\n![what](broad.jpg)`)).toBe('layout-picture');
    expect(layout('## N\n\n![what](broad.jpg "Caption")')).toBe('layout-picture');
    expect(beside('## The road comes in\n\n![what](broad.jpg)') * 24).toBeCloseTo(1412, 0);
    // A column wide enough for three lines takes a little of the picture.
    expect(beside('## The road comes in from the western hills\n\n![what](broad.jpg)')).toBeLessThan(
      beside('## N\n\n![what](broad.jpg)'),
    );
    expect(beside('## The road comes in\n\n![what](broad.png)') * 24).toBeCloseTo(1224, 0);
  });

  const beside = (markdown: string) => Number(/--picture-wide:([\d.]+)rem/.exec(first(markdown).css)?.[1]);

  test('is as large as the sheet lets it, a drawing also beyond its own size', () => {
    const wide = (markdown: string) =>
      Math.round(Number(/--wide:([\d.]+)rem/.exec(first(markdown).css)?.[1]) * 24);
    expect(beside('## N\n\n![what](small.svg)') * 24).toBeGreaterThan(1150);
    expect(wide('## N\n\n![what](wide.png)')).toBeGreaterThan(1500);
    expect(wide('## N\n\n![what](stamp.png)')).toBe(400);
    expect(beside(`## N\n\n${words(40)}\n\n![what](stamp.png)`)).toBeLessThan(20);
    expect(wide('![what](stamp.png)')).toBe(400);
    expect(wide('![what](wide.png "Caption")')).toBe(1920);
    expect(html('![what](broad.jpg)')).toContain('class="picture"');
  });
});

describe('a set of pictures', () => {
  const four = Array.from({ length: 4 }, () => '![what](broad.png)').join('\n');

  test('stands in the middle of the sheet where it leaves much of the height empty', () => {
    const { classes, html } = first('## N\n\n![what](wide.png)\n![what](wide.png)\n![what](wide.png)');
    expect(classes).toContain('gathered');
    expect(html).not.toContain('by-headline');
  });

  test('stands beside its headline where much of the width would be bare below it', () => {
    const slide = first(`## N\n\n${four}`);
    expect(slide.html).toContain('by-headline');
    expect(slide.classes).not.toContain('gathered');
    expect(Number(/--set:([\d.]+)rem/.exec(slide.css)?.[1])).toBeGreaterThan(45);
  });

  test('stands below a headline too long for a column', () => {
    expect(first(`## ${words(30)}\n\n${four}`).html).not.toContain('by-headline');
    expect(first(four).html).not.toContain('by-headline');
  });
});

describe('little content', () => {
  test('stands in the middle of the sheet with its headline; much begins at the top', () => {
    const gathered = (markdown: string) => first(markdown).classes.includes('gathered');
    expect(gathered('## N\n\n```js\nlet x;\n```')).toBe(true);
    expect(gathered(`## N\n\n${words(19)}`)).toBe(true);
    expect(gathered(`## N\n\n- a\n  - b\n  - c\n- d\n- e`)).toBe(true);
    expect(gathered(`## N\n\n${words(160)}`)).toBe(false);
    expect(gathered('## N\n\n![what](wide.png)')).toBe(false);
  });
});

describe('a leaf', () => {
  test('that says one short thing says it large', () => {
    const brief = (leaf: string) => first(`## N\n\n::: leaf\n${leaf}\n:::`).html.includes('class="brief');
    expect(brief('The treaty says 60.')).toBe(true);
    expect(brief(words(26))).toBe(false);
    expect(brief('One.\n\nTwo.')).toBe(false);
    expect(brief('### Head\n\nOne.')).toBe(false);
  });

  test('and the words left of it are as large as they fit', () => {
    const slide = (left: string, leaf: string) => first(`## N\n\n${left}\n\n::: leaf\n${leaf}\n:::`);
    expect(slide('text', 'more').classes).toBe('folded size-48 gathered');
    expect(slide('text', 'more\n\nand more').classes).toBe('folded size-48 gathered');
    expect(slide(words(90), 'more').classes).toMatch(/^folded size-(34|40)$/);
    expect(slide('text', '### Head\n\nOne.').html).toContain('class="leaf size-40"');
    expect(slide('text', words(90)).html).toContain('class="leaf size-28"');
    // Who said a quotation is told alike on every such slide, whether much is to be told or little.
    const quote = (leaf: string) => slide('<!-- .slide: class="quote" -->\n\n> text', leaf).html;
    expect(quote('### Head\n\nOne.')).toContain('class="leaf size-34"');
    expect(quote(`### Head\n\n${words(45)}`)).toContain('class="leaf size-34"');
    expect(slide('<p class="mine">text</p>', '<p class="mine">more</p>').classes).toBe('');
  });

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

test('a slide is unsure of its room where anything on it has a height that words do not tell, however deep', () => {
  const plain = ['- a\n- b', 'a **b** `c`', '| a | b |\n|---|---|\n| 1 | 2 |', '> a\n\nb', '```\na\n```'];
  const tall = [
    '- a\n  - b <input type="checkbox">',
    'a <b>b <select></select></b>',
    '> a\n>\n> > b <video></video>',
  ];
  const unsure = (content: string) => compile(`## A headline\n\n${content}`).slides[0]?.unsure;
  expect(plain.map(unsure)).toEqual(plain.map(() => false));
  expect(tall.map(unsure)).toEqual(tall.map(() => true));
});
