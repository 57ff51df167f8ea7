/** Width of a set of pictures at most, what a caption takes below each, and what stands between them; px. */
const ROOM = { width: 1728, caption: 58, between: 48, rows: 24 };

/** Pictures in rows, each as wide as it has to be for all of its row to be equally high, px. */
export interface PictureSet {
  readonly rows: 1 | 2;
  /** Of the widest row, with what stands between its pictures. */
  readonly width: number;
  /** Of all rows, with their captions. */
  readonly height: number;
  readonly widths: readonly number[];
  /** Of all pictures, px². */
  readonly area: number;
}

/**
 * Arranges two to four pictures in a row, or four of them in two rows of one width, whichever shows them larger: as
 * wide as the sheet or as high as the room.
 * @param ratios how many times as wide as high each is
 * @param height of the room, px
 * @param width of the room, px
 */
export function arrangePictures(
  ratios: readonly number[],
  height: number,
  width: number = ROOM.width,
): PictureSet {
  const one = inRows([ratios], height, width);
  const two = ratios.length < 4 ? one : inRows([ratios.slice(0, 2), ratios.slice(2)], height, width);
  return two.area > one.area ? two : one;
}

function inRows(rows: readonly (readonly number[])[], height: number, wide: number): PictureSet {
  const sums = rows.map((ratios) => ratios.reduce((sum, ratio) => sum + ratio, 0));
  const room = height - rows.length * ROOM.caption - (rows.length - 1) * ROOM.rows;
  const most = Math.max(...rows.map(({ length }) => length)) - 1;
  // All rows are equally wide, so that the set has two straight edges.
  const tall = room / sums.reduce((sum, one) => sum + 1 / one, 0);
  const width = Math.min(wide - most * ROOM.between, tall);
  const widths = rows.flatMap((ratios, row) => ratios.map((ratio) => (ratio * width) / (sums[row] ?? 1)));
  const used = sums.reduce((sum, one) => sum + width / one, height - room);
  const area = widths.reduce((sum, one, index) => sum + one ** 2 / (rows.flat()[index] ?? 1), 0);
  return { rows: rows.length === 2 ? 2 : 1, height: used, width: width + most * ROOM.between, widths, area };
}
