import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, parse, walk } from 'css-tree';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSite } from '../../../src/site/site.ts';

/** Ids that are none of CSS as they are: of headlines that begin with a year, and those that authors write. */
const SLIDES = ['## 1902 to 1923', '<!-- .slide: id="v1.2" -->\n## A', '<!-- .slide: id="-1:a" -->\n## B'];
const FENCES = [
  '```chart\nfile: a.csv\n```',
  '```map\nalt: A way\nplaces:\n  - { name: Lisbon, at: [-9.1, 38.7] }\n  - { name: Nagasaki, at: [129.9, 32.7] }\n```',
  '```timeline\n```',
  '```timeline\ncompact: true\n```',
  '```js [1|2]\none();\ntwo();\n```',
];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orihon ids '));
  writeFileSync(join(folder, 'a.csv'), 'year,trade\n1902,3\n1910,5\n1923,4\n');
  writeFileSync(
    join(folder, 'timeline.yaml'),
    'events:\n  - { date: 1902, title: One }\n  - { date: 1911, title: Two }\n  - { date: 1923, title: Three }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a figure stands where it is placed, whatever the id of its slide', async () => {
  const slides = FENCES.flatMap((fence, index) =>
    SLIDES.map((head) => `${head.replace('id="', `id="${index}`)} ${index}\n\n${fence}`),
  );
  writeFileSync(join(folder, 'deck.md'), slides.join('\n\n---\n\n'));
  const { site, problems } = await makeSite(folder, { notes: false });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const sheets = [...(site?.files ?? [])].flatMap(([path, text]) =>
    path.endsWith('.css') ? [`${text}`] : [],
  );

  const faults: string[] = [];
  const named = new Set<string>();
  for (const sheet of sheets)
    walk(parse(sheet, { onParseError: ({ formattedMessage }) => faults.push(formattedMessage) }), {
      visit: 'IdSelector',
      enter: (node) => named.add(generate(node)),
    });
  expect(faults).toEqual([]);
  // Every figure has rules of its own: none was left out, and none has its place in a rule that no browser reads.
  for (const start of [
    '\\31 902-to-1923',
    '0v1',
    '1v1',
    '2v1',
    '3v1',
    '4v1',
    '0-1',
    '1-1',
    '2-1',
    '3-1',
    '4-1',
  ])
    expect(
      [...named].some((id) => id.startsWith(`#${start.replace(/^\d/, '\\3$& ')}`)),
      start,
    ).toBe(true);
});
