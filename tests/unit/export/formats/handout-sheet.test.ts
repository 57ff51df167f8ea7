import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../../../src/deck/front-matter.ts';
import { sheetOf } from '../../../../src/export/formats/handout-sheet.ts';

test('what a handout measures for all its slides has names that no slide gives a meaning', () => {
  const meta = { ...NO_FRONT_MATTER, title: 'A talk' };
  const [, root = ''] =
    /:root \{([^}]*)\}/.exec(sheetOf({ deck: { meta } }, { paper: 'a4', perPage: 2 })) ?? [];
  const names = [...root.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name);
  expect(names).toHaveLength(2);
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(page|figures).*\.css$/.test(path))
    .map((path) => readFileSync(`src/${path}`, 'utf8'));
  expect(sheets.length).toBeGreaterThan(20);
  for (const name of names) expect(sheets.filter((sheet) => sheet.includes(`var(${name}`))).toEqual([]);
});
