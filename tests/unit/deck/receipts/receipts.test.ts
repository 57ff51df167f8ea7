import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { openTable } from '../../../../src/base/table/open.ts';
import type { Receipt } from '../../../../src/deck/receipts/compute.ts';
import { takeReceipts, writeReceipts } from '../../../../src/deck/receipts/take.ts';
import { checkTyped } from '../../../../src/deck/receipts/typed.ts';
import { fillReceipts } from '../../../../src/deck/receipts/write.ts';
import { parseHtml, writeHtml } from '../../../../src/deck/slide/html-tree.ts';

const FILES: Readonly<Record<string, string>> = {
  'data/mills.csv': 'year,flour t,bran t,sources\n1900,1500.5,10,roll\n1901,2000,,roll\n1902,3001,30,book\n',
  'countries.csv': 'country,share\nUnited States,0.25\nJapan,0.5\n',
  'werke.csv':
    'jahr;strom;anteil;preis\n2020;1180,2;38,1%;1.250\n2021;1234,55;41,7%;1.310\nSumme;2414,75;;\n',
  'areas.csv': 'country,area,note\nFiji,10.020,1\nPalau,1.150,about two\n',
  'mixed.csv': 'k,v\na,1.5\nb,"2,25"\nc,3.75\nd,1.25\n',
};

function take(text: string, lang = 'en') {
  const problems: Problem[] = [];
  const found: Receipt[] = [];
  const files = { read: (path: string) => FILES[path], paths: Object.keys(FILES) };
  const context = { ...files, lang, report: (problem: Problem) => problems.push(problem) };
  const marked = takeReceipts(text, { file: 'a.md', line: 1 }, found, context);
  return { marked, found, text: writeReceipts(marked, found), problems: problems.map(formatProblem) };
}

describe('a receipt', () => {
  test.each([
    ['{{data/mills.csv year=1901 "flour t"}}', '2000'],
    ['{{mills.csv year=1900 "flour t" /1000 .2f}}', '1.50'],
    ['{{mills.csv year=1900 "flour t" ,.1f}}', '1,500.5'],
    ['{{mills.csv "flour t" change(1900, 1902)}}', '100%'],
    ['{{mills.csv "flour t" change(1902, 1900) .1%}}', '−50.0%'],
    ['{{mills.csv "flour t" change(1900, 1901) .0p}}', '33'],
    ['{{mills.csv "flour t" times(1900, 1902) .0f}}', '2'],
    ['{{mills.csv "flour t" share(1901, 1902) .0%}}', '67%'],
    ['{{mills.csv year=1902 times("bran t", "flour t") .0f}}', '100'],
    ['{{mills.csv "flour t" sum() .0f}}', '6502'],
    ['{{mills.csv "bran t" sum()}}', '40'],
    ['{{mills.csv "flour t" sum(1900, 1901) +.1f}}', '+3500.5'],
    ['{{countries.csv country="United States" share .0%}}', '25%'],
    ['{{ countries.csv country=Japan share *2 .3r }}', '1.00'],
  ])('%s is %s', (written, text) => {
    expect(take(`So ${written} here`)).toMatchObject({ text: `So ${text} here`, problems: [] });
  });

  test.each([
    ['{{werke.csv jahr=2020 anteil .1%}}', '38.1%'],
    ['{{werke.csv jahr=2020 anteil .0p}}', '38'],
    ['{{werke.csv jahr=2020 anteil /100 .3f}}', '0.381'],
    ['{{werke.csv anteil change(2020, 2021) .1%}}', '9.4%'],
    ['{{werke.csv jahr=2020 preis .0f}}', '1250'],
    ['{{werke.csv jahr = 2021 strom}}', '1234.55'],
    ['{{werke.csv max(anteil)}}', '41.7%'],
    ['{{mills.csv "flour t" sum()}}', '6501.5'],
    ['{{mills.csv "flour t" mean()}}', '2167'],
    ['{{mills.csv "flour t" times(1900, 1902)}}', '2'],
    ['{{mills.csv year=1902 "flour t" /1e3}}', '3'],
  ])('%s is %s, as its cells are meant', (written, text) => {
    expect(take(written)).toMatchObject({ text, problems: [] });
  });

  test('leaves a row of sums out of a sum, and says so', () => {
    const sum = take('{{werke.csv strom sum()}}', 'de');
    expect(sum.text).toBe('2414,75');
    expect(sum.problems).toEqual([
      'werke.csv:4:1: notice: "Summe" under "jahr" is taken for a sum, and sum() leaves it out. Nothing is to be done if that is right.',
    ]);
    expect(take('{{werke.csv jahr=Summe strom}}', 'de')).toMatchObject({ text: '2414,75', problems: [] });
  });

  test('says what can be read in two ways', () => {
    expect(take('{{areas.csv country=Fiji area}}').problems).toEqual([
      'areas.csv:2:6: notice: "10.020" was read as 10.02: "." before decimals. Write one number of "area" so that it shows which sign it has.',
    ]);
  });

  test('has the signs of the language of the deck where its file has others', () => {
    expect(take('{{mills.csv year=1900 "flour t"}}', 'de').text).toBe('1500,5');
    expect(take('{{werke.csv jahr=2020 strom}}', 'de').text).toBe('1180,2');
    expect(take('{{werke.csv jahr=2020 anteil}}').text).toBe('38.1%');
  });

  test('is written in the language of the deck', () => {
    expect(take('{{mills.csv year=1900 "flour t" ,.1f}}', 'de').text).toBe('1.500,5');
  });

  test.each(['{{ name }}', '`{{mills.csv year=1900 x}}`', '{{a}}{{b}}', '{{}}', '```\n{{mills.csv x}}\n```'])(
    '%s is text',
    (text) => {
      expect(take(text)).toEqual({ marked: text, found: [], text, problems: [] });
    },
  );

  test.each([
    ['{{mills.csv year=1899 "flour t"}}', 'no row of data/mills.csv fits'],
    ['{{mills.csv "flour t"}}', '3 rows of data/mills.csv fit'],
    ['{{mills.csv year=1901 "bran t"}}', 'the cell "bran t" of 1901 is empty (data/mills.csv:3)'],
    ['{{mills.csv year=1901 flower}}', 'data/mills.csv has no column "flower"'],
    [
      '{{mills.csv "flour t" median(1900, 1901)}}',
      '"median" is no sum: change, times, share, sum, mean, min, max',
    ],
    ['{{mills.csv "flour t" change(1900)}}', 'change() has 1 parts'],
    ['{{mills.csv "flour t" change(1900, 1999)}}', 'data/mills.csv has no row "1999"'],
    ['{{mills.csv year=1900 "flour t" /0}}', 'the sum has no result'],
    ['{{areas.csv note sum()}}', 'the cell "note" of Palau is "about two" (areas.csv:3)'],
    [
      '{{mixed.csv v max()}}',
      '"2,25" is written with another decimal sign than the rest of "v" (mixed.csv:3)',
    ],
    ['{{mills.csv change("flour t", "bran t")}}', '3 rows of data/mills.csv fit'],
    ['{{mills.csv year=1900 "flour t" .1}}', '".1" is no format: write .1f, ,.0f or .1%'],
  ])('%s is an error', (written, what) => {
    const { problems } = take(written);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`a.md:1:1: error: a receipt cannot be computed: ${what}`);
  });

  test('of a file that is not there is text, with a notice', () => {
    expect(take('x {{data/mils.csv year=1900 a}}').problems).toEqual([
      'a.md:1:3: notice: there is no data file "data/mils.csv". Did you mean "data/mills.csv"? What begins with no name of a data file stays text.',
    ]);
  });

  test('shows file, row, column, sum and source in text, and its number alone in attributes', () => {
    const { marked, found } = take('{{mills.csv year=1900 "flour t" /1000 .2f}}');
    const tree = parseHtml(`<p>${marked} kt<img alt="${marked}"></p>`);
    fillReceipts(tree, found, 'en');
    expect(writeHtml(tree)).toBe(
      '<p><data value="1.5005" class="receipt" tabindex="0" data-receipt="data/mills.csv: year 1900, flour t, 1500.5 (line 2). ÷ 1000, rounded to 2 decimals. Source: roll">1.50</data> kt<img alt="1.50"></p>',
    );
    const german = parseHtml(`<p>${marked}</p>`);
    fillReceipts(german, take('{{mills.csv year=1900 "flour t" /1000 .2f}}', 'de').found, 'de');
    expect(writeHtml(german)).toContain('1500.5 (Zeile 2). ÷ 1000, auf 2 Dezimalen gerundet. Quelle: roll"');
  });

  test('rounds as its digits say, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, digits) => {
          const files = { read: () => `k,v\na,${value.toFixed(6)}\n`, paths: ['n.csv'] };
          const found: Receipt[] = [];
          takeReceipts(`{{n.csv k=a v .${digits}f}}`, { file: 'a.md', line: 1 }, found, {
            ...files,
            lang: 'en',
            report: () => {},
          });
          expect(Math.abs(Number(found[0]?.text) - Number(value.toFixed(6)))).toBeLessThanOrEqual(
            0.5 * 10 ** -digits + 1e-9,
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('numbers typed by hand', () => {
  function check(text: string, lang = 'en') {
    const problems: Problem[] = [];
    const files = { read: (path: string) => FILES[path], paths: Object.keys(FILES) };
    const table = openTable('data/mills.csv', files, { file: 'a.md', line: 1, column: 1 }, () => {});
    checkTyped(
      { file: 'a.md', line: 3, text, lang },
      () => (table ? [table] : []),
      (problem) => problems.push(problem),
    );
    return problems.map(formatProblem);
  }

  test('that equal a cell are told, with the receipt to write', () => {
    expect(check('It ground 1.50 kt.')).toEqual([
      'a.md:3:11: notice: 1.50 is typed by hand and equals flour t of 1900. Write {{data/mills.csv year=1900 "flour t" /1000 .2f}}: it follows the table, and shows where it comes from.',
    ]);
  });

  test.each([
    ['de', 'Es waren 1,50 kt.', '1,50'],
    ['de', 'Es waren 1.500,5 t.', '1.500,5'],
    ['fr', 'En tout 1\u202f500,5 t.', '1\u202f500,5'],
    ['de-CH', 'Es waren 1’500.5 t.', '1’500.5'],
  ])('are read as %s writes them', (lang, text, number) => {
    expect(check(text, lang)[0]).toContain(`${number} is typed by hand and equals flour t of 1900`);
  });

  test('that miss a cell whose row is named by less than 5 per cent are told', () => {
    expect(check('In 1902 it was 3.1 kt.')).toEqual([
      'a.md:3:16: notice: 3.1 is near flour t of 1902, which is 3001, and not its rounding. Look at the table again, or say what else it is.',
    ]);
  });

  test.each([
    'In 1902.',
    'Some 3.1 kt',
    '`1.50`',
    '[@a, p. 1.50]',
    '{{data/mills.csv year=1900 x .2f}}',
    'v1.50',
    '1.50.3',
  ])('%s is left alone', (text) => {
    expect(check(text)).toEqual([]);
  });
});
