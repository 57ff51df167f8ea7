import { expect, test } from 'vitest';
import type { Group, PicturePiece } from '../../../../src/export/pptx/piece.ts';
import { withPictures } from '../../../../src/export/pptx/read-deck.ts';

const picture = (bare: number): PicturePiece => ({
  ...{
    kind: 'picture',
    box: { x: 0, y: 0, width: 9, height: 9 },
    alt: '',
    png: undefined,
    instead: '',
    bare,
  },
});
const group = (name: string, ...pieces: Group['pieces']): Group => ({
  ...{ name, colours: undefined, box: undefined, pieces },
});

test('one box is bare at a time, in all groups of a slide: pictures of others would show nothing', async () => {
  let bare: number | undefined;
  const take = async ({ bare: at }: PicturePiece) => {
    bare = at;
    // The page shows it, and then the picture is taken.
    for (let step = 0; step < 3; step++) await Promise.resolve();
    const seen = bare;
    bare = undefined;
    return `${seen}`;
  };
  const had = { ...picture(9), png: 'had' };
  const groups = await withPictures([group('a', picture(1), had, picture(2)), group('b', picture(3))], take);
  const pngs = groups.map(({ pieces }) => pieces.map((piece) => (piece.kind === 'picture' ? piece.png : '')));
  expect(pngs).toEqual([['1', 'had', '2'], ['3']]);
});
