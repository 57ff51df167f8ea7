import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem, sortProblems } from '../../../src/base/problem.ts';
import { frameOf } from '../../../src/report/code-frame.ts';

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

test('a problem is told once, however many figures meet it', () => {
  expect(sortProblems([problem('a.md', 1, 1), problem('a.md', 1, 1)])).toHaveLength(1);
});

describe('the frame of a problem', () => {
  const text = 'first\nsecond line\nthird\nfourth\n';

  test('shows the line, one above and one below, and a caret under the column', () => {
    expect(frameOf(text, { line: 2, column: 8 })).toBe(
      ['  1 | first', '> 2 | second line', '    |        ^', '  3 | third'].join('\n'),
    );
  });

  test('stands at the first line, behind the last letter, and in an empty file', () => {
    expect(frameOf('ab', { line: 1, column: 3 })).toBe('> 1 | ab\n    |   ^');
    expect(frameOf('', { line: 1, column: 1 })).toContain('> 1 |');
    expect(frameOf(text, { line: 99, column: 1 })).toBe('');
  });

  test('of a long line shows the part that matters', () => {
    const long = `${'x'.repeat(500)}HERE${'y'.repeat(500)}`;
    const [line = '', caret = ''] = frameOf(long, { line: 1, column: 501 }).split('\n');
    expect(line.length).toBeLessThan(120);
    expect(line.slice(caret.indexOf('^'), caret.indexOf('^') + 4)).toBe('HERE');
  });

  test('hands no command of a file on to the terminal', () => {
    expect(frameOf('a\u001b[2Jb', { line: 1, column: 1 })).not.toContain('\u001b');
  });
});
