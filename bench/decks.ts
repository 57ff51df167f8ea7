import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Dialect, writeDeck } from './dialects.ts';

const SOURCE = fileURLToPath(new URL('../tests/decks/bench', import.meta.url));
const SLIDES = 20;

/** Where decks and results of one tool lie: inside its own folder, so that it finds its packages from them. */
export function deckFolder(tool: string, slides: number): string {
  const folder = fileURLToPath(new URL(`./peers/${tool}/decks/${slides}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Writes the benchmark's deck for a tool, in a multiple of 20 slides.
 *
 * @returns the Markdown file, its pictures beside it
 */
export function makeDeck(tool: string, dialect: Dialect, slides: number): string {
  const folder = deckFolder(tool, slides);
  const file = join(folder, 'deck.md');
  writeFileSync(file, writeDeck(readFileSync(join(SOURCE, '1-garden.md'), 'utf8'), dialect, slides / SLIDES));
  for (const picture of ['field.png', 'bars.svg']) copyFileSync(join(SOURCE, picture), join(folder, picture));
  return file;
}
