import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { readShortCodes } from '../../../../src/deck/slide/short-codes.ts';

test('short codes that say what they show are written out, the others left out and told together', () => {
  const problems: Problem[] = [];
  const place = { file: 'a.qmd', line: 4, column: 1 };
  const read = (text: string) => readShortCodes(text, place, (problem) => problems.push(problem));
  expect(read('Press {{< kbd Ctrl-C >}}.\n{{< pagebreak >}}')).toBe('Press <kbd>Ctrl-C</kbd>.\n');
  expect(read('{{< video films/a.mp4 width="40" >}}')).toBe('<video src="films/a.mp4" controls></video>');
  expect(read('`{{< fa x >}}`')).toBe('`{{< fa x >}}`');
  expect(problems).toEqual([]);
  expect(read('a\n{{< video https://example.org/a >}} {{< fa up >}} {{< fa down >}}')).toBe(
    'a\n<https://example.org/a>  ',
  );
  expect(problems.map(formatProblem)).toEqual([
    'a.qmd:5:1: notice: short codes are not filled in: video, fa. Write here what they stand for.',
  ]);
});
