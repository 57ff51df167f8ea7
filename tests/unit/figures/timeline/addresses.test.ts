import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../../src/base/problem.ts';
import { compileDeck } from '../../../../src/deck/deck.ts';
import { timelineFigure } from '../../../../src/figures/timeline/figure.ts';

function problemsOf(markdown: string, tables: Readonly<Record<string, string>>): readonly string[] {
  const { problems } = compileDeck(
    {
      name: 'deck',
      slides: [{ path: 'deck.md', text: markdown }],
      paths: ['deck.md', ...Object.keys(tables)],
      read: (path) => tables[path],
      has: (path) => path in tables,
    },
    {
      measure: (text, _face, size) => text.length * size * 0.5,
      kinds: new Map([['timeline', timelineFigure]]),
      uncovered: () => [],
    },
  );
  return problems.filter(({ severity }) => severity === 'error').map(formatProblem);
}

const slide = (headline: string, file: string) => `# ${headline}\n\n\`\`\`timeline\nfile: ${file}\n\`\`\``;
const event = (title: string, more = '') => `events:\n  - { date: "1914", title: ${title}${more} }\n`;

describe('an id made of a title', () => {
  it('gives way to a slide and to an event of another timeline', () => {
    const markdown = [slide('War', 'a.yaml'), slide('Peace', 'b.yaml')].join('\n\n---\n\n');
    expect(problemsOf(markdown, { 'a.yaml': event('War'), 'b.yaml': event('War') })).toEqual([]);
  });

  it('is refused only where authors chose both', () => {
    const markdown = [slide('War', 'a.yaml'), slide('Peace', 'b.yaml')].join('\n\n---\n\n');
    const chosen = { 'a.yaml': event('One', ', id: war'), 'b.yaml': event('Two', ', id: war') };
    expect(problemsOf(markdown, chosen)).toHaveLength(2);
    expect(problemsOf(markdown, chosen).join()).toContain('the id "war" is used twice');
  });
});
