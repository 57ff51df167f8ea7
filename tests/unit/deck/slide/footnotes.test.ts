import { expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../../../src/deck/front-matter.ts';
import { compileSlide } from '../../../../src/deck/slide/compile.ts';
import { checkFootnotes } from '../../../../src/deck/slide/footnotes.ts';
import { splitSlides } from '../../../../src/deck/split.ts';
import { compileOurs } from '../../../reveal/ours.ts';

function footOf(text: string): string {
  const [raw] = splitSlides('a.md', text, 1, NO_FRONT_MATTER);
  if (!raw) throw new Error('no slide');
  return compileSlide(raw, new Set(), {
    kinds: new Map(),
    measure: () => 0,
    report: ({ what }) => {
      throw new Error(what);
    },
    lang: 'en',
    trust: false,
    cites: true,
    composing: 'not' as const,
    front: {},
    read: () => undefined,
    paths: [],
    has: () => false,
    shapeOf: () => undefined,
  }).foot;
}

test('footnotes are numbered as they are met, and stand at the foot of the slide', () => {
  const text = '# A\n\nOne.[^b] Two.[^a] Again.[^b]\n\n[^a]: About *a*.\n[^b]: About b.';
  expect(footOf(text)).toBe(
    '<span class="footnote"><sup>1</sup> About b.</span> <span class="footnote"><sup>2</sup> About <em>a</em>.</span>',
  );
  expect(
    compileOurs(text)
      .html.match(/<span class="spoken"> note <\/span>(\d)/g)
      ?.join(''),
  ).toMatch(/1.*2.*1/);
});

test('a footnote in one column may have its text below both', () => {
  const text = '::: columns\n::: column\nOne.[^1]\n:::\n::: column\nTwo.[^2]\n:::\n:::\n\n[^1]: A.\n[^2]: B.';
  expect(footOf(text)).toContain('<sup>1</sup> A.</span> <span class="footnote"><sup>2</sup> B.');
});

test.each([
  [
    'a[^x] b[^1]\n\n[^1]: A.',
    'case.md:1:2: notice: the footnote [^x] has no text. Write "[^x]: …" on the same slide.',
  ],
  ['a\n\n[^1]: A.', 'case.md:3:1: notice: nothing refers to the footnote [^1]. Write [^1] in the text.'],
  [
    `a[^1]\n\n[^1]: ${'word '.repeat(200)}`,
    'case.md:1:1: notice: the footnotes of this slide take 6 lines. The foot has room for 3: shorten them, or say it in the notes.',
  ],
])('%j is a problem', (text, problem) => {
  expect(compileOurs(text).said).toEqual([problem]);
});

test.each([
  ['a[^1] b', ['the footnote [^1] has no text']],
  ['a `[^1]` b \\[^1] c [^a-z] d', []],
])('%j: only what is surely a mark is missed a text where there is none at all', (content, said) => {
  const whats: string[] = [];
  checkFootnotes({ file: 'a.md', content, line: 1, below: false }, ({ severity, what }) => {
    expect(severity).toBe('notice');
    whats.push(what);
  });
  expect(whats).toEqual(said);
});
