import { afterEach, expect, test, vi } from 'vitest';
import { holdWords, wordsOf } from '../../../../../src/base/words/in-page.ts';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { eraOf } from '../../../../../src/figures/timeline/layout/range.ts';
import { renderTimeline } from '../../../../../src/figures/timeline/markup/html.ts';
import { writeWhole } from '../../../../../src/figures/timeline/markup/whole.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';

const inPage = vi.hoisted(() => ({ is: false }));
vi.mock('../../../../../src/base/words/choose-words.ts', async (original) => {
  const own = await original<typeof import('../../../../../src/base/words/choose-words.ts')>();
  return { ...own, wordsOf: (lang: string) => (inPage.is ? wordsOf() : own.wordsOf(lang)) };
});

// Modules are shared by all tests of a worker: to the next one words are those of the build again.
afterEach(() => {
  inPage.is = false;
});

const FILE = `Date,End,Title,Lane
-66000000,,A stone falls,Rock
-300000,,An axe,People
-12000,-4000,The ice leaves,People
-0043~,0079,A road,People
188X,,Decline,People
1846-03-02T22:45,1846-03-02T23:10,The river rises,People
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

test.each(['all.csv', 'laws.yaml'])('a closer look at %s needs no word but those its file holds', (file) => {
  inPage.is = false;
  const report = ({ severity, what }: { severity: string; what: string }) => {
    if (severity === 'error') throw new Error(what);
  };
  const timeline = parseTimeline({ file, text: file === 'all.csv' ? FILE : LAWS }, report);
  if (!timeline) throw new Error('no timeline');
  const whole = JSON.parse(writeWhole(timeline, 'de').text);
  const asked = new Set<string>();
  inPage.is = true;
  holdWords(
    new Proxy<Record<string, string>>(whole.words, {
      get: (words, name) => {
        if (typeof name === 'string' && !(name in words)) asked.add(name);
        return typeof name === 'string' ? words[name] : undefined;
      },
    }),
  );
  for (const [start, end] of [
    [-7e7, 2000],
    [-4e5, 2000],
    [-13_000, 2000],
    [-100, 2000],
    [1700, 2000],
    [1846, 1847],
    [1846.166, 1846.17],
  ] as const) {
    const place = { file: '', line: 0, column: 0 };
    const { placed } = placeEra(
      whole.timeline,
      eraOf({ start, end }, 'de', place),
      (text, _, size) => text.length * size * 0.5,
      { lang: 'de', wide: true },
    );
    const { html } = renderTimeline(placed, whole.timeline, {
      ...{ slide: 'closer', within: '#closer', name: '', kind: 'overview', steps: '', lang: 'de' },
      entry: ({ id }, _, label) => `<li>${label}${whole.entries[id].join('')}</li>`,
    });
    expect(html).not.toContain('undefined');
  }
  expect([...asked]).toEqual([]);
});
