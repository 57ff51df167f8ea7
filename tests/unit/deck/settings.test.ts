import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '../../../src/base/problem.ts';
import { readDeck } from '../../../src/deck/read.ts';
import { readMeta } from '../../../src/deck/settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'orihon-'));
afterAll(() => rmSync(folder, { recursive: true }));

function metaOf(text: string, settings: readonly { readonly path: string; readonly text: string }[] = []) {
  const problems: Problem[] = [];
  const slides = [{ path: 'a.md', text }];
  const files = { name: 'deck', slides, read: () => undefined, has: () => false, paths: [], settings };
  const meta = readMeta(files, (problem) => problems.push(problem));
  return { meta, problems: problems.map(formatProblem) };
}

describe('settings of reveal-md', () => {
  const settings = [
    { path: 'reveal.json', text: '{\n\t"transition": "zoom",\n\t"controls": false,\n\t"menu": {}\n}' },
    { path: 'reveal-md.json', text: '{ "title": "All", "separator": "^===$", "css": "a.css", }' },
  ];

  test('stand in for what the front matter does not say', () => {
    const { meta } = metaOf('---\nrevealOptions:\n  transition: fade\n---\n# A', settings);
    expect(meta).toMatchObject({ title: 'All', separator: '^===$', css: ['a.css'], lang: 'en' });
    expect(meta.revealOptions).toEqual({ transition: 'fade', controls: false });
  });

  test('give way to the front matter, and are told at their own place', () => {
    const { meta, problems } = metaOf('---\ntitle: Mine\nseparator: "^---$"\n---\n# A', settings);
    expect(meta).toMatchObject({ title: 'Mine', separator: '^---$' });
    expect(problems).toEqual([
      'reveal.json:4:2: notice: a key of plugins of reveal.js has no meaning here: menu. Take it out, or leave it for the other program.',
    ]);
  });

  test('that cannot be read are told, and stop nothing', () => {
    const { meta, problems } = metaOf('# A', [{ path: 'reveal.json', text: '{ "controls": true' }]);
    expect(meta.title).toBe('Untitled deck');
    expect(problems).toEqual([
      expect.stringMatching(/^reveal\.json:1:\d+: notice: the settings cannot be read: /),
    ]);
  });

  test('from above the deck name none of its files', () => {
    const { meta } = metaOf('# A', [
      { path: '../reveal-md.json', text: '{ "css": "a.css", "notesSeparator": "^N:" }' },
    ]);
    expect([meta.css, meta.notesSeparator]).toEqual([undefined, '^N:']);
  });

  test('are found beside the deck', () => {
    writeFileSync(join(folder, 'a.md'), '# A');
    writeFileSync(join(folder, 'reveal.json'), '{}');
    mkdirSync(join(folder, 'below'));
    writeFileSync(join(folder, 'below', 'b.md'), '# B');
    expect(readDeck(join(folder, 'a.md')).settings).toEqual([{ path: 'reveal.json', text: '{}' }]);
    expect(readDeck(join(folder, 'below')).settings).toEqual([]);
  });
});

describe('front matter', () => {
  test.each([
    ['title: "One\ntwo"\nauthor: Me', 'One two', 'Me'],
    ["title: 'One\n\ntwo'\nauthor: Me", 'One\ntwo', 'Me'],
    ['title: It\'s "so"\nauthor: Me', 'It\'s "so"', 'Me'],
    ['title: One\nauthor: [\nMe,\nYou\n]', 'One', 'Me, You'],
    ['title: One\nauthor: Me\nrevealOptions: {\n"loop": true }', 'One', 'Me'],
  ])('reads a value whose later lines begin at the margin: %j', (yaml, title, author) => {
    const { meta, problems } = metaOf(`---\n${yaml}\n---\n# A`);
    expect([meta.title, meta.author, problems]).toEqual([title, author, []]);
  });

  test('with a quote that nothing closes is told', () => {
    expect(metaOf('---\ntitle: "One\nauthor: Me\n---\n# A').problems[0]).toContain('never closed');
  });
});
