import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { allElements, type Element, elements, type Fragment, isElementNode, textOf } from './html-tree.ts';
import { maskFences } from './mask-code.ts';

/** Marks that open something in one paragraph: more than any has, and where readers of Markdown begin to slow down. */
const MOST_OPENERS = 2000;
/** And in one slide, which may be a whole document that nobody cut. */
const MOST_IN_ALL = 8000;
/** A book has fewer in a chapter. */
const MOST_LETTERS = 200_000;
/** Of what no person wrote nobody reads more. */
const SHOWN = 20_000;
/** Quotations, lists or elements inside of one another: deeper than any slide, and where readers run out of room. */
const DEEPEST = 200;

/** Pictures within the text, of whatever size. */
const DATA = /\bdata:image\/[\w+.-]+;base64,[\w+/=%]+/g;
const WHOLE_TAG = /<\/?[a-z][^<>]*>/gi;

/**
 * A slide that anybody may have written, as one that a person did: where reading its text would take minutes, that
 * stands as code under its first heading, and a notice says so.
 */
export function boundSlide(raw: RawSlide, report: Report): RawSlide {
  const { file, line, content, notes } = raw;
  if (raw.isMarkup) return raw;
  const bound = (text: string, at: number): string => {
    const why = tooMuch(text);
    if (why === undefined) return text;
    report({
      severity: 'notice',
      place: { file, line: at, column: 1 },
      what: `this slide holds ${why}, and is shown as it is written${text.length > SHOWN ? `, up to ${SHOWN} letters` : ''}`,
      fix: 'Spread it over several slides, or close what is left open.',
    });
    const [heading = ''] = /^#{1,6} .{0,200}\n/.exec(text) ?? [];
    const head = tooMuch(heading) === undefined ? heading : '';
    const longest = Math.max(3, ...(text.slice(0, SHOWN).match(/~+/g) ?? []).map(({ length }) => length));
    const mark = '~'.repeat(longest + 1);
    return `${head}\n${mark}\n${text.slice(head.length, SHOWN)}\n${mark}\n`;
  };
  return {
    ...raw,
    content: bound(content, line),
    ...(notes && { notes: { ...notes, text: bound(notes.text, notes.line) } }),
  };
}

/** Why a text is not read as Markdown; undefined for any that a person wrote. */
export function tooMuch(text: string): string | undefined {
  if (text.length < DEEPEST) return undefined;
  const plain = maskFences(text);
  const letters = plain.replace(DATA, '').replace(WHOLE_TAG, '').length;
  if (letters > MOST_LETTERS) return `${letters} letters`;
  const parts = plain.split(/\n[ \t]*\n/).map(openersOf);
  const most = parts.reduce((one, other) => Math.max(one, other), 0);
  const all = parts.reduce((sum, one) => sum + one, 0);
  if (most > MOST_OPENERS || all > MOST_IN_ALL) return `${Math.round(all)} marks that begin something`;
  for (const line of plain.split('\n')) {
    const begun = /^(?:\s*(?:>|(?:[-*+]|\d{1,9}[.)])(?=\s)))+/.exec(line)?.[0] ?? '';
    const marks = begun.match(/[-*+.)>]/g)?.length ?? 0;
    const indent = (/^[ \t]*/.exec(line)?.[0].length ?? 0) / 2;
    const brackets = Math.max(0, ...(line.match(/(?:!?\[){9,}/g) ?? []).map(({ length }) => length));
    if (Math.max(marks, brackets) > DEEPEST || (indent > DEEPEST && line.trim() !== ''))
      return `something ${Math.ceil(Math.max(marks, indent, brackets))} deep`;
  }
  return undefined;
}

/** What a reader of Markdown begins to look for the end of. */
function openersOf(paragraph: string): number {
  // Whole elements are read one by one; those of a drawing are many.
  const tags = paragraph.match(WHOLE_TAG)?.length ?? 0;
  const openers = paragraph.replace(WHOLE_TAG, '').match(/[*_~]+|[[(<`${@:]|!\[/g)?.length ?? 0;
  // A table has many, and each cell is a text of its own.
  const cells = paragraph.match(/\|/g)?.length ?? 0;
  return Math.max(0, openers + tags / 4 - cells);
}

/** Takes out elements that lie deeper than any slide has them; their words stay. @returns how many. */
export function flatten(tree: Fragment): number {
  const depths = new Map<Element, number>();
  let count = 0;
  for (const element of elements(tree)) {
    const above = element.parentNode && isElementNode(element.parentNode) ? element.parentNode : undefined;
    const depth = (above ? (depths.get(above) ?? 0) : 0) + 1;
    depths.set(element, depth);
    if (depth !== DEEPEST) continue;
    count += allElements(element).length;
    const words = textOf(element);
    element.childNodes = words === '' ? [] : [{ nodeName: '#text', value: words, parentNode: element }];
  }
  return count;
}
