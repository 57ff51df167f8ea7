import type { FontFile } from '../fonts/subset.ts';

/** The font files without which the first slide cannot be set, to be fetched at once; three at most. */
export function firstFonts(html: string, fonts: readonly FontFile[]): readonly FontFile[] {
  const text = new Set([...html.replace(/<[^>]*>/g, '')].map((character) => character.codePointAt(0) ?? 0));
  return fonts
    .filter(({ face }) => face === 'display' || face === 'text' || face === 'strong')
    .filter(({ codePoints }) => [...codePoints].some((codePoint) => codePoint > 0x20 && text.has(codePoint)))
    .filter(({ name }, index, all) => all.findIndex((one) => one.name === name) === index)
    .slice(0, 3);
}
