import { expect, test } from 'vitest';
import { unmarkedIn } from '../../../../src/export/pdf/page-code.ts';

test.each([
  '/Span<</ActualText <feff2067> >> BDC',
  '/Span <</ActualText (an end > and \\) more) >> BDC',
  '/Artifact <</Type /Pagination>>BDC',
  '/OC /Layer1 BDC',
  '/Artifact BMC',
])('what opens a marked sequence keeps its operands: %s', (mark) => {
  const code = `q\n1 0 0 1 5 5 cm\n0 0 9 9 re f\n${mark}\nBT (a) Tj ET\nEMC\nQ`;
  const found = unmarkedIn(code).map(([from, to]) => code.slice(from, to).trim());
  expect(found).toEqual(['q\n1 0 0 1 5 5 cm\n0 0 9 9 re f']);
});
