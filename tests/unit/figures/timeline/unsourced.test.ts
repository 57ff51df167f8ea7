import { expect, test } from 'vitest';
import { compileDeck } from '../../../../src/deck/deck.ts';
import { timelineFigure } from '../../../../src/figures/timeline/figure.ts';

/** What is said about the sources of a slide with a timeline. */
function said(csv: string, attributes = ''): readonly string[] {
  const files: Readonly<Record<string, string>> = { 'mill.csv': csv };
  const { problems } = compileDeck(
    {
      name: 'deck',
      slides: [
        {
          path: 'deck.md',
          text: `<!-- .slide: id="mill"${attributes} -->\n# The mill\n\n\`\`\`timeline\nfile: mill.csv\n\`\`\`\n\n---\n\n## Its years\n\n\`\`\`timeline\nfile: mill.csv\nrange: 1800/1900\n\`\`\``,
        },
      ],
      paths: ['deck.md', 'mill.csv'],
      read: (path) => files[path],
      has: (path) => path in files,
    },
    {
      measure: (words, _face, size) => words.length * size * 0.5,
      kinds: new Map([['timeline', timelineFigure]]),
      uncovered: () => [],
    },
  );
  return problems.map(({ what }) => what).filter((what) => what.includes('source'));
}

test('events without a source are counted, once', () => {
  const some = 'date,title,source\n1803,A mill,https://example.org/mill\n1844,A flood,\n1871,A turbine,\n';
  expect(said(some)).toEqual(['2 of 3 events name no source, this one first']);
  expect(said(some, ' data-sources="none"')).toEqual([]);
});

test('where all have one nothing is said, and where none has this is told once', () => {
  expect(
    said('date,title,source\n1803,A mill,Register 12\n1844,A flood,https://example.org/flood\n'),
  ).toEqual([]);
  expect(said('date,title\n1803,A mill\n1844,A flood\n')).toEqual([
    'this slide shows a figure and names no source',
  ]);
});
