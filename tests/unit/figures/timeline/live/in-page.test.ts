import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { eraOf, type Range } from '../../../../../src/figures/timeline/layout/range.ts';
import { periodEntries } from '../../../../../src/figures/timeline/markup/period-entry.ts';
import { renderDrawing } from '../../../../../src/figures/timeline/markup/render-drawing.ts';
import { writeWhole } from '../../../../../src/figures/timeline/markup/whole.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import { pageModules } from '../../../../../src/site/page-modules.ts';
import { makeYaml, seededSize } from '../layout/boxes.ts';

const FILE = `Date,End,Title,Lane
-66000000,,A stone falls,Rock
-300000,,An axe,People
-12000,-4000,The ice leaves,People
-0043~,0079,A road,People
188X,,Decline,People
1846-03-02T22:45,1846-03-02T23:10,The river rises,People
1846-21,,Flood,People
1846-05,1847-02?,Repairs,Rock
../1803,,A ford,People
1991/..,,A museum,People
${Array.from({ length: 450 }, (_, nth) => `19${10 + (nth % 80)},,Found ${nth},Rock`).join('\n')}
`;

const LAWS = `title: Mills
legend: { heavy: An act in force, light: Another, signed: Signed, declared: Met }
lanes: [{ id: law, name: Law }]
events:
  - id: act
    lane: law
    date: "1803-05-01"
    in_force: "1804-01-01"
    title: The Mill Act
    bar: { weight: heavy, from: "1804-01-01" }
    milestones: [{ date: "1846-06-01", label: Renewed, tick: renewal }]
  - { id: end, lane: law, date: "1990", title: A museum }
`;

const PERIODS = `title: Floods
from: "1700"
to: "2000"
lanes: [{ id: ford, name: The ford }, { id: mill, name: The mill }]
bands:
  - { id: flood, event: high, name: High water, from: "1845-12-27", to: "1846-03-02" }
  - { id: day, name: One day, from: "1846-03-02", to: "1846-03-02" }
spans:
  - { id: idle, lane: mill, from: "1846-05-01", to: "1866-04-01", style: hatch, name: Idle }
  - { id: dry, lane: ford, from: "1790", to: "1846-02", style: dotted, name: Dry }
events:
  - { id: high, lane: ford, date: "1845-12-27", title: High water }
  - { id: wheel, lane: mill, date: "1803", title: A wheel }
`;

const PLACE = { file: '', line: 0, column: 0 };
const measure = (text: string, _: string, size: number): number => text.length * size * 0.5;
const folder = mkdtempSync(join(tmpdir(), 'orihon-in-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type InPage = Pick<typeof import('../../../../../src/base/words/in-page.ts'), 'holdWords'> & {
  readonly placeEra: typeof placeEra;
  readonly eraOf: typeof eraOf;
  readonly renderDrawing: typeof renderDrawing;
};
let inPage: InPage | undefined;

/** What draws in a page, bundled as the page's own scripts are, but for the document. */
beforeAll(async () => {
  const of = (path: string) => fileURLToPath(new URL(`../../../../../src/${path}`, import.meta.url));
  const entry = [
    `export { holdWords } from ${JSON.stringify(of('base/words/in-page.ts'))};`,
    `export { placeEra } from ${JSON.stringify(of('figures/timeline/layout/era.ts'))};`,
    `export { eraOf } from ${JSON.stringify(of('figures/timeline/layout/range.ts'))};`,
    `export { renderDrawing } from ${JSON.stringify(of('figures/timeline/markup/render-drawing.ts'))};`,
  ].join('\n');
  const bundle = await rolldown({
    input: 'entry',
    plugins: [
      pageModules(),
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : undefined),
        load: (id) => (id === 'entry' ? entry : undefined),
      },
    ],
  });
  const file = join(folder, 'page.mjs');
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  inPage = await import(pathToFileURL(file).href);
});

const YEARS: readonly (readonly [number, number])[] = [
  [-7e7, 2000],
  [-4e5, 2000],
  [-13_000, 2000],
  [-100, 2000],
  [1700, 2000],
  [1845.5, 1847.5],
  [1846, 1847],
  [1846.166, 1846.17],
];
const files: Readonly<Record<string, string>> = {
  'all.csv': FILE,
  'laws.yaml': LAWS,
  'periods.yaml': PERIODS,
  'seed-3.yaml': makeYaml(seededSize(3)),
  'seed-8.yaml': makeYaml(seededSize(8)),
};

/** Without what a page leaves to a build: brackets, which are for paper, and how far into plain letters' boxes ties go. */
function withoutFinish(html: string): string {
  return html
    .replaceAll(/<path class="bracket"[^>]*>/g, '')
    .replaceAll(/(<line class="tie"[^>]*) y2="[^"]*"/g, '$1');
}

test.each(
  Object.entries(files).flatMap(([file, text]) => [[file, 'en', text] as const, [file, 'de', text] as const]),
)(
  'a closer look at %s in %s is what a build would draw, by the words and dates its file holds alone',
  (file, lang, text) => {
    const timeline = parseTimeline({ file, text }, () => undefined);
    if (!timeline || !inPage) throw new Error('no timeline');
    const whole = JSON.parse(writeWhole(timeline, lang).text);
    const asked = new Set<string>();
    inPage.holdWords(
      new Proxy<Record<string, string>>(whole.words, {
        get: (words, name) => {
          if (typeof name === 'string' && !(name in words)) asked.add(name);
          return typeof name === 'string' ? words[name] : undefined;
        },
      }),
    );
    const middle = (timeline.start + timeline.end) / 2;
    const years = file.startsWith('seed')
      ? [20, 6, 1.5].map((long) => [middle, middle + long] as const)
      : YEARS;
    for (const [start, end] of years) {
      const draw = (by: Omit<InPage, 'holdWords'>, drawn: typeof timeline, range: Range) => {
        const era = by.eraOf(range, lang, PLACE);
        const { placed, lanes, view } = by.placeEra(drawn, era, measure, { lang, wide: true });
        const periods =
          by === inPage
            ? whole.periods.filter(
                ({ from, to }: { readonly from: number; readonly to: number }) =>
                  from < range.end && to > range.start,
              )
            : periodEntries(drawn, view, lanes);
        const entry = ({ id }: { readonly id: string }, _: unknown, label: string) =>
          `<li id="${id}">${label}</li>`;
        return by.renderDrawing(placed, drawn, { slide: 'closer', within: '#closer', entry, periods, lang });
      };
      const drawn = draw(inPage, whole.timeline, { start, end });
      expect(drawn.html).not.toContain('undefined');
      const built = draw({ placeEra, eraOf, renderDrawing }, timeline, { start, end });
      expect(withoutFinish(drawn.html)).toEqual(withoutFinish(built.html));
      expect(drawn.css).toEqual(built.css);
    }
    expect([...asked]).toEqual([]);
  },
);
