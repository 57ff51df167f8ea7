import { attributes } from '../../src/base/markup.ts';
import { formatProblem } from '../../src/base/problem.ts';
import { compileDeck } from '../../src/deck/deck.ts';
import type { Slide } from '../../src/deck/slide/slide.ts';

/** A deck of one file as Orihon compiles it: its sections as Reveal nests them, and its problems. */
export function compileOurs(text: string): {
  readonly html: string;
  /** Rules for the deck's style sheet. */
  readonly css: string;
  readonly problems: readonly string[];
  readonly notices: readonly string[];
  /** All that is said, whatever its weight. */
  readonly said: readonly string[];
} {
  const { deck, problems } = compileDeck(
    {
      name: 'case.md',
      slides: [{ path: 'case.md', text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }],
      read: () => undefined,
      has: () => true,
      paths: [],
    },
    { measure: (words, _face, size) => words.length * size * 0.5, kinds: new Map(), uncovered: () => [] },
  );
  const stacks: Slide[][] = [];
  for (const slide of deck.slides) {
    const stack = stacks.at(-1);
    if (slide.below && stack) stack.push(slide);
    else stacks.push([slide]);
  }
  const section = (slide: Slide) => {
    const notes = slide.notes ? `<aside class="notes">${slide.notes}</aside>` : '';
    const body = slide.pages(deck.bibliography).join('');
    return `<section${attributes(Object.fromEntries(slide.attributes))}>${body}${notes}</section>`;
  };
  const html = stacks
    .map((stack) => {
      const all = stack.map(section).join('');
      return stack.length > 1 ? `<section>${all}</section>` : all;
    })
    .join('\n');
  return {
    html,
    css: deck.slides.map((slide) => slide.css).join(''),
    problems: problems.filter(({ severity }) => severity === 'error').map(formatProblem),
    notices: problems.filter(({ severity }) => severity === 'notice').map(formatProblem),
    said: problems.map(formatProblem),
  };
}
