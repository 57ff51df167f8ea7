import { expect, test } from 'vitest';
import { formatProblem, type Problem, sortProblems } from '../../src/deck/problem.ts';

function problem(
  file: string,
  line: number,
  column: number,
  severity: Problem['severity'] = 'error',
): Problem {
  return { severity, place: { file, line, column }, what: 'unknown source "ab"', fix: 'Did you mean "abc"?' };
}

test('a problem says file, line and column as editors link them, what is wrong and what would be right', () => {
  expect(formatProblem(problem('slides/01.md', 3, 1))).toBe(
    'slides/01.md:3:1: error: unknown source "ab". Did you mean "abc"?',
  );
  expect(formatProblem(problem('slides/01.md', 3, 1, 'notice'))).toMatch(/^slides\/01\.md:3:1: notice: /);
});

test('problems are sorted by file, then line, then column, by number and not by digits', () => {
  const sorted = [
    problem('a.md', 2, 9),
    problem('a.md', 2, 10),
    problem('a.md', 10, 1),
    problem('b.md', 1, 1),
  ];
  expect(sortProblems([...sorted].reverse())).toEqual(sorted);
});

test('problems of one place keep the order in which they were found', () => {
  const first = problem('a.md', 1, 1, 'notice');
  const second = problem('a.md', 1, 1);
  expect(sortProblems([first, second])).toEqual([first, second]);
});

test('sorting leaves the list it was given as it was', () => {
  const given = [problem('b.md', 1, 1), problem('a.md', 1, 1)];
  sortProblems(given);
  expect(given.map(({ place }) => place.file)).toEqual(['b.md', 'a.md']);
});
