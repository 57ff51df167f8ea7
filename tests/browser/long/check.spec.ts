import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { formatProblem } from '../../../src/base/problem.ts';
import { measureDeck } from '../../../src/check/measure-deck.ts';
import { makeSite } from '../../../src/site/site.ts';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon-check-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the browser finds in a deck of this Markdown. */
async function measure(markdown: string): Promise<readonly string[]> {
  const deck = join(folder, 'deck.md');
  writeFileSync(deck, markdown);
  const { site } = await makeSite(deck, { notes: true });
  if (!site) throw new Error('the deck is broken');
  const found = await measureDeck(site, deck);
  if (typeof found === 'string') throw new Error(found);
  return found.map(formatProblem);
}

test('check measures what does not fit, is cut, is too small or too pale, and blames its line', async () => {
  const found = await measure(
    [
      '# Fits',
      '',
      'Words that are right.',
      '',
      '---',
      '',
      '## Too long',
      '',
      ...Array.from({ length: 60 }, (_, index) => `- entry number ${index + 1}`),
      '',
      '---',
      '',
      '## Cut',
      '',
      '<p style="height: 5rem; overflow: hidden">Kept. <br><br><br>Lost below the edge.</p>',
      '',
      '---',
      '',
      '## Hard to see',
      '',
      '<p style="font-size: 0.5rem">Tiny words</p>',
      '',
      '<p style="color: #bbb">Pale by day</p>',
      '',
      '<p style="color: #333">Pale by night</p>',
      '',
      '<p style="background: #000; color: #fff">White on black</p>',
      '',
      '---',
      '',
      '<!-- .slide: data-fold="b" -->',
      '',
      '## Beside the leaf, right',
      '',
      'Words, right, that break before the fold, however many of them there are beside a leaf.',
      '',
      '```',
      'a line of code that does not, and so it has to be told of by whoever measures it',
      '```',
      '',
      '::: leaf',
      'On the leaf, right.',
      ':::',
    ].join('\n'),
  );
  const sizes = '\\d+ px at 1024×768, \\d+ px at 1280×720, \\d+ px at 1920×1080, \\d+ px at 3840×2160';
  expect(found).toContainEqual(
    expect.stringMatching(/^deck\.md:7:1: notice: the slide holds more than its sheet, and is set at \d\d %/),
  );
  expect(found).toContainEqual(
    expect.stringMatching(
      new RegExp(
        `^deck\\.md:74:\\d+: error: <p class="[^"]+"> "Lost below the edge\\." is cut off by its box: ${sizes}\\.`,
      ),
    ),
  );
  expect(found).toContainEqual(
    expect.stringMatching(/^deck\.md:80:\d+: notice: <p class="[^"]+"> "Tiny words" is set in 12 px/),
  );
  expect(found).toContainEqual(
    expect.stringMatching(
      /^deck\.md:82:\d+: error: .*"Pale by day" stands out too little: 1\.\d:1 in light\./,
    ),
  );
  expect(found).toContainEqual(
    expect.stringMatching(
      /^deck\.md:84:\d+: error: .*"Pale by night" stands out too little: 1\.\d:1 in dark\./,
    ),
  );
  expect(found).toContainEqual(
    expect.stringMatching(
      new RegExp(
        `^deck\\.md:97:1: error: <code[^>]*> "a line of code.*" reaches over the fold, onto the leaf: ${sizes}\\.`,
      ),
    ),
  );
  expect(found.filter((said) => /Fits|right|White on black|"Kept\."/.test(said))).toEqual([]);
});

test('check measures words against the ground their slide truly has', async () => {
  const grounds = [
    'data-background-color="#12324a"',
    'data-background-color="#f3e3c3"',
    'data-background-color="darkred"',
    'data-background="#20344a"',
    'data-background-color="hsl(240, 100%, 50%)"',
    'data-background-gradient="linear-gradient(to bottom, #101830, #401020)"',
  ];
  const words = '# Words\n\nA [link](https://example.org), `code`.\n\n```js\nlet a = "b"; // c\n```\n';
  const pale = '<p style="color: #1a1c20">Ink on navy</p>\n\n::: leaf\n\nLeaf\n\n:::\n';
  const deck = [
    ...grounds.map((ground) => `<!-- .slide: ${ground} -->\n\n${words}`),
    `<!-- .slide: data-background-color="navy" -->\n\n${pale}`,
  ];
  expect(await measure(deck.join('\n---\n\n'))).toEqual([
    expect.stringMatching(/"Ink on navy" stands out too little: 1\.\d:1 in light, 1\.\d:1 in dark\./),
  ]);
});

test('check tells where sources at the foot run into the years of a timeline', async () => {
  const many = Array.from({ length: 30 }, (_, nth) => nth);
  const works = many.map(
    (nth) => `- { id: work-${nth}, type: book, title: A long title of work ${nth}, issued: 2001 }`,
  );
  writeFileSync(join(folder, 'sources.yaml'), `${works.join('\n')}\n`);
  const rows = many.map((nth) => `${1900 + nth},Lane ${nth % 6},Event ${nth}`);
  writeFileSync(join(folder, 'years.csv'), `date,lane,title\n${rows.join('\n')}\n`);
  const timeline = '```timeline\nfile: years.csv\n```';
  const leaf = `::: leaf\n\nAll of it is said. [${many.map((nth) => `@work-${nth}`).join('; ')}]\n\n:::`;
  const found = await measure(`# A\n\n---\n\n## Years\n\n${timeline}\n\n${leaf}\n`);
  expect(found).toEqual([expect.stringMatching(/error: <span class="year"> .* runs into the slide's foot/)]);
});

test('the deck of this repository has no such error @long', async () => {
  const { site } = await makeSite('slides', { notes: true });
  expect(site && (await measureDeck(site, 'slides'))).toEqual([]);
});
