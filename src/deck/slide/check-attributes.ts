import { lexer } from 'css-tree';
import { nearest } from '../../base/nearest.ts';
import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';

/** Attributes of a slide that mean something to Reveal or here, without their `data-`. */
const KNOWN = (
  'transition transition-speed background background-color background-image background-gradient background-size ' +
  'background-position background-repeat background-opacity background-video background-video-loop ' +
  'background-video-muted background-iframe background-interactive background-transition auto-animate ' +
  'auto-animate-id auto-animate-restart auto-animate-easing auto-animate-duration auto-animate-unmatched ' +
  'auto-animate-delay autoslide state timing notes visibility menu-title id fold part years sources prevent-swipe'
).split(' ');
const TRANSITION = /^(none|fade|slide|convex|concave|zoom|default|linear|page|cube)(-in|-out)?$/;
/** What some attributes may hold. */
const VALUES: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['data-transition', (value) => value.split(/\s+/).every((word) => TRANSITION.test(word))],
  ['data-background-transition', (value) => TRANSITION.test(value)],
  ['data-transition-speed', (value) => /^(default|fast|slow)$/.test(value)],
  ['data-visibility', (value) => /^(hidden|uncounted|visible|)$/.test(value)],
  ['data-background-color', (value) => isCss('color', value)],
  ['data-background-gradient', (value) => isCss('background-image', value)],
  ['data-background-opacity', (value) => value.trim() !== '' && Number(value) >= 0 && Number(value) <= 1],
]);
/** What Reveal's plugin would fetch. */
const OTHER_FILE = /^data-(markdown|separator|separator-vertical|separator-notes|charset)$/;

/**
 * Tells attributes of a slide that are nearly ones that mean something, values that none of them can have, and another
 * file's Markdown. A value that cannot be read is taken away, so that nothing is painted by it.
 */
export function checkSlideAttributes(attributes: Map<string, string>, raw: RawSlide, report: Report): void {
  for (const [name, value] of [...attributes]) {
    if (!name.startsWith('data-')) continue;
    const tell = (what: string, fix: string) =>
      report({ severity: 'notice', place: placeOf(name, raw), what, fix });
    if (OTHER_FILE.test(name)) {
      attributes.delete(name);
      tell(
        `${name}="${value}" has no effect: no slide is fetched from another file`,
        'Put it in a slide of its own: <section data-markdown="file.md"></section>.',
      );
      continue;
    }
    const bare = name.slice('data-'.length);
    if (!KNOWN.includes(bare)) {
      // A short name is near to everything.
      const near = bare.length > 4 ? nearest(bare, KNOWN) : undefined;
      if (near) tell(`"${name}" means nothing here`, `Did you mean "data-${near}"?`);
      continue;
    }
    if (VALUES.get(name)?.(value) ?? true) continue;
    attributes.delete(name);
    tell(
      `${name}="${value}" cannot be read, and has no effect`,
      'Write it as Reveal’s documentation has it.',
    );
  }
}

function isCss(property: string, value: string): boolean {
  return lexer.matchProperty(property, value).error === null;
}

function placeOf(name: string, { content, file, line }: RawSlide) {
  const at = Math.max(0, content.toLowerCase().indexOf(name));
  const lines = content.slice(0, at).split('\n');
  return { file, line: line + lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
}
