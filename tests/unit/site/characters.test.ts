import { expect, test } from 'vitest';
import { loadCmaps } from '../../../src/fonts/instances.ts';
import { usedCharacters } from '../../../src/site/characters.ts';

test('what a figure knows of itself in attributes is passed over, and no text that looks like one', async () => {
  const cmaps = await loadCmaps();
  const lettersOf = (html: string) => {
    const codes = [...usedCharacters(html, cmaps).values()].flatMap((one) => [...one]);
    return [...new Set(codes)].map((code) => String.fromCodePoint(code)).join('');
  };
  expect(lettersOf('<div data-walks="[[0,[[0,0,&quot;Q, 1&quot;,0]]]]">a</div>')).toBe('a');
  expect(lettersOf('<p> data-a="bc"</p><i data-b="&quot;">e</i>')).toBe(' dat-="bce');
  expect(lettersOf('<p> data-a="bc</p><i data-b="&quot;Q">e</i>')).toBe(' dat-="bce');
});

test('what says how a text is set is heard among other attributes', async () => {
  const cmaps = await loadCmaps();
  const displayed = (html: string) =>
    String.fromCodePoint(...(usedCharacters(html, cmaps).get('mincho') ?? []));
  const plain = (html: string) => String.fromCodePoint(...(usedCharacters(html, cmaps).get('gothic') ?? []));
  expect(displayed('<section id="a" class="layout-title size-190" data-unsure=""><p>日</p></section>')).toBe(
    '日',
  );
  expect(displayed('<p data-a="class" class="words display" id="x">本</p>')).toBe('本');
  expect(displayed('<p id="x" class="displayed" data-class="display">語</p>')).toBe('');
  expect(plain('<iframe id="a" title="日" data-src="本"></iframe>')).toBe('日本');
  expect(plain('<iframe alt="a title=" src="語"></iframe>')).toBe('語');
  expect(plain('<i title="日" id="1 > 0">本</i> &lt;b a="語"&gt;')).toBe('本語');
});

const PIECES = [
  ...[
    '<h1 class="a > b">Éa</h1>',
    '<p title="Q">x &amp; y</p>',
    '<!-- Z > <b>W</b> -->',
    'plain\n',
    '\u00ad',
  ],
  ...[
    '<code>if (a &lt; b) c&nbsp;&quot;d&quot;</code>',
    '<div data-x=\'"R"\'>…—</div>',
    '<br>',
    '“ﬁ”',
    '&gt;',
  ],
  ...[
    '<blockquote class="display">n</blockquote>',
    '<svg viewBox="0 0 1 1"><text x="1">½</text></svg>',
    '</p>',
  ],
  ...[
    '<style>U{}</style>',
    '<math><mi>k</mi></math>',
    '<iframe title="V"></iframe>',
    '&#84;',
    '< I',
    '→',
    '☃',
  ],
];

test('a page in Latin letters has the characters that a parser finds on it', async () => {
  const cmaps = await loadCmaps();
  const han = '日'.codePointAt(0) ?? 0;
  const codes = (html: string) =>
    [...usedCharacters(html, cmaps)].map(([face, set]) => [
      face,
      [...set].filter((code) => code !== han).sort(),
    ]);
  let chance = 1;
  const next = (): number => {
    chance = (chance * 48_271) % 0x7fffffff;
    return chance;
  };
  for (let nth = 0; nth < 400; nth++) {
    const html = Array.from({ length: 3 }, () => PIECES[next() % PIECES.length]);
    const page = html.join('');
    // A letter that the face of headlines lacks sends the page to the parser.
    const parsed = codes(`<i>日</i>${page}`).filter(([, set]) => set?.length !== 0);
    expect(
      codes(page)
        .filter(([, set]) => set?.length !== 0)
        .sort(),
      page,
    ).toEqual(parsed.sort());
  }
});
