import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../../src/base/problem.ts';
import { SHEET } from '../../../../src/base/sheet.ts';
import type { Figure, FigureContext } from '../../../../src/deck/figure.ts';
import { makeBibliography } from '../../../../src/deck/sources/sources.ts';
import { timelineFigure } from '../../../../src/figures/timeline/figure.ts';
import type { Measure } from '../../../../src/fonts/faces.ts';
import { loadMeasure } from '../../../../src/fonts/metrics.ts';

const SAMPLE = readFileSync(new URL('../../../golden/timeline-sample.yaml', import.meta.url), 'utf8');

let measure: Measure;
beforeAll(async () => {
  measure = await loadMeasure();
});

/** A figure made of a fence's body, and what was said about it. */
function make(
  body: string,
  text = SAMPLE,
  leaf = false,
): { figure: Figure | undefined; html: string; said: readonly string[] } {
  const problems: Problem[] = [];
  const context: FigureContext = {
    read: (path) => (path === 'timeline.yaml' ? text : undefined),
    paths: ['timeline.yaml'],
    measure,
    report: (problem) => problems.push(problem),
    lang: 'en',
  };
  const place = { file: 'a.md', line: 7, column: 1 };
  const figure = timelineFigure({ kind: 'timeline', body, place, slide: 'here', leaf }, context);
  const html = figure?.pages(makeBibliography(new Map(), new Set()))[0] ?? '';
  return { figure, html, said: problems.map(formatProblem) };
}

/** A page that can be opened from the folder of golden files, with the machine's own fonts. */
function page({ figure, html }: ReturnType<typeof make>): string {
  const fold = { a: 49.5417, b: 30.5417, none: 80 }[figure?.fold ?? 'none'];
  const sheets = ['page/tokens.css', 'page/slides.css', 'figures/timeline/screen.css'];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A timeline as it is drawn</title>
${sheets.map((sheet) => `<link rel="stylesheet" href="../../src/${sheet}">`).join('\n')}
<style>
html{font-size:min(100vw/80,100vh/45)}
body{margin:0;min-height:100vh;background:linear-gradient(to right,var(--paper) ${fold}rem,var(--leaf) ${fold}rem)}
${figure?.css}</style>
<body class="reveal"><div class="slides"><section id="here">
${html}
<div class="foot"><p class="sources">${figure?.note}</p></div>
</section></div>
`;
}

describe('the figure', () => {
  test('of a whole timeline looks as it did', async () => {
    await expect(page(make(''))).toMatchFileSnapshot('../../../golden/timeline-sample.html');
  });

  test('of one era looks as it did', async () => {
    await expect(page(make('era: early'))).toMatchFileSnapshot('../../../golden/timeline-sample-era.html');
  });

  test('lists every event with its date, lane, title and kind, in order of time', () => {
    const heard = [...make('').html.matchAll(/<span class="spoken">(.*?)<\/span>(?=<\/li>)/g)].map(
      ([, text]) => text?.replace(/<[^>]+>/g, ''),
    );
    expect(heard).toEqual([
      '1 July 1803, The mill: Charter of the mill 水車の特許状 (Charter in force: 1804 to about 1847)',
      'February 1844, The town and its school: The great flood',
      // What is drawn as a tint, a hatch or dots, and named nowhere else.
      'February 1844 to November 1846: Flood',
      '1847 to 1851, The mill: Rebuilding',
      '1851 to 1866, The mill: Mill stands idle',
      'May 1861, The town and its school: Upper bridge opened',
      '30 September 1861, The town and its school: Lower bridge opened (Declared)',
      '1 April 1866, The mill: Lease of the mill to the town (Lease in force)',
      'about 1872, The town and its school: School opened (Declared)',
      '12 October 1884, The mill: Steam comes to the mill 蒸気機関',
      '1889, The town and its school: First council (Declared)',
    ]);
  });

  test('says in the list how long a bar runs, and of a kind nothing that the title says', () => {
    const heard = (text: string) => make('', text).html.replace(/<[^>]+>/g, '');
    const text = (event: string, words = 'Charter in force') =>
      `title: A mill\nfrom: "1800"\nto: "1900"\nlegend: { heavy: ${words} }\nlanes: [{ id: a, name: A }]\nevents:\n  - { id: x, lane: a, significance: 1, label: X, ${event} }\n`;
    const bar = (when: string) => `bar: { weight: heavy, ${when} }`;
    expect(heard(text(`date: "1801", title: One, ${bar('from: "1803", to: "1805"')}`))).toContain(
      '1801: One (Charter in force: 1803 to 1805)',
    );
    expect(heard(text(`date: "1801", title: One, ${bar('from: "1803"')}`))).toContain(
      '1801: One (Charter in force: from 1803 on)',
    );
    expect(heard(text(`date: "1801", title: One, ${bar('from: "1801"')}`))).toMatch(
      /1801: One \(Charter in force\)/,
    );
    // Every word of it, in whatever order.
    expect(heard(text(`date: "1801", title: "In force: the charter", ${bar('from: "1801"')}`))).not.toContain(
      '(',
    );
  });

  test('has a title of its own where the fence gives one', () => {
    expect(make('compact: true\nonly: [charter, flood]\ntitle: Two of them').html).toContain(
      'aria-label="Two of them"',
    );
  });

  test('dates the list for machines and says the language of second names', () => {
    const { html } = make('');
    expect(html).toContain('<time datetime="1884-10-12">12 October 1884</time>');
    expect(html).toContain('<time datetime="1889">1889</time>');
    expect(html).toContain('<span lang="ja">水車の特許状</span>');
  });

  test('has one mark and one entry for each event, found by its id', () => {
    const { html } = make('');
    for (const id of [
      'charter',
      'flood',
      'upper-bridge',
      'lower-bridge',
      'lease',
      'school',
      'steam',
      'council',
    ]) {
      expect(html).toContain(`<g class="mark" data-event="${id}">`);
      expect(html).toContain(`<li id="here-${id}" data-event="${id}" `);
    }
  });

  test('obeys the policy of the page: no style in the markup, all rules under the slide', () => {
    for (const body of ['', 'era: late']) {
      const { figure, html } = make(body);
      expect(html).not.toMatch(/style[=>]|<script|on\w+=|url\(/);
      expect(figure?.css.split('\n').filter((rule) => rule !== '' && !rule.startsWith('#here .'))).toEqual(
        [],
      );
    }
  });

  test('draws nothing of a size below zero', () => {
    for (const body of ['', 'era: early', 'era: late'])
      expect(make(body).html).not.toMatch(/(width|height|r)="-/);
  });

  test('gives the addresses of all events once, on the overview', () => {
    expect(make('').figure?.addresses?.map(({ id }) => id)).toContain('steam');
    expect(make('').figure?.addresses?.[0]?.place).toEqual({ file: 'timeline.yaml', line: 22, column: 11 });
    expect(make('era: late').figure?.addresses).toBeUndefined();
  });

  test('says in the foot what the key does not', () => {
    expect(make('').figure?.key).toBe(
      'Shaded: Flood, 1844–46. Hatched: Rebuilding, 1847–51. Dotted: Mill stands idle, 1851–66.',
    );
    expect(make('era: late').figure).not.toHaveProperty('note');
    // To those who see it; listeners hear it with each event.
    expect(make('era: late').figure?.key).toBe('Filled dot: signed. Ring: declared.');
  });

  test('names in an era what goes on from before it', () => {
    expect(make('era: late').html).toContain('<li id="here-lease" data-event="lease" ');
  });
});

describe('what is drawn together or left out', () => {
  test('is said', () => {
    expect(make('').said).toEqual([
      'timeline.yaml:24:11: notice: "upper-bridge" and "lower-bridge" lie so near on the overview that they are drawn as one mark. They share the label "Two bridges".',
    ]);
    expect(make('era: early').said).toEqual([]);
  });

  test('is said of a label without room, too', () => {
    const events = Array.from(
      { length: 12 },
      (_, index) =>
        `  - { id: e-${index}, lane: mill, date: "18${10 + 5 * index}", title: T, label: The longest of all names, parties: [A], kind: k, summary: S., significance: 1, mark: signed }`,
    );
    const lanes = Array.from({ length: 9 }, (_, index) => `  - { id: l-${index}, name: L }`);
    const text = SAMPLE.replace(/^events:[\s\S]*/m, `events:\n${events.join('\n')}\n`)
      .replace('lanes:\n', `lanes:\n${lanes.join('\n')}\n`)
      .replace(/^groups:[\s\S]*?(?=^legend)/m, '')
      .replace(/^bands:[\s\S]*?(?=^spans)/m, '');
    const { said } = make('', text);
    expect(said.filter((line) => /finds? no room/.test(line)).length).toBeGreaterThan(0);
    expect(said.every((line) => line.includes(': notice: '))).toBe(true);
  });
});

describe('a fence', () => {
  test('that names an unknown era gets no figure, and the nearest one', () => {
    const { figure, said } = make('era: latte');
    expect(figure).toBeUndefined();
    expect(said).toEqual(['a.md:7:6: error: unknown era "latte". Did you mean "late"?']);
  });

  test('that names an unknown file gets the nearest one', () => {
    expect(make('file: timelin.yaml').said).toEqual([
      'a.md:7:7: error: there is no file "timelin.yaml". Did you mean "timeline.yaml"?',
    ]);
  });

  test('with an unknown key gets the nearest one', () => {
    expect(make('ear: late').said).toEqual(['a.md:7:1: error: unknown key "ear". Did you mean "era"?']);
  });
});

test('an overview leaves the leaf to what its author wrote there', () => {
  const { figure, html, said } = make('', SAMPLE, true);
  expect(said.filter((one) => one.includes('error'))).toEqual([]);
  expect(figure?.fold).toBe('a');
  expect(html).toContain('data-event="charter"');
  const ends = [...html.matchAll(/<line [^>]*x2="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(ends.length).toBeGreaterThan(0);
  expect(Math.max(...ends)).toBeLessThanOrEqual(SHEET.left.to + 12);
});

test('the zone of hours is told in the foot, where they have one', () => {
  const day = (...dates: readonly string[]) =>
    ['events:', ...dates.map((date, at) => `  - { date: "${date}", title: Message ${at} }`)].join('\n');
  const note = (...dates: readonly string[]) => make('', day(...dates)).figure?.note ?? '';
  expect(note('2014-03-07T16:42Z', '2014-03-07T17:21Z')).toContain('UTC.');
  expect(note('2014-03-07T16:42+08:00', '2014-03-07T17:21+08:00')).toContain('UTC+08:00.');
  expect(note('2014-03-07T16:42Z', '2014-03-07T17:21+08:00')).not.toContain('UTC');
  expect(note('2014-03-07T16:42', '2014-03-07T17:21')).not.toContain('UTC');
});

test('Julian dates are told in the foot of each drawing', () => {
  const text = `calendar: julian\n${SAMPLE}`;
  for (const body of ['', 'range: 1860/1875', 'compact: true\nonly: [charter, school, flood]'])
    expect(make(body, text).figure?.note).toContain('Dates are Julian.');
  expect(make('').figure?.note).toBeUndefined();
});

describe('a part of a timeline', () => {
  test('is a range of years on one axis, without an era', () => {
    const { html, said, figure } = make('range: 1860/1875');
    expect(said).toEqual([]);
    expect(figure?.addresses).toBeUndefined();
    expect(html).toContain('aria-label="A village and its mill: 1860–75"');
    const walked = [...html.matchAll(/<li id="[^"]*" data-event="([^"]*)"/g)].map(([, id]) => id);
    expect(walked).toEqual(['upper-bridge', 'lower-bridge', 'lease', 'school']);
  });

  test('is a range of days with all that falls on them, to the last minute of the last', () => {
    const day = fc.integer({ min: 10, max: 25 });
    const time = fc.record({
      day,
      hour: fc.integer({ min: 0, max: 23 }),
      days: fc.integer({ min: 0, max: 3 }),
    });
    const on = (of: number, hour?: number) =>
      `2023-01-${of}${hour === undefined ? '' : `T${String(hour).padStart(2, '0')}:30`}`;
    fc.assert(
      fc.property(day, day, fc.array(time, { minLength: 1, maxLength: 5 }), (a, b, times) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const events = times.map(({ day, hour, days }, n) => {
          const date = days > 0 ? `${on(day, hour)}/${on(day + days, hour)}` : on(day, hour);
          return `  - { id: e${n}, date: "${date}", title: Event ${n} }`;
        });
        const text = `events:\n  - { id: first, date: 2023-01-01, title: First }\n  - { id: last, date: 2023-01-31, title: Last }\n${events.join('\n')}\n`;
        const inside = times.flatMap(({ day, days }, n) =>
          day <= to && day + days >= from ? [`e${n}`] : [],
        );
        for (const how of ['', '\ncompact: true']) {
          if (how && inside.length === 0) continue;
          const { html } = make(`range: ${on(from)}/${on(to)}${how}`, text);
          const shown = [...html.matchAll(/data-event="(e\d)"/g)].map(([, id]) => id);
          expect([...new Set(shown)].sort()).toEqual(inside);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('shows what may have been in it, as far as it is known', () => {
    const dates = {
      year: '1939',
      month: '1939-10',
      season: '1939-23',
      decade: '193X',
      late: '1940',
      day: '1939-09-01',
    };
    const events = Object.entries(dates).map(
      ([id, date]) => `  - { id: ${id}, date: "${date}", title: The ${id} }`,
    );
    const { html, said } = make('range: 1939-09/1939-12', `events:\n${events.join('\n')}\n`);
    const shown = [...html.matchAll(/<li id="[^"]*" data-event="([^"]*)"/g)].map(([, id = '']) => id);
    expect(shown.sort()).toEqual(['day', 'decade', 'month', 'season', 'year']);
    // Of a year, a decade and a season all that is in view; a month is no wider than a few points.
    expect([...html.matchAll(/<line class="range"/g)]).toHaveLength(3);
    expect(said).toEqual([]);
  });

  test('is some of its events, by name or by kind, on the lanes they need', () => {
    const named = make('only: [school, flood]').html;
    expect([...named.matchAll(/<li id="[^"]*" data-event="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'flood',
      'school',
    ]);
    const laws = make('kind: law').html;
    expect([...laws.matchAll(/<li id="[^"]*" data-event="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'charter',
      'lease',
      'council',
    ]);
  });

  test('that names what there is not gets the nearest', () => {
    expect(make('only: [scool]').said).toEqual([
      'a.md:7:7: error: unknown event "scool". Did you mean "school"?',
    ]);
    expect(make('kind: lav').said).toEqual([
      'a.md:7:7: error: there is no event of kind "lav". Did you mean "law"?',
    ]);
    expect(make('range: "1860"').said).toEqual([
      'a.md:7:8: error: "1860" is no range of dates. Write two dates with a stroke between them: 1939/1945.',
    ]);
  });
});
