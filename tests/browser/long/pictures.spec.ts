import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../src/cli.ts';
import { expect, test } from '../deck.ts';

/** Width and height, as the head of a PNG file says. */
function sizeOf(path: string): readonly [number, number] {
  const bytes = readFileSync(path);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('every slide is a picture of the size asked for, named by number and id, and all are on one sheet', async ({
  small,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'orihon-pictures-'));
  try {
    const output = join(folder, 'pictures');
    // An earlier export, of a deck that had more slides.
    for (const deck of ['tests/decks/walk', 'tests/decks/small'])
      expect(await main(['export', deck, '--format', 'png', '--size', '960x540', '--output', output])).toBe(
        0,
      );
    await small.open();
    const ids = await small.ids();
    const names = ids.map((id, index) => `${String(index + 1).padStart(2, '0')}-${id}.png`);
    expect(readdirSync(output).sort()).toEqual(['.orihon-files.json', ...names, 'contact-sheet.png'].sort());
    for (const name of names) expect(sizeOf(join(output, name))).toEqual([960, 540]);
    const [width, height] = sizeOf(join(output, 'contact-sheet.png'));
    expect(width).toBe(960);
    expect(height).toBeGreaterThan((ids.length / 2) * 200);
    // No two slides look the same: each picture is of its own slide.
    expect(new Set(names.map((name) => readFileSync(join(output, name)).toString('base64'))).size).toBe(
      ids.length,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
