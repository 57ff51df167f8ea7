import { describe, expect, test } from 'vitest';
import { readCited, takeCitations } from '../../../../src/deck/slide/citations.ts';

function take(text: string, cites = true) {
  const { text: left, citations } = takeCitations(text, 'a.md', 1, cites);
  return { left, citations: citations.map(({ place: _, ...rest }) => rest) };
}

describe('citations as Pandoc writes them', () => {
  test.each([
    ['[@a]', [{ id: 'a' }]],
    ['[@a, p. 3]', [{ id: 'a', locator: 'p. 3' }]],
    ['[@a, 33-35]', [{ id: 'a', locator: 'pp. 33–35' }]],
    ['[@a, 33]', [{ id: 'a', locator: 'p. 33' }]],
    ['[@treaty_1902, art. V]', [{ id: 'treaty_1902', locator: 'art. V' }]],
    ['[see @a, ch. 2; @b]', [{ id: 'a', prefix: 'see', locator: 'ch. 2' }, { id: 'b' }]],
    ['[-@a; also @b{ii, A} ]', [{ id: 'a' }, { id: 'b', prefix: 'also', locator: 'ii, A' }]],
    ['[@{https://example.org/a?b} p. 1]', [{ id: 'https://example.org/a?b', locator: 'p. 1' }]],
    ['[@doe:99.b, pp. iv--vi and *passim*]', [{ id: 'doe:99.b', locator: 'pp. iv--vi and *passim*' }]],
  ])('%s', (text, citations) => {
    expect(take(`Word ${text}.`)).toEqual({ left: 'Word.', citations });
  });

  test.each(['`[@a]`', '[me@example.org]', '[@a](b.html)', '[see the @]', '[a; @b]'])(
    '%s is text',
    (text) => {
      expect(take(text)).toEqual({ left: text, citations: [] });
    },
  );

  test('a bracket that begins with words is text in a deck that lists no works', () => {
    expect(take('[ask @alice]', false)).toEqual({ left: '[ask @alice]', citations: [] });
  });

  test('stand between two fences too', () => {
    const fences = (between: string) => `\`\`\`chart\nx: 1\n\`\`\`\n${between}\n\`\`\`timeline\n[@b]\n\`\`\``;
    const { text, citations } = takeCitations(fences('Said [@a], `[@c]`.'), 'a.md', 1, true);
    expect(text).toBe(fences('Said, `[@c]`.'));
    expect(citations.map(({ id }) => id)).toEqual(['a']);
  });

  test('know the place of each id', () => {
    const { citations } = takeCitations('One\ntwo [see @a, p. 1; @b]', 'a.md', 5, true);
    expect(citations.map(({ place }) => [place.line, place.column])).toEqual([
      [6, 11],
      [6, 21],
    ]);
  });
});

test.each([
  ['roll', { id: 'roll' }],
  ['roll, 3-5', { id: 'roll', locator: 'pp. 3–5' }],
  [' treaty , art. V', { id: 'treaty', locator: 'art. V' }],
])('a list of sources names a work and where in it: %s', (written, read) => {
  expect(readCited(written)).toEqual(read);
});
