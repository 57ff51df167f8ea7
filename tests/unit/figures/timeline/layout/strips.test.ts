import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { fingerprint } from '../../../../../src/base/fingerprint.ts';
import type { Problem } from '../../../../../src/base/problem.ts';
import { makeBibliography } from '../../../../../src/deck/sources/sources.ts';
import { timelineFigure } from '../../../../../src/figures/timeline/figure.ts';
import { placeEra } from '../../../../../src/figures/timeline/layout/era.ts';
import { type Overview, placeOverview } from '../../../../../src/figures/timeline/layout/overview.ts';
import {
  reportCrowds,
  reportLosses,
  reportStrips,
} from '../../../../../src/figures/timeline/layout/report-lost.ts';
import { compareDates } from '../../../../../src/figures/timeline/model/date.ts';
import { parseTimeline } from '../../../../../src/figures/timeline/model/parse.ts';
import type { Measure } from '../../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../../src/fonts/metrics.ts';
import { boxOf, makeYaml, overlaps, seededSize, wordsOf } from './boxes.ts';
import { hiddenEnds, liesOf } from './honest.ts';

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

function read(text: string) {
  const timeline = parseTimeline({ file: 'timeline.yaml', text }, ({ what }) => {
    throw new Error(what);
  });
  if (!timeline) throw new Error('no timeline');
  return timeline;
}

const ZONES = ['Pacific/Kiritimati', 'America/St_Johns', 'UTC'];
/** A hundredth of the seeds here, all of them in the long run. */
const EVERY = process.env['ORIHON_LONG'] ? 1 : 100;
// And two in whose eras a track lies between a label and the nearest bar, one whose lanes are as low as can be, and one
// where a stem goes to another label's tip once its own is left out.
const SEEDS = Array.from({ length: 500 }, (_, index) => index + 1).filter(
  (seed) => seed % EVERY === 0 || seed === 193 || seed === 327 || seed === 94 || seed === 74,
);

/** Every label by its own mark, on no other text and on its leaf; every end of a span seen or named. */
function expectHonest({ placed, lanes, view }: Omit<Overview, 'unnamed'>): void {
  expect(overlaps(wordsOf(placed))).toEqual([]);
  expect(liesOf(placed, lanes)).toEqual([]);
  const crowds: string[] = [];
  reportCrowds(lanes, 'the overview', ({ what }) => crowds.push(what));
  expect(hiddenEnds(placed, lanes, view, crowds)).toEqual([]);
  const { left, right } = view.leaves;
  for (const { label } of lanes.flatMap(({ labels }) => labels).filter(({ spot }) => spot)) {
    const [first] = label.events;
    if (!first) continue;
    const words = placed.events.find(({ id }) => id === first.id)?.label ?? [];
    expect(words.length, label.text).toBeGreaterThan(0);
    const leaf = view.foldX !== undefined && label.from > view.foldX ? right : left;
    for (const { x0, x1 } of words.map(boxOf)) {
      expect(x0, label.text).toBeGreaterThanOrEqual(leaf.from - 0.1);
      expect(x1, label.text).toBeLessThanOrEqual(leaf.to + 0.1);
    }
  }
}

describe('a timeline made by chance', () => {
  test.each(SEEDS)(
    'of seed %i overlaps nothing, lies nowhere, keeps to its leaf, drops nothing in silence, is the same twice',
    (seed) => {
      const timeline = read(makeYaml(seededSize(seed)));
      const { placed, lanes, view } = placeOverview(timeline, measure);
      expectHonest({ placed, lanes, view });
      const said: Problem[] = [];
      reportLosses(lanes, view, timeline, 'the overview', (problem) => said.push(problem));
      const lost = lanes.flatMap(({ labels }) =>
        labels.filter(({ spot }) => !spot).map(({ label }) => label),
      );
      const told = lost.filter(({ text }) => said.some(({ what }) => what.includes(`"${text}"`)));
      expect(told).toHaveLength(lost.length);
      const silent = timeline.events.filter(({ id, significance }) => {
        const named =
          lanes.some(({ labels, inside }) =>
            [
              ...labels.filter(({ spot }) => spot).flatMap(({ label }) => label.events),
              ...inside.map(({ event }) => event),
            ].some((event) => event.id === id),
          ) || told.some(({ events }) => events.some((event) => event.id === id));
        return significance === 1 && !named;
      });
      // A must-show event that shares a label is named by the first of those it shares it with.
      const shared = lanes.flatMap(({ labels }) => labels).flatMap(({ label }) => label.events.slice(1));
      expect(silent.filter((event) => !shared.includes(event)).map(({ id }) => id)).toEqual([]);
      expect(placeOverview(timeline, measure).placed).toEqual(placed);
      for (const era of timeline.eras) expectHonest(placeEra(timeline, era, measure));
    },
  );

  // In every run a whole deck is built in another zone: zones.test.ts.
  test.runIf(process.env['ORIHON_LONG']).each(ZONES)(
    'is drawn the same in the time of %s',
    async (zone) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '--eval', drawSeeds(SEEDS)],
        { env: { ...process.env, TZ: zone }, maxBuffer: 1e8 },
      );
      const elsewhere: { readonly january: string; readonly drawn: readonly string[] } = JSON.parse(stdout);
      expect(elsewhere.january).not.toBe(new Date(2023, 0, 1).toISOString());
      const here = SEEDS.map((seed) => {
        const timeline = read(makeYaml(seededSize(seed)));
        return fingerprint(JSON.stringify(placeOverview(timeline, measure).placed));
      });
      expect(elsewhere.drawn).toEqual(here);
    },
    1_200_000,
  );
});

/** A program that draws seeds, and prints when January begins where it runs. */
function drawSeeds(seeds: readonly number[]): string {
  return `
import { fingerprint } from './src/base/fingerprint.ts';
import { placeOverview } from './src/figures/timeline/layout/overview.ts';
import { parseTimeline } from './src/figures/timeline/model/parse.ts';
import { loadMeasure } from './src/fonts/metrics.ts';
import { makeYaml, seededSize } from './tests/unit/figures/timeline/layout/boxes.ts';
const measure = await loadMeasure();
const drawn = ${JSON.stringify(seeds)}.map((seed) => {
  const timeline = parseTimeline({ file: 'timeline.yaml', text: makeYaml(seededSize(seed)) }, () => undefined);
  return fingerprint(JSON.stringify(placeOverview(timeline, measure).placed));
});
console.log(JSON.stringify({ january: new Date(2023, 0, 1).toISOString(), drawn }));
`;
}

const MANY = process.env['ORIHON_LONG'] ? 10_000 : 2000;

describe('thousands of events', () => {
  test('are drawn as strips with their counts; none is left out in silence', () => {
    const timeline = read(makeYaml({ seed: 3, lanes: 6, events: MANY }));
    const { placed, lanes, view } = placeOverview(timeline, measure);
    const drawn = new Set(placed.events.map(({ id }) => id));
    const inStrips = placed.strips.flatMap(({ events }) => events.map(({ id }) => id));
    expect(new Set([...drawn, ...inStrips]).size).toBe(MANY);
    expect(drawn.size + inStrips.length).toBe(MANY);
    const said: string[] = [];
    reportStrips(placed.strips, timeline, 'the overview', ({ what }) => said.push(what));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`${inStrips.length} of ${MANY} events`);
    // Every strip says its count.
    const counts = lanes.flatMap(({ labels }) => labels).filter(({ label }) => label.events.length === 0);
    expect(counts).toHaveLength(placed.strips.length);
    expect(counts.filter(({ spot }) => !spot)).toEqual([]);
    expect(overlaps(wordsOf(placed))).toEqual([]);
    expect(view.kind).toBe('overview');
    // Ten thousand events are read from YAML for longer than they are placed.
  }, 300_000);

  test('stand in the list as strips in order of time, with lane, years and count, a mark and a card each', () => {
    const text = makeYaml({ seed: 3, lanes: 6, events: 700 });
    const figure = timelineFigure(
      { kind: 'timeline', body: '', place: { file: 'a.md', line: 1, column: 1 }, slide: 'here' },
      {
        read: (path) => (path === 'timeline.yaml' ? text : undefined),
        paths: ['timeline.yaml'],
        measure,
        report: () => undefined,
        lang: 'en',
      },
    );
    const bibliography = makeBibliography(new Map(), new Set());
    const html = figure?.pages(bibliography)[0] ?? '';
    const dates = new Map(read(text).events.map(({ id, date }) => [id, date]));
    const walked = [...html.matchAll(/<li id="[^"]*" data-(?:event|strip)="([^"]*)"/g)].map(
      ([, id = '']) => id,
    );
    const inOrder = [...walked].sort((a, b) => {
      const [one, other] = [dates.get(a), dates.get(b)];
      return one && other ? compareDates(one, other) : 0;
    });
    expect(walked).toEqual(inOrder);
    const strips = [...html.matchAll(/<li [^>]*data-strip="([^"]*)"[^>]*data-said="([^"]*)"/g)];
    expect(strips.length).toBeGreaterThan(3);
    const [cards, , holders] = figure?.later?.(bibliography) ?? [];
    const held: Record<string, string[]> = JSON.parse(holders?.text ?? '{}');
    for (const [, first = '', said = ''] of strips) {
      expect(said).toMatch(/^\d+ events?, \d{4}( to \d{4})?, Lane \d$/);
      expect(said).toContain(`${held[first]?.length} event`);
      expect(html).toContain(`<g class="mark" data-event="${first}"><path class="crowd`);
      expect(JSON.parse(cards?.text ?? '{}')[said].html).toContain(`>${held[first]?.length} event`);
    }
    expect(html).toContain(`data-strips="${holders?.path}"`);
  });
});
