import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { openTable } from '../../../../src/base/table/open.ts';
import { readTable } from '../../../../src/base/table/read.ts';
import { findColumn } from '../../../../src/base/table/table.ts';
import { workbook } from './workbook.ts';

const NAMED = { file: '01.md', line: 9, column: 1 };

/** Reads a file and gives heads, cells, and the problems as an author sees them. */
function read(content: string | Uint8Array, file = 'a.csv') {
  const problems: Problem[] = [];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const table = readTable(file, bytes, NAMED, (problem) => problems.push(problem));
  return {
    table,
    columns: table?.columns,
    rows: table?.rows.map(({ cells }) => cells),
    problems: problems.map(formatProblem),
  };
}

describe('separated values', () => {
  test.each([
    ['commas', 'a,b\n1,2\n3,4\n'],
    ['semicolons', 'a;b\n1;2\n3;4\n'],
    ['tabs', 'a\tb\n1\t2\n3\t4'],
    ['bars', 'a|b\n1|2\n3|4'],
    ['a byte order mark', '\ufeffa,b\n1,2\n3,4\n'],
    ['CR LF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR alone', 'a,b\r1,2\r3,4\r'],
    ['blank lines', '\n\na,b\n\n1,2\n3,4\n\n'],
    ['blanks around heads and cells', ' a , b \n 1 , 2\n3,4'],
    ['quotation marks', '"a","b"\n"1","2"\n"3",4'],
  ])('are read with %s', (_, text) => {
    const { columns, rows, problems } = read(text);
    expect({ columns, rows, problems }).toEqual({
      columns: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
      problems: [],
    });
  });

  test('of a German Excel know that semicolons part them', () => {
    const { table, rows } = read('Jahr;Wert\n2018;1.552,4\n');
    expect(table?.semicolons).toBe(true);
    expect(rows).toEqual([['2018', '1.552,4']]);
  });

  test('may hold separators, line ends and marks in quotation marks, and know where each cell stands', () => {
    const { table, rows } = read('name,n\n"a, ""b""\nc",1\nd,2\n');
    expect(rows).toEqual([
      ['a, "b"\nc', '1'],
      ['d', '2'],
    ]);
    expect(table?.rows[0]?.placeOf(1)).toEqual({ file: 'a.csv', line: 3, column: 4 });
    expect(table?.rows[1]?.placeOf(1)).toEqual({ file: 'a.csv', line: 4, column: 3 });
  });

  test('are told of a mark that is never closed', () => {
    expect(read('a,b\n"1,2\n3,4\n').problems).toEqual([
      'a.csv:2:1: error: a quotation mark is never closed. Close it at the end of the cell; write "" for a quotation mark in a cell.',
    ]);
  });

  test('keep surplus cells under a head of their own, and say so once', () => {
    const { columns, rows, problems } = read('a,b\n1,2,3\n4,5,6\n7,8\n');
    expect(columns).toEqual(['a', 'b', '(column 3)']);
    expect(rows?.[0]).toEqual(['1', '2', '3']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('a.csv:2:1: notice: 2 rows have more cells than the header (3 for 2)');
  });

  test('take what is missing at the end of a row for empty, and say so', () => {
    const { rows, problems } = read('a,b,c\n1,2,3\n4\n5,6,7\n');
    expect(rows?.[1]).toEqual(['4', '', '']);
    expect(problems[0]).toContain('a.csv:3:1: notice: this row has fewer cells than the header (1 for 3)');
  });

  test('have heads that can be told apart', () => {
    expect(read(',x,x,\n1,2,3,4\n').columns).toEqual(['(column 1)', 'x', 'x (2)', '(column 4)']);
  });
});

describe('what stands around a table', () => {
  test('is found and named: a title above, sources below', () => {
    const { columns, rows, problems } = read(
      'Accounts of a town, made up\n\nQuarter,"Growth, %"\n2019-Q1,0.5\n2019-Q2,\n\nSource: nobody, 2020\nNote: none\n',
    );
    expect(columns).toEqual(['Quarter', 'Growth, %']);
    expect(rows).toEqual([
      ['2019-Q1', '0.5'],
      ['2019-Q2', ''],
    ]);
    expect(problems).toEqual([
      'a.csv:1:1: notice: a line above the table is no part of it: "Accounts of a town, made up". Nothing is to be done if that is right; else take blank lines out of the table.',
      'a.csv:7:1: notice: 2 lines below the table are no part of it: "Source: nobody, 2020". Nothing is to be done if that is right; else take blank lines out of the table.',
    ]);
  });

  test('is found where a program padded it with separators', () => {
    const { columns, rows } = read(
      'Title,,\nIssued,2020-01-01,\n\nYear,A,B\n2000,1,2\n2001,3,4\nSource: x,,\n',
    );
    expect(columns).toEqual(['Year', 'A', 'B']);
    expect(rows).toEqual([
      ['2000', '1', '2'],
      ['2001', '3', '4'],
    ]);
  });

  test('is found as comments, the head among them', () => {
    const { columns, rows } = read('# made up\n# by hand, for a trial\n# year,value\n2000,1\n2001,2\n');
    expect(columns).toEqual(['year', 'value']);
    expect(rows).toEqual([
      ['2000', '1'],
      ['2001', '2'],
    ]);
  });

  test('is not seen in a last row without a value, nor in a single column of names', () => {
    expect(read('year,v\n2000,1\n2001,\n').rows).toHaveLength(2);
    expect(read('name\nA\nB b\n').rows).toHaveLength(2);
  });
});

describe('other encodings', () => {
  test('UTF-16 is read with and without its mark', () => {
    const text = 'año,n\n2000,1\n';
    const wide = new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(read(wide).columns).toEqual(['año', 'n']);
    expect(read(new Uint8Array([0xff, 0xfe, ...wide])).columns).toEqual(['año', 'n']);
  });

  test('Windows-1252 is read, and said', () => {
    const { columns, problems } = read(
      Uint8Array.from([0x4d, 0xe4, 0x72, 0x2c, 0x6e, 0x0a, 0x31, 0x2c, 0x32, 0x0a]),
    );
    expect(columns).toEqual(['Mär', 'n']);
    expect(problems[0]).toContain('was read as Windows-1252'.replace('was', 'were'));
  });
});

describe('JSON', () => {
  test.each([
    ['a list of objects', '[{"a":1,"b":"x"},{"a":null,"b":"y"}]'],
    ['an object that holds it', '{"meta":{"n":2},"data":[{"a":1,"b":"x"},{"b":"y"}]}'],
    ['lists by name', '{"a":[1,null],"b":["x","y"]}'],
    ['lists below their heads', '[["a","b"],[1,"x"],[null,"y"]]'],
    ['an object a line', '{"a":1,"b":"x"}\n{"a":null,"b":"y"}\n'],
  ])('is read as %s', (_, text) => {
    expect(read(text, 'a.json')).toMatchObject({
      columns: ['a', 'b'],
      rows: [
        ['1', 'x'],
        ['', 'y'],
      ],
      problems: [],
    });
  });

  test('knows where a value stands', () => {
    const { table } = read('[\n  { "a": 1, "b": 2 },\n  { "a": 3,\n    "b": "x" }\n]\n', 'a.json');
    expect(table?.rows[1]?.placeOf(1)).toEqual({ file: 'a.json', line: 4, column: 10 });
  });

  test('without a list, or broken, is told', () => {
    expect(read('{"a":1}', 'a.json').problems[0]).toContain(
      'a.json is no table: it holds no list of objects',
    );
    expect(read('[{"a":1 "b":2}]', 'a.json').problems[0]).toContain('a.json is no table:');
  });
});

describe('JSON as programs hold it', () => {
  test('of several lists the longest is read, or the one that is named; the others are named', () => {
    const text = '{\n"kings": [{"a": 1}],\n"events": [\n{"a": 2}, {"b": 3}]}';
    const { table, problems } = read(text, 'a.json');
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ['2', ''],
      ['', '3'],
    ]);
    expect(table?.rows[0]?.placeOf(0)).toMatchObject({ line: 4, column: 7 });
    expect(table?.rows[1]?.placeOf(0), 'where it has no such key').toMatchObject({ line: 4, column: 11 });
    expect(problems).toEqual([
      expect.stringContaining('a.json holds 2 lists; "events" was read, not "kings". Write "a.json#kings"'),
    ]);
    expect(read(text, 'a.json#kings').table?.rows.map(({ cells }) => cells)).toEqual([['1']]);
    expect(read(text, 'a.json#kings').problems).toEqual([]);
    expect(read(text, 'a.json#popes').problems[0]).toContain('it holds no list "popes"');
  });

  test('a script that holds a list is read as one, its lines counted', () => {
    const script = `// items\nexport const items = [\n  { id: 1, 'name': 'It\\'s "so"', n: -2 }, // one\n];\n`;
    const { table } = read(script, 'a.json');
    expect(table?.columns).toEqual(['id', 'name', 'n']);
    expect(table?.rows[0]?.cells).toEqual(['1', 'It\'s "so"', '-2']);
    expect(table?.rows[0]?.placeOf(2).line).toBe(3);
  });
});

test('heads of a sheet that ends in empty columns are found below its title', () => {
  const wide = ','.repeat(30);
  const { table } = read(`Table 1\n,NO,DATE,NAME${wide}\n,1,1803,A mill${wide}\n,2,1871,A wheel${wide}\n`);
  expect(table?.columns.slice(1, 4)).toEqual(['NO', 'DATE', 'NAME']);
  expect(table?.rows).toHaveLength(2);
});

test('rows whose date is not known are rows, where they have numbers as the others', () => {
  const lines = ['begun,launched,mission,cost', ',1962,Ranger,856', ',1963,Mariner,212'];
  const later = [1969, 1970, 1971, 1972, 1973, 1974].map(
    (year) => `${year},${year + 3},M${year},${year / 2}`,
  );
  const { table, problems } = read([...lines, ...later].join('\n'));
  expect(table?.rows).toHaveLength(8);
  expect(problems).toEqual([]);
});

describe('workbooks', () => {
  test('a cell beyond the last of a sheet, a day beyond all days and a letter beyond all letters end nothing', () => {
    const rows = [
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a&#x110000;</t></is></c><c r="B1" t="inlineStr"><is><t>n</t></is></c></row>',
      '<row r="2"><c r="A2" s="1"><v>1e15</v></c><c r="B2"><v>2</v></c><c r="ZZZZZZ2"><v>3</v></c></row>',
      '<row r="4000000000"><c r="A4000000000"><v>4</v></c></row>',
    ];
    const { columns, rows: cells } = read(workbook({ A: rows.join('') }), 'b.xlsx');
    expect(columns).toEqual(['a&#x110000;', 'n']);
    expect(cells).toEqual([['1000000000000000', '2']]);
  });

  const sheets = {
    First: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
    'Sheet 2':
      '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>Value &amp; more</t></is></c></row>' +
      '<row r="2"><c r="A2" s="1"><v>44196</v></c><c r="B2"><v>0.10000000000000001</v></c></row>' +
      '<row r="3"><c r="A3" s="2"><v>44197.5</v></c><c r="B3" t="e"><v>#N/A</v></c></row>',
  };

  test('are read by sheet, dates as days, and cells with errors are said', () => {
    const { columns, rows, problems } = read(workbook(sheets, ['Title', 'Day']), 'b.xlsx#Sheet 2');
    expect(columns).toEqual(['Day', 'Value & more']);
    expect(rows).toEqual([
      ['2020-12-31', '0.1'],
      ['2021-01-01T12:00', '#N/A'],
    ]);
    expect(problems).toEqual([
      'b.xlsx:3:2: notice: the cell in row 3, column 2 of "Sheet 2" holds the error #N/A. It counts as empty. Mend its formula in the workbook.',
    ]);
  });

  test('without the sheet that is named are told, and which there are', () => {
    expect(read(workbook(sheets, ['Title', 'Day']), 'b.xlsx#Sheet 3').problems).toEqual([
      '01.md:9:1: error: b.xlsx has no sheet "Sheet 3". Did you mean "Sheet 2"?',
    ]);
  });
});

test('a file that is not there is told with the nearest that is', () => {
  const problems: Problem[] = [];
  const files = { read: () => undefined, paths: ['data/trade.csv', '01.md'] };
  openTable('data/trad.csv', files, NAMED, (problem) => problems.push(problem));
  expect(problems.map(formatProblem)).toEqual([
    '01.md:9:1: error: there is no file "data/trad.csv". Did you mean "data/trade.csv"?',
  ]);
});

test('a column is found by its letters, whatever their case', () => {
  const { table } = read('Year,Net gain\n2000,1\n');
  expect(table && findColumn(table, 'net_gain')).toBe(1);
  expect(table && findColumn(table, 'gain')).toBeUndefined();
});

test('any cells come back as they were written, whatever parts them', () => {
  const cell = fc.stringMatching(/^[a-z0-9 "',;\n\t|]{0,8}$/).map((text) => text.trim());
  const cells = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(cells, fc.constantFrom(',', ';', '\t', '|'), (rows, separator) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const lines = [
        ['k1', 'k2', 'k3'],
        ...rows.map((row, nth) => [`r${nth} ${row[0]}`.trim(), `1${nth}`, `x${row[2]}`]),
      ];
      const text = lines.map((row) => row.map(quote).join(separator)).join('\n');
      expect(read(text).rows).toEqual(lines.slice(1));
    }),
  );
});

test('heads that stand twice are told apart, and that is said', () => {
  const { columns, problems } = read('Year,Men,Women,Men\n2001,1,2,3\n2002,4,5,6\n');
  expect(columns).toEqual(['Year', 'Men', 'Women', 'Men (2)']);
  expect(problems).toEqual([
    'a.csv:1:16: notice: two columns are called "Men": this one is "Men (2)" here. Give each a name of its own.',
  ]);
});
