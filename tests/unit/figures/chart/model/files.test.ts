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
  const { read, readBytes, paths } = readDeck(folder);
  const problems: Problem[] = [];
  const place = { file: '01.md', line: 5, column: 1 };
  const report = (problem: Problem) => problems.push(problem);
  const context = { read, readBytes, paths, measure: () => 0, report, lang: 'en' };
  const parsed = parseChart({ kind: 'chart', body: FENCE, place, slide: 'apples' }, context);
  const values = parsed?.charts[0]?.panels[0]?.series[0]?.values ?? [];
  return { problems: problems.map(formatProblem), values };
}

const GOOD = 'year,tonnes\n2000,1\n2001,2\n';
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const GAPS = 'Write a number such as 1512.4, leave the cell empty, or list it under "gaps".';

const broken: readonly (readonly [string, string | Uint8Array, string])[] = [
  [
    'a missing column',
    'year,tons\n2000,1\n',
    '01.md:13:19: error: data/apples.csv has no column "tonnes". Known here: year, tons.',
  ],
  [
    'text in a column of numbers',
    'year,tonnes\n2000,some\n',
    `data/apples.csv:2:6: error: "some" is no number. ${GAPS}`,
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
  [
    'thousands cut by their comma',
    'year,tonnes\n2000,1\n2001,1,512\n',
    'data/apples.csv:3:1: error: this row has 3 cells, the header has 2: the comma in 1,512 parts it. Put "1,512" in quotation marks.',
  ],
  [
    'two decimal signs in a column',
    'year;tonnes\n2000;1,5\n2001;2,5\n2002;2.25\n',
    'data/apples.csv:4:6: error: "2.25" is written with another decimal sign than the rest of "tonnes". Write it as the others are.',
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

/** What a hand finds in a folder of data: the same two tonnes of 2000 and 1.5 of 2001. */
const strangers: readonly (readonly [string, string | Uint8Array])[] = [
  ['semicolons and decimal commas', 'year;tonnes\n2000;2\n2001;1,5\n'],
  ['tabs', 'year\ttonnes\n2000\t2\n2001\t1.5\n'],
  ['UTF-16', Buffer.from('\uFEFFyear;tonnes\n2000;2\n2001;1,5\n', 'utf16le')],
  ['UTF-16 and no mark', Buffer.from('year\ttonnes\n2000\t2\n2001\t1.5\n', 'utf16le')],
  ['fiscal years', 'year,tonnes\nFY2000,2\nFY2001,1.5\n'],
  ['signs for a gap', 'year,tonnes\n2000,2\n2001,1.5\n2002,..\n2003,n/a\n2004,−\n'],
  ['blanks around its cells', 'year , tonnes\n 2000, 2\n 2001, 1.5\n'],
];

test.each(strangers)('a file with %s is drawn without a word', (_, bytes) => {
  expect(problemsOf(bytes)).toEqual({ problems: [], values: [2, 1.5, undefined, undefined, undefined] });
});

test('what is read in another way than it was written is said', () => {
  const said = (bytes: string | Uint8Array) => problemsOf(bytes).problems.map((one) => one.split('. ')[0]);
  expect(said(latin('year,tonnes,note\n2000,2,caf\u00e9\n'))).toEqual([
    'data/apples.csv:1:1: notice: data/apples.csv is not UTF-8: its letters were read as Windows-1252',
  ]);
  expect(said('Harvest\n\nyear,tonnes\n2000,2\n2001,3\nSource: our own books\n')).toEqual([
    'data/apples.csv:1:1: notice: a line above the table is no part of it: "Harvest"',
    'data/apples.csv:6:1: notice: a line below the table is no part of it: "Source: our own books"',
  ]);
  expect(said('year;tonnes\n2000;1.512\n')).toEqual([
    'data/apples.csv:2:6: notice: "1.512" was read as 1512: "," before decimals',
    '01.md:11:19: error: the scale ends at 10, but 1512 is to be drawn',
  ]);
  expect(said('year,tonnes\n2000,1,5\n')).toEqual([
    'data/apples.csv:2:1: notice: this row has more cells than the header (3 for 2)',
  ]);
});

test('a good file gives none, with a byte order mark and Windows line ends too', () => {
  for (const text of [GOOD, `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`])
    expect(problemsOf(text)).toEqual({ problems: [], values: [1, 2, undefined, undefined, undefined] });
});
