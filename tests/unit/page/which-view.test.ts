import { expect, test } from 'vitest';
import { viewOf } from '../../../src/page/which-view.ts';

test.each([
  ['', false, 'slides'],
  ['', true, 'read'],
  ['?view=read', false, 'read'],
  ['?view=slides', true, 'slides'],
  ['?view=print', true, 'slides'],
  ['?print-pdf', true, 'slides'],
  ['?receiver&progress=false', true, 'slides'],
  ['?speaker', true, 'slides'],
  ['?preview', true, 'slides'],
] as const)('the address "%s" in a window that is narrow: %s shows the view "%s"', (search, narrow, view) => {
  expect(viewOf(search, narrow)).toBe(view);
});
