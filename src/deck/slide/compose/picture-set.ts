/** Room of a set of pictures under a headline, what a caption takes below each, and what stands between them; px. */
const ROOM = { width: 1728, caption: 50, between: 48, rows: 24 };

/** Pictures in rows, each as wide as it has to be for all of its row to be equally high, px. */
export interface PictureSet {
  readonly rows: 1 | 2;
  /** Of the widest row, with what stands between its pictures. */
  readonly width: number;
  /** Of all rows, with their captions. */
  readonly height: number;
  readonly widths: readonly number[];
}

/**
 * Arranges two to four pictures in a row, or four of them in two rows of one width, whichever shows them larger: as
 * wide as the sheet or as high as the room.
 * @param ratios how many times as wide as high each is
 * @param height of the room, px
 */
export function arrangePictures(ratios: readonly number[], height: number): PictureSet {
  const one = inRows([ratios], height);
  const two = ratios.length < 4 ? one : inRows([ratios.slice(0, 2), ratios.slice(2)], height);
  return area(two.widths, ratios) > area(one.widths, ratios) ? two : one;
}

function inRows(rows: readonly (readonly number[])[], height: number): PictureSet {
  const sums = rows.map((ratios) => ratios.reduce((sum, ratio) => sum + ratio, 0));
  const room = height - rows.length * ROOM.caption - (rows.length - 1) * ROOM.rows;
  const most = Math.max(...rows.map(({ length }) => length)) - 1;
  // All rows are equally wide, so that the set has two straight edges.
  const tall = room / sums.reduce((sum, one) => sum + 1 / one, 0);
  const width = Math.min(ROOM.width - most * ROOM.between, tall);
  const widths = rows.flatMap((ratios, row) => ratios.map((ratio) => (ratio * width) / (sums[row] ?? 1)));
  const used = sums.reduce((sum, one) => sum + width / one, height - room);
  return { rows: rows.length === 2 ? 2 : 1, height: used, width: width + most * ROOM.between, widths };
}

function area(widths: readonly number[], ratios: readonly number[]): number {
  return widths.reduce((sum, width, index) => sum + width ** 2 / (ratios[index] ?? 1), 0);
}
