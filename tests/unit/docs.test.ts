import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../src/base/problem.ts';
import { exportCommand } from '../../src/commands/export.ts';
import { FrontMatterSchema } from '../../src/deck/front-matter.ts';
import { problemsJson } from '../../src/report/terminal.ts';
import { makeSite } from '../../src/site/site.ts';

/** Pages whose fences a test of their own compiles. */
const ELSEWHERE = ['docs/architecture.md', 'docs/charts.md'];
const PAGES = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter(
  (path) => path.endsWith('.md') && !ELSEWHERE.includes(path),
);

/** All fences of a page, by its language and which of that language it is: `yaml 2`. */
function fencesOf(path: string): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const found = readFileSync(path, 'utf8').matchAll(/^(`{3,})(\w+)[^\n]*\n([\s\S]*?)^\1$/gm);
  return new Map(
    [...found].map(([, , language = '', body = '']) => {
      const nth = (counts.get(language) ?? 0) + 1;
      counts.set(language, nth);
      return [`${language} ${nth}`, body] as const;
    }),
  );
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon docs '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes a deck of these files; nothing in it may be an error. */
async function compile(files: Files): Promise<{ html: string; problems: readonly Problem[] }> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { site, problems } = await makeSite(folder, { notes: false });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { html: site?.slides ?? '', problems };
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const slide = (kind: string, body: string) => `# A\n\n\`\`\`${kind}\n${body}\n\`\`\`\n`;
const TIMELINES = fencesOf('docs/timelines.md');

/** How each fence is tried. */
const TRIED: Readonly<Record<string, (body: string) => Promise<void>>> = {
  'README.md yaml 1': async (body) => {
    const { html } = await compile({
      'deck.md': slide('timeline', ''),
      'timeline.yaml': `lanes:\n  - { id: britain, name: Britain }\nevents:\n${body}`,
      'sources.yaml': '- { id: mofa-2023, type: webpage, title: A, URL: "https://example.org" }\n',
    });
    expect(html).toContain('Access Agreement');
  },
  'docs/languages.md sh 1': async (body) => {
    const { problems } = await compile({ 'deck.md': '---\nlang: ko\n---\n# 안녕\n' });
    const named = body.trim().split(' ').at(-1) ?? '';
    expect(problems.some(({ fix }) => fix.includes(named)) || problems.length === 0).toBe(true);
  },
  'docs/look.md yaml 1': async (body) => {
    expect((await compile({ 'deck.md': slide('map', body) })).html).toContain('Macau');
  },
  'docs/paper.md yaml 1': async (body) => {
    const [step] = z.tuple([z.object({ run: z.string() })]).parse(parse(body));
    const options = [...step.run.matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name);
    expect(options.length).toBeGreaterThan(2);
    expect(Object.keys(exportCommand.options)).toEqual(expect.arrayContaining(options));
  },
  'docs/sources.md yaml 1': async (body) => {
    const { html } = await compile({ 'deck.md': '# A\n\nB [@mill-roll, p. 3]\n', 'sources.yaml': body });
    expect(html).toContain('Roll of the mills');
  },
  'docs/timelines.md markdown 1': async (body) => {
    await compile({ 'deck.md': body, 'data/mill.csv': TIMELINES.get('csv 1') ?? '' });
  },
  'docs/timelines.md csv 1': async (body) => {
    const deck = `${slide('timeline', '')}\n---\n\n${slide('events', '')}`;
    const { html, problems } = await compile({ 'deck.md': deck, 'timeline.csv': body });
    for (const word of ['Charter', 'The weir is mended', 'The bridge is closed', 'A ford', 'long ago'])
      expect(html).toContain(word);
    expect(problems.map(({ what }) => what).join()).toContain('long ago');
  },
  'docs/timelines.md yaml 1': async (body) => {
    const { html, problems } = await compile({
      'deck.md': slide('timeline', body),
      'data/kings.csv': 'hdate,hdate_end,label,url,description\n871,899,Alfred,https://example.org,A king\n',
    });
    expect(html).toContain('Alfred');
    expect(problems.map(({ what }) => what).join()).not.toContain('has no place');
  },
  'docs/timelines.md yaml 2': async (body) => {
    const { html } = await compile({
      'deck.md': slide('timeline', ''),
      'timeline.yaml': body,
      'turbine.png': PIXEL,
    });
    expect(html).toContain('Turbine');
  },
  'docs/timelines.md yaml 3': async (body) => {
    const events = [
      '{ id: flood, date: 1842, title: Flood }',
      '{ id: bridge, date: 1844/1850, title: Bridge }',
    ];
    const { html } = await compile({
      'deck.md': slide('timeline', body),
      'timeline.yaml': `events:\n${events.map((event) => `  - ${event}\n`).join('')}`,
    });
    expect(html).toContain('Flood');
  },
  'docs/writing.md json 1': async (body) => {
    const { problems } = JSON.parse(body);
    const [{ file, line, column, ...rest }] = problems;
    expect(JSON.parse(problemsJson('.', [{ place: { file, line, column }, ...rest }]))).toEqual(
      JSON.parse(body),
    );
  },
  'docs/writing.md yaml 1': async (body) => {
    expect(FrontMatterSchema.parse(parse(body))).toMatchObject({ fonts: { text: expect.any(String) } });
  },
};

test.each(
  PAGES.flatMap((path) => [...fencesOf(path)].map(([name, body]) => [`${path} ${name}`, body] as const)),
)('%s is true', async (name, body) => {
  expect(Object.keys(TRIED)).toContain(name);
  await TRIED[name]?.(body);
});

test('no fence is tried that is not there', () => {
  const there = PAGES.flatMap((path) => [...fencesOf(path).keys()].map((name) => `${path} ${name}`));
  // Those of a page within a page belong to it.
  expect(Object.keys(TRIED).filter((name) => !there.includes(name))).toEqual([]);
});
