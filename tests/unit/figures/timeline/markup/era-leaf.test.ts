import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../../../src/base/problem.ts';
import { timelineFigure } from '../../../../../src/figures/timeline/figure.ts';

const TIMELINE = `title: Bridges
from: 1900
to: 2000
lanes: [{ id: river, name: River }]
eras: [{ id: iron, name: Iron, years: 1900–49, from: 1900 }, { id: concrete, name: Concrete, years: 1950–99, from: 1950 }]
events:
  - { id: old, lane: river, date: 1910, title: The old bridge, significance: 1 }
  - { id: minor, lane: river, date: 1960, title: A repair, significance: 3 }
  - { id: new, lane: river, date: 1970-05-04, title: The new bridge, significance: 1 }
`;

/** The page of the second era, with or without words of the author's on the leaf. */
function pageOf(leaf: boolean, onLeaf = false): string {
  const problems: Problem[] = [];
  const figure = timelineFigure(
    {
      ...{ kind: 'timeline', body: 'era: concrete\n', place: { file: 'a.md', line: 3, column: 1 } },
      ...{ slide: 'here', leaf, onLeaf },
    },
    {
      read: (path) => (path === 'timeline.yaml' ? TIMELINE : undefined),
      paths: ['timeline.yaml'],
      measure: (text, _face, size) => text.length * size * 0.45,
      report: (problem) => problems.push(problem),
      lang: 'en',
    },
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return figure?.pages({ groups: [], entry: () => undefined })[0] ?? '';
}

describe('the leaf beside an era', () => {
  test('names it and its events, in order of time, where the author says nothing', () => {
    const [, leaf = ''] = pageOf(false).split('<div class="leaf era-leaf" aria-hidden="true">');
    expect(leaf).toContain('<h3>Concrete</h3>');
    expect(leaf).toMatch(/A repair.*4 May 1970.*The new bridge/s);
    expect(leaf).not.toContain('The old bridge');
  });

  test('is the author’s where he writes on it', () => {
    expect(pageOf(true)).not.toContain('era-leaf');
    expect(pageOf(true, true)).not.toContain('era-leaf');
  });
});
