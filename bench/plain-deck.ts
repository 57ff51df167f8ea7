/** Fences that only Orihon draws: their slides cannot be compared. */
const FIGURES = /^```(?:book|chart|claims|events|map|sources|timeline)\b/m;

/**
 * What a Markdown deck says in Markdown that every program reads: slides with figures of our own left out, and of the
 * others notes, comments, directives, citations and footnotes.
 *
 * @param deck front matter, slides between `---` lines, notes after `Note:`
 */
export function plainDeck(deck: string): string {
  const [, head = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(deck.replaceAll('\r', '')) ?? [];
  const slides = body
    .split(/^---$/m)
    .filter((slide) => !FIGURES.test(slide))
    .map(plainSlide)
    .filter(Boolean);
  return `---\n${head}\n---\n${slides.join('\n\n---\n\n')}\n`;
}

/** How many slides a deck has. */
export function slidesOf(deck: string): number {
  return deck.split(/^---$/m).length - 2;
}

function plainSlide(written: string): string {
  const [text = ''] = written.split(/^Notes?:/m);
  return text
    .replace(/<!--.*?-->/gs, '')
    .replace(/^ *:::.*$/gm, '')
    .replace(/ ?\[@[^\]]*\]/g, '')
    .replace(/^\[\^[^\]]*\]:.*$/gm, '')
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/^(```\w+) \[.*\]$/gm, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
