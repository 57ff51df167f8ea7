import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeProblemsPage } from '../../problems-page.ts';

const PAGE = 'docs/problems.md';

test('docs/problems.md lists every rule that a deck in tests/broken breaks, with its severity', () => {
  const page = writeProblemsPage();
  // Written anew only when asked for, and then read by whoever commits it.
  if (process.env['ORIHON_WRITE_BROKEN']) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});
