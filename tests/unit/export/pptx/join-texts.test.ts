import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinTexts } from '../../../../src/export/pptx/join-texts.ts';
import type { Box, Group, Paragraph, Piece, TextPiece } from '../../../../src/export/pptx/piece.ts';

const paragraph = (text: string): Paragraph => ({
  runs: [
    {
      ...{ text, size: 24, colour: '000000', bold: false, italic: false },
      ...{ face: 'Archivo', lang: 'en', href: undefined },
    },
  ],
  ...{ align: 'left', bullet: undefined, margin: 0, hang: 0, level: 0, before: 0, leading: 30, rtl: false },
});

const words = (text: string, box: Box, more: Partial<TextPiece> = {}): TextPiece => ({
  ...{ kind: 'text', box, letters: box, isTitle: false, isVertical: false, isOneLine: false, isTold: true },
  ...{ paragraphs: [paragraph(text)], flow: 0, ...more },
});

const own = (...pieces: Piece[]): Group => ({ name: '', colours: undefined, box: undefined, pieces });
const column = (y: number, height = 60): Box => ({ x: 1200, y, width: 600, height });
const textsOf = (group: Group | undefined) =>
  group?.pieces.map((piece) =>
    piece.kind === 'text' ? piece.paragraphs.map(({ runs: [run] }) => run?.text) : piece.kind,
  );

test('paragraphs of one column are one text, each as far below the other as on the page', () => {
  const gap = fc.integer({ min: 0, max: 48 });
  fc.assert(
    fc.property(fc.array(gap, { minLength: 1, maxLength: 6 }), (gaps) => {
      const tops = [100];
      for (const one of gaps) tops.push((tops.at(-1) ?? 0) + 60 + one);
      const [group] = joinTexts([own(...tops.map((y, at) => words(`${at}`, column(y))))]);
      const [text, ...more] = group?.pieces ?? [];
      expect(more).toEqual([]);
      if (text?.kind !== 'text') throw new Error('no text');
      expect(text.paragraphs.map(({ before }) => before)).toEqual([0, ...gaps]);
      expect(text.box).toEqual(column(100, (tops.at(-1) ?? 0) + 60 - 100));
    }),
  );
});

test('what is no part of one column stands for itself', () => {
  const [one, other] = [words('one', column(100)), words('other', column(180))];
  const apart: readonly (readonly [string, readonly Piece[]])[] = [
    ['a title', [words('one', column(100), { isTitle: true }), other]],
    ['far below', [one, words('other', column(260))]],
    ['beside', [one, words('other', { ...column(180), x: 1300 })]],
    ['with a place of its own', [one, words('other', column(180), { flow: undefined })]],
    ['in another part of the slide', [one, words('other', column(180), { flow: 1 })]],
    ['that listeners are not told', [one, words('other', column(180), { isTold: false })]],
  ];
  for (const [why, pieces] of apart) expect(textsOf(joinTexts([own(...pieces)])[0]), why).toHaveLength(2);
  expect(textsOf(joinTexts([{ ...own(one, other), name: 'Timeline' }])[0]), 'in a figure').toHaveLength(2);
});

test('a line between two texts keeps them apart, and what is behind both does not', () => {
  const shape = (box: Box): Piece => ({
    ...{ kind: 'shape', box, outline: 'rect', isClosed: true, name: 'box' },
    ...{ fill: { colour: 'FFFFFF', opacity: 1 }, stroke: undefined },
  });
  const [one, other] = [words('one', column(100)), words('other', column(180))];
  expect(textsOf(joinTexts([own(shape(column(165, 2)), one, other)])[0])).toEqual([
    'shape',
    ['one'],
    ['other'],
  ]);
  expect(textsOf(joinTexts([own(shape(column(80, 200)), one, other)])[0])).toEqual([
    'shape',
    ['one', 'other'],
  ]);
});
