import { nearest } from '../../base/nearest.ts';
import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { attribute, elements, type Fragment } from './html-tree.ts';
import type { SlideContext } from './slide.ts';

/** Classes that mean something to Reveal or here, besides those of fences. */
const OURS = (
  'fragment fade-in fade-out fade-up fade-down fade-left fade-right fade-in-then-out fade-in-then-semi-out ' +
  'semi-fade-out current-visible zoom-in grow shrink strike custom highlight-red highlight-green highlight-blue ' +
  'highlight-current-red highlight-current-green highlight-current-blue ' +
  'r-fit-text r-stretch r-stack r-hstack r-vstack r-frame'
).split(' ');
/** Shorter words are near to everything. */
const SHORTEST = 5;
const LONG = 8;
/** Words that authors have for classes of their own, and that are near to ours. */
const OWN =
  /^(fragments|strikes?|grown|shrunk|customs?|frames?|stack|vstack|hstack|stretch|fit-text|highlight(-\w+)?)$/;

/** The text of every style sheet beside the deck or named by it. */
export function stylesOf({ front, paths, readBytes }: SlideContext): string {
  const sheets = [...(front.css ?? []), ...paths.filter((path) => path.endsWith('.css'))];
  return sheets.map((path) => new TextDecoder().decode(readBytes?.(path))).join('\n');
}

/**
 * Tells a class that is nearly one of Reveal's, which does nothing. One that the deck's own style sheets may know is no
 * misspelling.
 * @param styles text of the deck's style sheets.
 */
export function checkClasses(tree: Fragment, raw: RawSlide, styles: () => string, report: Report): void {
  const own = raw.content.match(/<style\b[\s\S]*?<\/style>/gi)?.join('') ?? '';
  const isStyled = (name: string) => `${own}${styles()}`.includes(`.${name}`);
  for (const element of elements(tree))
    for (const name of (attribute(element, 'class') ?? '').split(/\s+/)) {
      if (name.length < SHORTEST || OURS.includes(name) || OWN.test(name)) continue;
      const near = nearOurs(name);
      if (near === undefined || isStyled(name)) continue;
      report({
        severity: 'notice',
        place: placeOf(name, raw),
        what: `the class "${name}" means nothing here`,
        fix: `Did you mean "${near}"?`,
      });
    }
}

/** A slip of the fingers off: letters changed round, one too many or too few, or another in a long word. */
function nearOurs(name: string): string | undefined {
  const near = nearest(name, OURS);
  if (near === undefined || near.length < SHORTEST) return undefined;
  const longer = Math.abs(near.length - name.length);
  const isSlip = near.charAt(0) === name.charAt(0) && (longer === 1 || (longer === 0 && name.length >= LONG));
  return isSlip || lettersOf(near) === lettersOf(name) ? near : undefined;
}

function lettersOf(word: string): string {
  return [...word].sort().join('');
}

function placeOf(name: string, { content, file, line }: RawSlide) {
  const at = Math.max(0, content.indexOf(name));
  const lines = content.slice(0, at).split('\n');
  return { file, line: line + lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
}
