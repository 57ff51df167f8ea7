import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import { keepBelowCanvas } from '../../../../src/export/pdf/keep-below-canvas.ts';

/** A state of drawing with a mask, as Chromium writes one. */
async function stateWith(group: string, mask: Record<string, string>) {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const form = context.register(context.flateStream(group, { Type: 'XObject', Subtype: 'Form' }));
  const turned = context.register(context.stream('{1 exch sub}', { FunctionType: 4 }));
  const state = context.obj({ Type: 'ExtGState', SMask: { Type: 'Mask', G: form, TR: turned, ...mask } });
  context.register(state);
  keepBelowCanvas(pdf);
  return state.lookup(PDFName.of('SMask'));
}

const CLEARED = `.24 0 0 -.24 0 810 cm
q
/Figure <</MCID 0 >>BDC
740.625 731.25 1640.625 2275 re
W* n
q
3.125 0 0 3.125 740.625 731.25 cm
0 0 0 RG 0 0 0 rg
/G3 gs
0 0 525 728 re
f
Q
EMC
Q
`;

test('a canvas that is cleared makes no hole in what stands below it', async () => {
  expect(await stateWith(CLEARED, { S: 'Alpha' })).toBe(PDFName.of('None'));
});

test("an author's own mask stays: its outline is a curve, a picture, or light and dark", async () => {
  for (const [group, kind] of [
    [CLEARED.replace('0 0 525 728 re', '0 0 m 5 5 9 9 12 0 c h'), 'Alpha'],
    [CLEARED.replace('0 0 525 728 re\nf', '/X7 Do'), 'Alpha'],
    [CLEARED, 'Luminosity'],
  ] as const)
    expect(await stateWith(group, { S: kind })).toBeInstanceOf(PDFDict);
});
