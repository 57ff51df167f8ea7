import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Problem } from '../../../../src/base/problem.ts';
import { parseDate, parseWhen } from '../../../../src/figures/timeline/model/date.ts';
import { parseTimeline } from '../../../../src/figures/timeline/model/parse.ts';
import { readSpoken } from '../../../../src/figures/timeline/model/spoken-date.ts';
import { formatWhen } from '../../../../src/figures/timeline/model/when.ts';

const PAGE = readFileSync(new URL('../../../../docs/timelines.md', import.meta.url), 'utf8');
const fences = [...PAGE.matchAll(/^```(csv|yaml)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

test('every timeline on the page is one', () => {
  const files = fences.filter(({ kind, text }) => kind === 'csv' || text.includes('events:'));
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const { kind, text } of files) {
    const problems: Problem[] = [];
    const timeline = parseTimeline({ file: `page.${kind}`, text }, (problem) => problems.push(problem));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(timeline?.events.length).toBe(3);
  }
});

test('every date on the page is told as the page says', () => {
  const rows = [...PAGE.matchAll(/^\| (`.*`) \| (.*) \|$/gm)];
  expect(rows.length).toBeGreaterThan(6);
  for (const [, written = '', told = ''] of rows) {
    const all = [...written.matchAll(/`([^`]+)`/g)].map(([, text = '']) => {
      const when = parseWhen(text) ?? expect.fail(text);
      return formatWhen({ end: undefined, open: undefined, when: undefined, ...when });
    });
    expect([...new Set(all)].join(', ')).toBe(told);
  }
  const spoken = /In tables also as people write them: ([\s\S]*?)\n\n/.exec(PAGE)?.[1] ?? '';
  for (const [, text = ''] of spoken.matchAll(/`([^`]+)`/g)) expect(readSpoken(text), text).toBeDefined();
  expect(parseDate('-0043')).toMatchObject({ year: -43 });
});
