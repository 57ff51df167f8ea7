import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../../src/base/problem.ts';
import { readDeck } from '../../../../../src/deck/read.ts';
import { parseChart } from '../../../../../src/figures/chart/model/parse.ts';

const FENCE = `title: Apples
finding: More apples each year.
file: data/apples.csv
x: { column: year, from: 2000, to: 2004 }
panels:
  - title: Tonnes
    scale: { max: 10, grid: [5] }
    series:
      - { column: tonnes, name: Tonnes, as: columns }
`;

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What an author is told of a deck on disk whose CSV file has these bytes. */
function problemsOf(bytes: string | Uint8Array): { problems: readonly string[]; values: readonly unknown[] } {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-csv-'));
  folders.push(folder);
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, '01.md'), FENCE);
  writeFileSync(join(folder, 'data/apples.csv'), bytes);
  const { read, paths } = readDeck(folder);
  const problems: Problem[] = [];
  const place = { file: '01.md', line: 5, column: 1 };
  const report = (problem: Problem) => problems.push(problem);
  const context = { read, paths, measure: () => 0, report, lang: 'en' };
  const parsed = parseChart({ kind: 'chart', body: FENCE, place, slide: 'apples' }, context);
  const values = parsed?.charts[0]?.panels[0]?.series[0]?.values ?? [];
  return { problems: problems.map(formatProblem), values };
}

const GOOD = 'year,tonnes\n2000,1\n2001,2\n';
const NOT_UTF8 = 'error: a byte that is not UTF-8. Save the file as UTF-8.';
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const broken: readonly (readonly [string, string | Uint8Array, string])[] = [
  [
    'a missing column',
    'year,tons\n2000,1\n',
    '01.md:13:19: error: data/apples.csv has no column "tonnes". Known here: year, tons.',
  ],
  [
    'text in a column of numbers',
    'year,tonnes\n2000,some\n',
    'data/apples.csv:2:6: error: "some" is not a number. Write a plain number such as 1512.4, or leave the cell empty.',
  ],
  [
    'a duplicate year',
    'year,tonnes\n2000,1\n2000,2\n',
    'data/apples.csv:3:1: error: 2000 stands twice (first in line 2). Keep one row for each: a chart draws one value for it.',
  ],
  [
    'an empty file',
    '',
    'data/apples.csv:1:1: error: data/apples.csv is empty. Write a header row and one row for each fact.',
  ],
  ['Latin 1', latin('year,tonnes\n2000,\u00e9\n'), `data/apples.csv:2:6: ${NOT_UTF8}`],
  ['Shift JIS', latin('year,tonnes\n2000,\u0094\u004e\n'), `data/apples.csv:2:6: ${NOT_UTF8}`],
  ['UTF-16', Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), `data/apples.csv:1:1: ${NOT_UTF8}`],
  [
    'separators between thousands',
    'year,tonnes\n2000,"1,512"\n',
    'data/apples.csv:2:6: error: "1,512" is not a number. Write 1512, without separators between thousands.',
  ],
  [
    'a decimal comma',
    'year,tonnes\n2000,"1,5"\n',
    'data/apples.csv:2:6: error: "1,5" is not a number. Write 1.5, with a decimal point.',
  ],
  [
    'a decimal comma without quotes',
    'year,tonnes\n2000,1,5\n',
    'data/apples.csv:2:1: error: this row has 3 cells, the header has 2. Put a cell that holds a comma in double quotes, and write nothing between two commas for an empty one.',
  ],
  [
    'semicolons',
    'year;tonnes\n2000;1,5\n',
    'data/apples.csv:1:1: error: the cells of data/apples.csv are separated by semicolons. Separate them by commas, and write numbers with a decimal point.',
  ],
  [
    'dots for a missing value',
    'year,tonnes\n2000,...\n',
    'data/apples.csv:2:6: error: "..." is not a number. Leave the cell empty where there is no value.',
  ],
  [
    'a hundred thousand rows',
    `year,tonnes\n${'2000,x\n'.repeat(100_000)}`,
    '01.md:7:7: error: data/apples.csv has 100000 rows. A chart of years reads one row for each year, 2000 at most.',
  ],
];

test.each(broken)('a file with %s gives one clear message', (_, bytes, message) => {
  expect(problemsOf(bytes).problems).toEqual([message]);
});

test('a good file gives none, with a byte order mark and Windows line ends too', () => {
  for (const text of [GOOD, `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`])
    expect(problemsOf(text)).toEqual({ problems: [], values: [1, 2, undefined, undefined, undefined] });
});
