import { expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { checkPictures } from '../../../../../src/figures/timeline/model/check-pictures.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';

function check(text: string, paths: readonly string[], file = 'a.csv') {
  const problems: Problem[] = [];
  const timeline = parseTimeline({ file, text }, () => undefined);
  if (!timeline) throw new Error('no timeline');
  const events = checkPictures(timeline, {
    ...{ read: () => undefined, readBytes: () => undefined, paths, measure: () => 0, lang: 'en' },
    report: (problem) => problems.push(problem),
  }).events;
  return { events, problems: problems.map(formatProblem) };
}

test('what a lost picture would have said stays with its event', () => {
  const { events, problems } = check(
    'date,title,image,alt,credit\n1900,A,mill.png,A mill,Own\n1901,B,dam.png,A dam,K. Roe\n1902,C,weir.png,,\n',
    ['mill.png'],
  );
  expect(events.map(({ image, facts }) => [image?.file, facts])).toEqual([
    ['mill.png', []],
    [undefined, [{ name: 'Media', says: 'A dam · K. Roe (dam.png)' }]],
    [undefined, [{ name: 'Media', says: 'weir.png' }]],
  ]);
  expect(problems).toEqual([
    expect.stringMatching(/^a\.csv:3:8: notice: there is no picture "dam\.png"/),
    expect.stringMatching(/^a\.csv:4:8: notice: there is no picture "weir\.png"/),
  ]);
});

test('a picture elsewhere stays as a link', () => {
  const yaml =
    'title: T\nevents:\n  - { date: 1900, title: A, image: { file: "https://example.org/a.jpg", credit: K. Roe } }\n';
  const { events, problems } = check(yaml, [], 'timeline.yaml');
  expect(events[0]?.links).toEqual([{ address: 'https://example.org/a.jpg', words: 'K. Roe' }]);
  expect(problems).toEqual([expect.stringContaining('lies on another host')]);
});

test('a folder of pictures that did not come along is told once', () => {
  const rows = Array.from({ length: 9 }, (_, at) => `${1900 + at},E${at},shots/${at}.png`);
  const { events, problems } = check(`date,title,image\n${rows.join('\n')}\n`, []);
  expect(events.every(({ facts }, at) => facts[0]?.says === `shots/${at}.png`)).toBe(true);
  expect(problems).toEqual([
    expect.stringContaining('there is no picture "shots/0.png" (9 pictures, first here)'),
  ]);
});
