import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/base/problem.ts';
import { compileDeck } from '../../../src/deck/deck.ts';
import { writePages, writeSlides } from '../../../src/site/html.ts';

function compile(text: string) {
  const { deck, problems } = compileDeck(
    {
      name: 'deck',
      slides: [{ path: 'a.md', text }],
      read: () => undefined,
      has: () => false,
      paths: [],
    },
    { measure: () => 1, kinds: new Map(), uncovered: () => [] },
  );
  const pages = writePages(deck, { notes: true });
  return { pages, html: writeSlides(pages), problems: problems.map(formatProblem) };
}

const HIDDEN = '<!-- .slide: data-visibility="hidden" -->';

describe('a hidden slide', () => {
  test('is nowhere in the page, and what links to it is told', () => {
    const { html, problems } = compile(
      `# One\n\n[there](#/kept)\n\n---\n${HIDDEN}\n## Kept\n\nNote: secret\n\n---\n## Three`,
    );
    expect(html).not.toMatch(/Kept|secret/);
    expect(html).toContain('aria-label="2 of 2: Three"');
    expect(problems).toEqual([
      'a.md:3:9: notice: the link #/kept leads to a hidden slide. Show that slide, or take the link away.',
    ]);
  });

  test('at the top of a stack leaves the stack where it was', () => {
    const { pages } = compile(`# One\n\n---\n${HIDDEN}\n## Two\n\n----\n### Below\n\n----\n### Lowest`);
    expect(pages.map(({ id, below }) => [id, below])).toEqual([
      ['one', false],
      ['below', false],
      ['lowest', true],
    ]);
  });

  test('is shown where the deck says so', () => {
    const { pages } = compile(
      `---\nrevealOptions:\n  showHiddenSlides: true\n---\n# One\n\n---\n${HIDDEN}\n## Two`,
    );
    expect(pages).toHaveLength(2);
  });

  test('alone makes no deck', () => {
    expect(compile(`${HIDDEN}\n# One`).problems).toEqual([
      'a.md:1:1: error: all slides of the deck are hidden. Take data-visibility="hidden" from one of them.',
    ]);
  });
});

test('an uncounted slide has no number, and the others are numbered without it', () => {
  const { html } = compile(
    '# One\n\n---\n## Two\n\n---\n<!-- .slide: data-visibility="uncounted" -->\n## More',
  );
  expect(html).toContain('aria-label="2 of 2: Two"');
  expect(html).toContain('aria-label="More"');
  expect(html).toContain('<span class="page-number" aria-hidden="true"></span>');
});
