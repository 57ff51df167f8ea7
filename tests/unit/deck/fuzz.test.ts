import fc from 'fast-check';
import { beforeAll, describe, test, vi } from 'vitest';
import type { Problem } from '../../../src/base/problem.ts';
import { readNumbers } from '../../../src/base/table/number.ts';
import { readTable } from '../../../src/base/table/read.ts';
import { compileDeck } from '../../../src/deck/deck.ts';
import type { DeckFiles } from '../../../src/deck/files.ts';
import { parseBibtex } from '../../../src/deck/sources/bibtex.ts';
import { parseCslJson } from '../../../src/deck/sources/csl.ts';
import { parseSources } from '../../../src/deck/sources/sources.ts';
import { FIGURES } from '../../../src/figures/index.ts';
import { mendDate, parseDate } from '../../../src/figures/timeline/model/date.ts';
import { parseTimeline } from '../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../src/fonts/faces.ts';
import { expectFewSteps, feed, repeated, SEED, share, soup, spoilt } from './fuzzed.ts';

/** Inputs over all parsers, 200,000: a fiftieth of them in `npm test`. */
const ALL = { dates: 80_000, csv: 40_000, yaml: 32_000, fences: 20_000, decks: 20_000, foreign: 8_000 };

// The whole of it takes a minute on a quiet machine, and many on a busy one.
vi.setConfig({ testTimeout: 3_600_000 });

const measure: Measure = (text, _face, size) => text.length * size * 0.5;

const DATES = [
  '1',
  '8',
  '0',
  '1848',
  '-',
  '~',
  '/',
  '.',
  ' ',
  '03',
  '30',
  '31',
  '02',
  'March',
  'Mar',
  '-0044',
  '\n',
  '٣',
];
const YAML = [
  '\n',
  '\n  ',
  '- ',
  ': ',
  'id',
  'title',
  'from: "1800"',
  'events:',
  'lanes:',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  "'",
  '|\n',
  '>\n',
  '&a ',
  '*a',
  '!!js/function ',
  '<<: ',
  '#',
  '? ',
  '---\n',
  '...\n',
  '\t',
  '1848',
  '~',
  'null',
  '.nan',
  '%YAML 1.1\n',
  '\u0000',
  '\u2028',
  '__proto__',
  'constructor',
];
const MARKDOWN = [
  '\n',
  '\n\n',
  '\n---\n',
  '\n--\n',
  '\n----\n',
  '# ',
  '- ',
  '> ',
  '`',
  '```',
  '```js [1|2]\n',
  ...[...FIGURES.keys()].map((kind) => `\`\`\`${kind}\n`),
  '::: leaf\n',
  ':::\n',
  '::: x\n',
  '[@a]',
  '[@',
  '[@b; @c]',
  '<!-- .slide: id="a" -->',
  "<!-- .element: class='x' -->",
  '<!--',
  '-->',
  '<script>',
  '</p>',
  '<p onclick="x">',
  '<svg><style>',
  '<template>',
  '<!DOCTYPE html>',
  '![x](a.png)',
  '![](a.png)',
  '[x](#/a)',
  '[x](javascript:x)',
  'Note:',
  'Notes: x',
  '---\ntitle: x\n---\n',
  '<span data-when="a">',
  '[^1]',
  '\n[^1]: x\n',
  '| a | b |\n| - | - |\n',
  '$40',
  '3%',
  '\r',
  '\u0000',
  '☂',
  '日本',
  '\\',
  '*',
  '_',
  '&amp;',
  '&#0;',
];

const TIMELINE = `title: The mill
from: "1800"
to: "1900"
lanes:
  - { id: works, name: Works }
eras:
  - { id: first, from: "1810", name: First, years: "1810–50" }
folds:
  - { at: "1850", scale: 3 }
bands:
  - { id: flood, name: Flood, from: "1830", to: "1831", event: wheel }
groups:
  - { label: Both, events: [wheel, wheel] }
events:
  - id: wheel
    lane: works
    date: "1820-05"
    title: The wheel turns
    label: Wheel
    parties: [VA]
    kind: work
    summary: The first wheel.
    significance: 1
    mark: signed
    bar: { weight: light, from: "1820", to: "1850" }
    sources: [roll]
`;
const SOURCES =
  '- id: roll\n  type: document\n  title: Roll\n  issued: "1848"\n  URL: https://example.org/a\n';
const CSV = 'year,grain,flour\n1848,10,"4"\n1849,,5\n1850,15.5,7\n';
const CHART = `title: Grain
finding: It grew.
file: a.csv
x: { column: year, from: 1848, to: 1850, ticks: [1848] }
panels:
  - title: Tons
    scale: { max: 20, grid: [0, 10], unit: "{} t" }
    series:
      - { column: grain, name: Grain, as: columns, label: { text: G, at: 1850 } }
    labels:
      - { at: 1850, strong: true }
    brackets:
      - { from: 1848, to: 1850, label: "{change}" }
    aims:
      - { at: 1849, value: 3, label: aim }
steps: [{ bracket: 1 }, { from: 1849 }]
`;
const MAP =
  'centre: 20\nalt: Two towns.\nplaces:\n  - { name: V, at: [10, 45], symbol: dot, label: left }\nseas:\n  - { name: S, at: [0, 40] }\n';
/** A right fence of every kind, on which all of its reader's ways are gone. A new kind is a line here. */
const FENCES: ReadonlyMap<string, string> = new Map([
  ['book', 'lanes: [works]\nstart: { date: "1800", text: x }\n'],
  ['chart', CHART],
  ['claims', 'rows:\n  - { claim: One, documents: Two, finding: confirmed, accent: true }\n'],
  ['events', 'note: x\n'],
  ['map', MAP],
  ['sources', 'note: x\n'],
  ['timeline', 'era: first\nsteps: key\n'],
]);

/** Compiles a deck of one Markdown file beside files that are right; reports problems of the Markdown only. */
function compile(markdown: string, report: (problem: Problem) => void): void {
  const others: Readonly<Record<string, string>> = {
    'timeline.yaml': TIMELINE,
    'sources.yaml': SOURCES,
    'a.csv': CSV,
  };
  const own = (name: string) => (Object.hasOwn(others, name) ? others[name] : undefined);
  const files: DeckFiles = {
    name: 'deck',
    slides: [{ path: 'a.md', text: markdown }],
    read: own,
    has: (path) => own(path) !== undefined,
    paths: Object.keys(others),
  };
  const { deck, problems } = compileDeck(files, {
    measure,
    kinds: FIGURES,
    uncovered: (text) => [...text].filter((character) => character === '☂'),
  });
  for (const slide of deck.slides) slide.pages(deck.bibliography);
  for (const problem of problems) if (problem.place.file === 'a.md') report(problem);
}

beforeAll(async () => {
  await Promise.all([...FIGURES.values()].map(({ prepare }) => prepare?.()));
  // The map's land is read once; its first reader should not pay for it.
  compile(`# A\n\n\`\`\`map\n${MAP}\`\`\`\n`, () => undefined);
});

const readForeign = (file: string, text: string, report: (problem: Problem) => void) =>
  parseTimeline({ file, text }, report);

describe('no input crashes, hangs, or is blamed without a valid place', () => {
  test('dates', () => {
    feed(ALL.dates, soup(DATES, 6), (text) => parseDate(text) ?? mendDate(text));
  });

  test('cells and whole files of CSV', () => {
    const pieces = [
      ',',
      '\n',
      '"',
      '""',
      ';',
      '\t',
      '1',
      '1,200',
      '-3',
      'year',
      'grain',
      '\r',
      '\uFEFF',
      '\uFFFD',
      '=A1',
    ];
    const named = { file: 'a.csv', line: 1, column: 1 };
    feed(
      ALL.csv / 2,
      fc.oneof(soup(pieces, 30), spoilt(CSV, pieces)),
      (text, report) => readTable('a.csv', new TextEncoder().encode(text), named, report),
      // A carriage return by itself ends a line of a table.
      (text) => text.replace(/\r\n?/g, '\n'),
    );
    feed(ALL.csv / 2, soup([...pieces, '.', '+', 'e5', '−', 'n/a', '…'], 5), (text) => readNumbers([text]));
  });

  test('YAML files', () => {
    feed(ALL.yaml / 2, fc.oneof(soup(YAML, 25), spoilt(TIMELINE, YAML)), (text, report) =>
      parseTimeline({ file: 'timeline.yaml', text }, report),
    );
    feed(ALL.yaml / 2, fc.oneof(soup(YAML, 25), spoilt(SOURCES, YAML)), (text, report) =>
      parseSources({ file: 'sources.yaml', text, firstLine: 1 }, report),
    );
  });

  const BIBTEX =
    '@book{roll,\n  title = {Roll of {the} guild},\n  author = {Varn, A. and Wick, B.},\n  year = 1848\n}\n';
  const CSL = '[{"id": "roll", "type": "book", "title": "Roll", "issued": {"date-parts": [[1848, 3]]}}]\n';
  const TIMELINEJS =
    'Year,Month,Day,Time,End Year,Headline,Text,Group,Type\n1848,3,30,,1850,Wheel,It turns,Works,\n';
  test.each([
    ['BibTeX', BIBTEX, parseBibtex],
    ['CSL-JSON', CSL, parseCslJson],
    ['TimelineJS as CSV', TIMELINEJS, readForeign],
    [
      'TimelineJS as JSON',
      '{"events": [{"start_date": {"year": 1848}, "text": {"headline": "Wheel"}}]}\n',
      readForeign,
    ],
  ] as const)('files of others: %s', (name, right, parse) => {
    const file = name.endsWith('CSV') ? 'a.csv' : 'a.json';
    const pieces = [
      '\n',
      ',',
      '"',
      '{',
      '}',
      '[',
      ']',
      '@',
      '=',
      '%',
      '\\',
      '#',
      '-1',
      '1848',
      ':',
      'null',
      '\u0000',
    ];
    feed(ALL.foreign / 4, fc.oneof(soup(pieces, 30), spoilt(right, pieces)), (text, report) =>
      parse(file, text, report),
    );
  });

  test.each([...FIGURES.keys()])('fences of %s', (kind) => {
    const right = FENCES.get(kind);
    if (right === undefined) throw new Error(`no right fence of ${kind} to spoil: write one into FENCES`);
    const fence = (body: string) => `# A\n\n\`\`\`${kind}\n${body}\n\`\`\`\n`;
    feed(
      ALL.fences / FIGURES.size,
      fc.oneof({ weight: 1, arbitrary: soup(YAML, 15) }, { weight: 3, arbitrary: spoilt(right, YAML) }),
      (body, report) => compile(fence(body), report),
      fence,
    );
  });

  test('decks of Markdown', () => {
    feed(ALL.decks, soup(MARKDOWN, 30), compile);
  });

  test('what is written again and again, or in itself, takes steps that grow with its text', () => {
    const inputs = repeated(fc.constantFrom(...MARKDOWN));
    const few = (text: string) => expectFewSteps(text, compile);
    fc.assert(fc.property(inputs, few), { numRuns: 200 * share, seed: SEED });
  });
});
