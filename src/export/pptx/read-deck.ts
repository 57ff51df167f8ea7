import { fileURLToPath } from 'node:url';
import type { SitePage } from '../../browser/drive/page.ts';
import { pageScript } from '../../browser/page-script.ts';
import { showSlide } from '../show-slide.ts';
import { joinTexts } from './join-texts.ts';
import type { Ground, Group, PicturePiece, Piece, SlideSheet } from './piece.ts';
import { setApart } from './set-apart.ts';

const SCRIPT = fileURLToPath(new URL('./read-slide.ts', import.meta.url));

/**
 * Shows every slide in its last state on a screen of 1920 by 1080 px and reads what stands on it. What can only be
 * had as a picture is taken off the screen.
 * @param tones names of the colours that charts are drawn in
 * @param count told how many slides were read
 */
export async function readDeckSheets(
  page: SitePage,
  ids: readonly string[],
  tones: readonly string[],
  count: (done: number) => void,
): Promise<readonly SlideSheet[]> {
  await page.evaluate(await pageScript(SCRIPT));
  const sheets: SlideSheet[] = [];
  for (const id of ids) {
    await showSlide(page, id);
    // The card of a last step lies over what the author wrote there. Esc only ever closes.
    await page.press('Escape');
    const sheet = await page.evaluate(([slide, names]) => window.readSlide(slide, names), [
      id,
      tones,
    ] as const);
    const ground = await withPicture(page, sheet.ground);
    const groups = await withPictures(sheet.groups, (piece) => shot(page, piece));
    sheets.push(setApart({ ...sheet, ground, groups: joinTexts(groups) }));
    count(sheets.length);
  }
  return sheets;
}

/** A ground that is more than colours, as it is painted. */
async function withPicture(page: SitePage, ground: Ground): Promise<Ground> {
  if (!ground.painted) return ground;
  const picture = await bare(page, 0, () => page.screenshot(undefined, 'jpeg'));
  return { ...ground, picture: picture.toString('base64') };
}

/**
 * Groups with all their pictures, taken one after the other: while a box is bare, nothing else of the slide is on the
 * screen.
 */
export async function withPictures(
  groups: readonly Group[],
  take: (piece: PicturePiece) => Promise<string | undefined>,
): Promise<readonly Group[]> {
  const taken: Group[] = [];
  for (const group of groups) {
    const pieces: Piece[] = [];
    for (const piece of group.pieces)
      pieces.push(
        piece.kind === 'picture' && piece.png === undefined ? { ...piece, png: await take(piece) } : piece,
      );
    taken.push({ ...group, pieces });
  }
  return taken;
}

async function shot(page: SitePage, { box, bare: at }: PicturePiece): Promise<string | undefined> {
  const [left, top] = [Math.max(0, box.x), Math.max(0, box.y)];
  const clip = {
    ...{ x: left, y: top, width: Math.min(1920, box.x + box.width) - left },
    height: Math.min(1080, box.y + box.height) - top,
  };
  if (clip.width < 1 || clip.height < 1) return undefined;
  const take = () => page.screenshot(clip);
  const picture = at === undefined ? await take() : await bare(page, at, take);
  return picture.toString('base64');
}

/** What a box is painted with, without what stands on it. */
async function bare(page: SitePage, at: number, take: () => Promise<Buffer>): Promise<Buffer> {
  await page.evaluate((number) => window.showBare(number), at);
  try {
    return await take();
  } finally {
    await page.evaluate(() => window.endBare());
  }
}
