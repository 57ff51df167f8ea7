import { expect, test } from 'vitest';
import { progressOn } from '../../../src/browser/progress.ts';

/** What stands on the stream after an export of three slides. */
function said(isTTY: boolean): string {
  let text = '';
  const { say, count } = progressOn({ isTTY, write: (more) => (text += more) });
  say('Printing …');
  for (const done of [1, 2, 3]) count(done, 3, 'slides taken');
  return text;
}

test('progress is counted on one line of a terminal, and in a log said once', () => {
  expect(said(true)).toBe(
    'Printing …\n\r  1 of 3 slides taken\x1b[K\r  2 of 3 slides taken\x1b[K\r  3 of 3 slides taken\x1b[K\n',
  );
  expect(said(false)).toBe('Printing …\n  3 of 3 slides taken\n');
});
