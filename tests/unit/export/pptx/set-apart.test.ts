import { expect, test } from 'vitest';
import type { Box, Piece, TextPiece } from '../../../../src/export/pptx/piece.ts';
import { setApart } from '../../../../src/export/pptx/set-apart.ts';
import { shareRoom } from '../../../../src/export/pptx/share-room.ts';

const WHITE = { colour: 'FFFFFF', blend: undefined, painted: undefined };

const text = (box: Box, letters: Box, align: 'left' | 'center' = 'left'): TextPiece => ({
  ...{ kind: 'text', box, letters, isTitle: false, isVertical: false, isOneLine: true, isTold: true },
  paragraphs: [
    { runs: [], align, bullet: undefined, margin: 0, hang: 0, level: 0, before: 0, leading: 40, rtl: false },
  ],
});

/** The boxes that pieces have once they are set apart, each in a group of its own. */
function apart(...pieces: readonly Piece[]): readonly Box[] {
  const groups = pieces.map((piece) => ({ name: '', colours: undefined, box: undefined, pieces: [piece] }));
  const sheet = setApart({ ground: WHITE, leaf: undefined, groups });
  return sheet.groups.flatMap((group) => group.pieces.map(({ box }) => box));
}

const at = (x: number, width: number, y = 100, height = 60): Box => ({ x, y, width, height });

test('the box of a title ends where another begins, and keeps its letters', () => {
  const title = text(at(96, 1728), at(96, 500));
  const label = text(at(1500, 200), at(1500, 180));
  expect(apart(title, label)).toEqual([at(96, 1404), at(1500, 200)]);
  expect(apart(label, title)).toEqual([at(1500, 200), at(96, 1404)]);
});

test('what stands above or below takes no width', () => {
  const title = text(at(96, 1728), at(96, 500));
  const below = text(at(1500, 200, 160), at(1500, 180, 160));
  expect(apart(title, below)).toEqual([title.box, below.box]);
});

test('centred words stay where they are', () => {
  const centred = text(at(100, 800), at(400, 200), 'center');
  const label = text(at(800, 200), at(800, 200));
  expect(apart(centred, label)).toEqual([at(200, 600), at(800, 200)]);
});

test('two boxes that both reach into the room between their letters share it', () => {
  const left = text(at(100, 800), at(100, 200));
  const right = text(at(200, 800), at(700, 300));
  expect(apart(left, right)).toEqual([at(100, 200), at(300, 700)]);
});

test("letters that lie on letters are the deck's own doing", () => {
  const one = text(at(100, 300), at(100, 300));
  const other = text(at(200, 300), at(200, 300));
  expect(apart(one, other)).toEqual([one.box, other.box]);
});

test('text of several lines has the free room below it, one more line or half as much', () => {
  const lines = (box: Box): TextPiece => ({ ...text(box, box), isOneLine: false });
  const [first, low] = [lines(at(96, 500, 100, 60)), lines(at(96, 500, 1000, 60))];
  expect(apart(first, low)).toEqual([at(96, 500, 100, 100), at(96, 500, 1000, 72)]);
  const near = text(at(96, 200, 180), at(96, 200, 180));
  expect(apart(first, near)).toEqual([at(96, 500, 100, 72), near.box]);
});

test('no box reaches over the edge of the sheet, but with its letters', () => {
  expect(apart(text(at(1500, 600), at(1500, 200)))).toEqual([at(1500, 420)]);
  expect(apart(text(at(1500, 600), at(1500, 500)))).toEqual([at(1500, 500)]);
});

test('a label that ends at a mark, or with its figure, ends there in a wider face too', () => {
  const mark = (box: Box): Piece => ({
    ...{
      kind: 'shape',
      box,
      outline: 'ellipse',
      isClosed: true,
      fill: undefined,
      stroke: undefined,
      name: '',
    },
  });
  const lane = text(at(20, 70), at(20, 70));
  const before = text(at(100, 200), at(100, 200));
  const last = text(at(700, 195, 300), at(700, 195, 300));
  const after = text(at(340, 200), at(340, 200));
  const figure = {
    ...{ name: 'A line of years', colours: undefined, box: at(0, 900, 0, 900) },
    pieces: [lane, mark(at(110, 20, 120, 20)), before, mark(at(310, 20, 120, 20)), after, last],
  };
  const { groups } = setApart({ ground: WHITE, leaf: undefined, groups: [figure] });
  const aligns = groups.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'text' ? piece.paragraphs.map(({ align }) => align) : [])),
  );
  expect(aligns).toEqual(['left', 'right', 'left', 'right']);
});

test('what lies behind a text takes no room below it', () => {
  const title: TextPiece = { ...text(at(96, 800, 100, 120), at(96, 500, 100, 120)), isOneLine: false };
  const underline: Piece = {
    ...{ kind: 'picture', box: at(96, 800, 98, 130), alt: '', png: '', instead: '' },
  };
  expect(apart(title, underline)[0]).toEqual(at(96, 800, 100, 180));
});

test('columns that are full take room from those that have it, and no more than they need', () => {
  expect(shareRoom([100, 100, 400], [124, 100, 200])).toEqual([124, 100, 376]);
  expect(shareRoom([100, 100], [150, 80])).toEqual([120, 80]);
  expect(shareRoom([100, 100], [120, 120])).toEqual([100, 100]);
});

test('a line of the slide itself breaks where a wider face would take it over its block, and no other does', () => {
  const line = (width: number, more: Partial<TextPiece> = {}) => ({
    ...text(at(1240, 580), at(1240, width)),
    ...{ flow: 0, ...more },
  });
  const isOneLine = (piece: TextPiece, name = '') => {
    const groups = [{ name, colours: undefined, box: undefined, pieces: [piece] }];
    const [group] = setApart({ ground: WHITE, leaf: undefined, groups }).groups;
    return group?.pieces.map((one) => one.kind === 'text' && one.isOneLine);
  };
  expect(isOneLine(line(550))).toEqual([false]);
  // Short ones do not reach so far, and one that fills its block would break in the deck's own face too.
  for (const width of [300, 575]) expect(isOneLine(line(width)), `${width}`).toEqual([true]);
  expect(isOneLine(line(550, { flow: undefined })), 'placed').toEqual([true]);
  expect(isOneLine(line(550), 'Timeline'), 'in a figure').toEqual([true]);
});
