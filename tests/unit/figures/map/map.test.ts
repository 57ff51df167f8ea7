import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import type { FigureContext } from '../../../../src/deck/figure.ts';
import { gapTo, gapToLine } from '../../../../src/figures/map/boxes-and-lines.ts';
import { disturbs } from '../../../../src/figures/map/crowd.ts';
import { mapFigure } from '../../../../src/figures/map/figure.ts';
import { DENSITIES, DOTS, placeLabels } from '../../../../src/figures/map/labels.ts';
import { middleOf, projectionOf } from '../../../../src/figures/map/projection.ts';

beforeAll(() => mapFigure.prepare?.());

const problems: Problem[] = [];

/** A map made of YAML, with text of one width for all letters; its problems as an author reads them. */
function make(body: string) {
  problems.length = 0;
  const context: FigureContext = {
    read: () => undefined,
    paths: [],
    measure: (text, _face, size) => text.length * size * 0.45,
    report: (problem) => problems.push(problem),
    lang: 'en',
  };
  const place = { file: 'a.md', line: 11, column: 1 };
  const figure = mapFigure({ kind: 'map', body, place, slide: 'here' }, context);
  return { figure, said: problems.map(formatProblem) };
}

const ISLANDS = `centre: 150
alt: Two islands.
places:
  - { name: North, at: [138, 36], symbol: self }
  - { name: South, at: [175, -30], symbol: dot, label: left, text: A treaty }
`;

const land = (body: string) => make(body).figure?.files?.[0]?.text ?? '';

describe('the land', () => {
  test('is one file under 60 kB: one path without borders, and the equator', () => {
    const text = land(ISLANDS);
    expect(text.length).toBeLessThan(60_000);
    expect(text.match(/<path/g)).toHaveLength(2);
    expect(text).not.toContain('NaN');
  });

  test('stays within the left leaf', () => {
    const [, path = ''] = /scale\(\.1\)" d="([^"]+)"/.exec(land(ISLANDS)) ?? [];
    let [x, y] = [0, 0];
    let start = [0, 0];
    const xs: number[] = [];
    const ys: number[] = [];
    for (const ring of path.split('z').filter(Boolean)) {
      const numbers = [...ring.matchAll(/-?\d+/g)].map(Number);
      [x, y] = [start[0] ?? 0, start[1] ?? 0];
      for (let index = 0; index < numbers.length; index += 2) {
        x += numbers[index] ?? 0;
        y += numbers[index + 1] ?? 0;
        if (index === 0) start = [x, y];
        xs.push(x / 10);
        ys.push(y / 10);
      }
    }
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs)).toBeLessThanOrEqual(1189);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(1080);
  });

  test('has another name when its shape is another', () => {
    const here = make(ISLANDS).figure?.files?.[0]?.path;
    const there = make(ISLANDS.replace('150', '160')).figure?.files?.[0]?.path;
    expect(here).toMatch(/^map-[0-9a-f]{8}\.svg$/);
    expect(there).not.toBe(here);
    expect(make(ISLANDS).figure?.files?.[0]?.path).toBe(here);
  });

  test('keeps a small island near a place that it drops elsewhere', () => {
    const bermuda = ISLANDS.replace('[175, -30]', '[-64.8, 32.3]')
      .replace('centre: 150', 'region: world\ncentre: -60')
      .replace('[138, 36]', '[-90, 32]');
    const far = bermuda.replace('[-64.8, 32.3]', '[-95, 0]').replace('[-90, 32]', '[-30, 60]');
    const rings = (body: string) => land(body).match(/z/g)?.length ?? 0;
    expect(rings(bermuda)).toBeGreaterThan(rings(far));
  });
});

describe('places', () => {
  test('stand as text, positioned by rules under the slide’s id', () => {
    const { figure } = make(ISLANDS);
    const [html = ''] = figure?.pages({ groups: [], entry: () => undefined }) ?? [];
    expect(html).toContain(
      '<li><strong>South</strong><span class="spoken">:</span> <span>A treaty</span></li>',
    );
    expect(html).not.toContain('style=');
    expect(figure?.css).toContain('#here .map-places>:nth-child(2){');
  });

  test('say to those who listen what their symbol means, where the key does', () => {
    const { figure } = make(
      `${ISLANDS}legend: [{ symbol: dot, title: In force }, { symbol: self, title: North }]\n`,
    );
    const [html = ''] = figure?.pages({ groups: [], entry: () => undefined }) ?? [];
    expect(html).toContain('<span>A treaty</span><span class="spoken"> (In force)</span></li>');
    expect(html).toContain('<strong>North</strong></li>');
  });

  test('outside the map are an error that offers the arrow', () => {
    const { said } = make(ISLANDS.replace('[175, -30]', '[-2, 54]'));
    expect(said).toEqual([
      'a.md:15:5: error: "South" lies outside the map. Say "off: west" or "off: east" for an arrow, or leave out "centre" and "region".',
    ]);
  });

  test('off the map stand at its edge beside an arrow', () => {
    const { figure, said } = make(
      ISLANDS.replace('[175, -30], symbol: dot, label: left', '[-2, 54], off: west, symbol: dot'),
    );
    expect(said).toEqual([]);
    expect(figure?.pages({ groups: [], entry: () => undefined })[0]).toContain('class="map-arrow"');
  });

  test('that lie near each other have their names on other sides', () => {
    const { said, figure } = make(ISLANDS.replace('[175, -30]', '[150, 36]').replace('label: left, ', ''));
    expect(said).toEqual([]);
    expect(figure?.css).toMatch(/nth-child\(2\)\{top:[\d.]+rem;(left|right)/);
  });

  test('whose name finds no room keep it for those who listen, and a notice says so', () => {
    const crowd = Array.from(
      { length: 30 },
      (_, n) => `  - { name: A long name ${n}, at: [${10 + (n % 6) / 10}, ${45 + Math.floor(n / 6) / 10}] }`,
    );
    const { said, figure } = make(`alt: Crowd\nplaces:\n${crowd.join('\n')}\n`);
    expect(said[0]).toContain('names find no room on the map: "A long name');
    const [html = ''] = figure?.pages({ groups: [], entry: () => undefined }) ?? [];
    expect(html.match(/<li[ >]/g)).toHaveLength(30);
    expect(html).toContain('<li class="spoken">');
  });

  test('with amounts say them below the name, and to those who listen where other words stand there', () => {
    const [html = ''] =
      make(
        'alt: Two\nplaces:\n  - { name: A, at: [0, 40], value: 1240 }\n  - { name: B, at: [9, 40], value: 1, text: Far less }\n',
      ).figure?.pages({ groups: [], entry: () => undefined }) ?? [];
    expect(html).toContain(
      '<li><strong>A</strong><span class="spoken">:</span> <span class="map-value">1,240</span></li>',
    );
    expect(html).toContain(
      '<li><strong>B</strong><span class="spoken">:</span> <span>Far less</span><span class="spoken"> (1)</span></li>',
    );
  });

  test('with amounts are circles of that area, and the head of a line to one stands outside of it', () => {
    const [html = ''] =
      make(
        'alt: Two\nplaces:\n  - { name: A, at: [0, 40], value: 4 }\n  - { name: B, at: [9, 40], value: 1 }\nroutes: [{ through: [B, A], arrow: true }]\n',
      ).figure?.pages({ groups: [], entry: () => undefined }) ?? [];
    const circles = [...html.matchAll(/map-amount" cx="([\d.]+)"[^>]* r="([\d.]+)"/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(circles.map(([, radius]) => radius)).toEqual([64, 32]);
    const [[x = 0, radius = 0] = []] = circles;
    const tip = Number(/map-head" d="M([\d.]+) /.exec(html)?.[1]);
    expect(tip - x).toBeCloseTo(radius + 5, 0);
  });
});

describe('many places', () => {
  const page = (body: string) => make(body).figure?.pages({ groups: [], entry: () => undefined })[0] ?? '';

  test('keep their names, some of them further off with a line', () => {
    const towns = Array.from(
      { length: 20 },
      (_, n) =>
        `  - { name: Some town ${n}, at: [${8 + ((n * 37) % 100) / 60}, ${50 + ((n * 61) % 100) / 40}], value: ${n + 4} }`,
    );
    const html = page(`alt: Towns\nplaces:\n${towns.join('\n')}\n`);
    expect(problems).toEqual([]);
    expect(html).toContain('class="map-leader"');
    expect(html).not.toContain('<li class="spoken"');
  });

  test('are shown with all that a route passes', () => {
    const html = page(
      'alt: Way\nplaces:\n  - { name: A, at: [0, 40] }\n  - { name: B, at: [20, 40] }\nroutes: [{ through: [A, [10, -30], B] }]\n',
    );
    const ys = [...(/map-route" d="([^"]+)"/.exec(html)?.[1] ?? '').matchAll(/,(-?[\d.]+)/g)].map(([, y]) =>
      Number(y),
    );
    expect(Math.max(...ys)).toBeLessThan(1080);
    expect(Math.min(...ys)).toBeGreaterThan(228);
  });
});

describe('what is shown', () => {
  test('is as near as the places of a small country, which use half of the height', () => {
    const places = [
      { name: 'North', at: [6.6, 53.2] satisfies [number, number], symbol: 'dot' as const },
      { name: 'South', at: [5.7, 50.9] satisfies [number, number], symbol: 'dot' as const },
    ];
    const { projection } = projectionOf(
      { alt: 'Two', borders: false, places, routes: [], seas: [], legend: [], sources: [] },
      1920,
    );
    const [north, south] = [projection([6.6, 53.2])?.[1] ?? 0, projection([5.7, 50.9])?.[1] ?? 0];
    expect(south - north).toBeGreaterThan(540);
  });

  const placed = (body: string) => make(body).figure?.css ?? '';

  test('is as much as the places need, across the date line too', () => {
    expect(middleOf([178, -172, 167])).toBeCloseTo(177.5);
    expect(middleOf([-9, 130])).toBeCloseTo(60.5);
    expect(
      make(
        'alt: Islands\nplaces:\n  - { name: Fiji, at: [178, -18] }\n  - { name: Samoa, at: [-172, -13.7] }\n',
      ).said,
    ).toEqual([]);
  });

  test('is the region asked for', () => {
    const body = 'alt: Rome\nplaces:\n  - { name: Rome, at: [12.5, 41.9] }\n';
    expect(placed(`region: europe\n${body}`)).not.toBe(placed(body));
    expect(make(`region: [0, 35, 20, 50]\n${body}`).said).toEqual([]);
    expect(make(`region: atlantis\n${body}`).said[0]).toContain('region');
  });

  test('has borders only where they are asked for, with whose they are', () => {
    const { figure } = make(`borders: "2018"\n${ISLANDS}`);
    expect(figure?.files?.[0]?.text).toContain('stroke-opacity=".75"');
    expect(figure?.note).toContain('Borders of 2018 as Natural Earth');
    expect(land(ISLANDS)).not.toContain('stroke-opacity=".75"');
  });

  test('has lines between places, and refuses one to a place that is none', () => {
    const route = (stop: string) => make(`routes: [{ through: [North, ${stop}], arrow: true }]\n${ISLANDS}`);
    expect(route('South').figure?.pages({ groups: [], entry: () => undefined })[0]).toContain(
      'class="map-head"',
    );
    expect(route('Sauth').said[0]).toContain('the map has no place "Sauth". Did you mean "South"?');
  });
});

describe('names', () => {
  const apart = DENSITIES.map(({ gap }) => gap).concat(DOTS.gap);
  test.each([...new Set(apart)])(
    'meet none, and belong to one place clearly, %i px from their own',
    (gap) => {
      const place = fc.record({
        name: fc.string({ minLength: 1, maxLength: 24 }),
        x: fc.integer({ min: 100, max: 1100 }),
        y: fc.integer({ min: 240, max: 1000 }),
        radius: fc.integer({ min: 6, max: 40 }),
      });
      fc.assert(
        fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (drawn) => {
          const symbols = drawn.map((one) => ({
            ...one,
            at: [0, 0] satisfies [number, number],
            symbol: 'dot' as const,
          }));
          const density = [...DENSITIES, DOTS].find((one) => one.gap === gap);
          const labels = placeLabels(
            symbols,
            [],
            1136,
            (text, _face, size) => text.length * size * 0.5,
            density,
          );
          for (const [index, label] of labels.entries()) {
            if (!label) continue;
            expect(label.box.right).toBeLessThanOrEqual(1136);
            expect(labels.some((other, at) => at !== index && other && disturbs(label, other))).toBe(false);
            const others = symbols.filter((_, at) => at !== index);
            expect(others.some((symbol) => gapTo(label.box, symbol) < 4)).toBe(false);
            const beside = others.filter(({ y }) => y > label.box.top && y < label.box.bottom);
            expect(beside.some((symbol) => gapTo(label.box, symbol) < 2 * gap)).toBe(false);
            expect(others.some((symbol) => label.leader && gapToLine(label.leader, symbol) < 4)).toBe(false);
          }
        }),
        { seed: 18, numRuns: process.env['ORIHON_LONG'] ? 300 : 40 },
      );
    },
  );
});

describe('wrong input', () => {
  test('names an unknown symbol and the ones there are', () => {
    const { figure, said } = make(ISLANDS.replace('symbol: dot', 'symbol: star'));
    expect(figure).toBeUndefined();
    expect(said[0]).toContain('a.md:15:');
    expect(said[0]).toContain('square, dot, ring, self');
  });

  test('refuses a latitude that is none, and a map without a text alternative', () => {
    const { said } = make(ISLANDS.replace('-30', '-95').replace('alt: Two islands.\n', ''));
    expect(said).toHaveLength(2);
    expect(said.join()).toContain('Latitude lies between -85 and 85');
    expect(said.join()).toContain('"alt" is missing');
  });

  test('says when the legend is longer than its leaf', () => {
    const lines = Array.from({ length: 20 }, () => '        - A line\n').join('');
    const { said } = make(`${ISLANDS}legend:\n  - symbol: dot\n    title: Treaties\n    lines:\n${lines}`);
    expect(said[0]).toContain('the legend is longer than its leaf');
  });
});

test('a map of two hundred places names nine of ten', () => {
  // The golden ratio and the square root of two: as even as chance, and no two alike.
  const symbols = Array.from({ length: 200 }, (_, nth) => ({
    name: 'Neustadt'.slice(0, 4 + (nth % 5)),
    at: [0, 0] satisfies [number, number],
    symbol: 'dot' as const,
    ...{ x: 100 + ((nth * 0.618034) % 1) * 1720, y: 250 + ((nth * 0.414214) % 1) * 760, radius: 6 },
  }));
  const labels = placeLabels(symbols, [], 1824, (text, _face, size) => text.length * size * 0.5, DOTS);
  expect(labels.filter(Boolean).length).toBeGreaterThanOrEqual(180);
});

test('a map of more places than anybody can tell apart is refused', () => {
  const places = Array.from({ length: 401 }, (_, nth) => `  - { name: P${nth}, at: [${nth % 180}, 0] }`);
  const { said } = make(`alt: Many\nplaces:\n${places.join('\n')}\n`);
  expect(said).toEqual([expect.stringContaining('Show those that matter, 400 at most.')]);
});

test('many names without room are one notice, with how many they are', () => {
  const places = Array.from(
    { length: 90 },
    (_, nth) => `  - { name: A long name ${nth}, at: [${10 + (nth % 9) / 9}, ${50 + nth / 90}] }`,
  );
  const { said } = make(`alt: Many\nregion: world\nplaces:\n${places.join('\n')}\n`);
  expect(said).toEqual([
    expect.stringMatching(/notice: \d\d of 90 names find no room on the map: "A long name/),
  ]);
});
