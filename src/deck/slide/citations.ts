import type { Place } from '../../base/problem.ts';
import { maskCode } from './mask-code.ts';

/** A source named in the text by Pandoc's `[@id]`, with the place of its id. */
export interface Citation {
  readonly id: string;
  readonly place: Place;
  /** What stands before it: "see". */
  readonly prefix?: string;
  /** Where in the work: "p. 3", "art. V". */
  readonly locator?: string;
}

const GROUP = /[ \t]?\[([^[\]\n]*@[^[\]\n]+)\](?![[(:])/g;
/** One of a group's citations: `@id`, `-@id`, `see @id, p. 3`, `@{id with signs} ch. 2`. */
const CITATION = /^(?<before>(?:[^@]*\s)?)-?@(?:\{(?<braced>[^}]+)\}|(?<id>[^\s;,{}[\]]+))(?<rest>.*)$/u;

/**
 * Takes `[@id]`, `[@id, p. 3]` and `[see @id, ch. 2; @other]` out of a text: what a slide rests on stands in its
 * foot, not in its sentences. Nothing is taken from code. A bracket that begins with words is a citation only
 * where the deck names sources: `[ask @alice]` is text elsewhere.
 */
export function takeCitations(
  text: string,
  file: string,
  firstLine: number,
  cites: boolean | 'as text',
): { readonly text: string; readonly citations: readonly Citation[] } {
  if (cites === 'as text') return { text, citations: [] };
  const masked = maskCode(text);
  const citations: Citation[] = [];
  let kept = '';
  let from = 0;
  for (const match of masked.matchAll(GROUP)) {
    const [whole, inner = ''] = match;
    if (!cites && !/^-?@/.test(inner)) continue;
    const found = readGroup(inner, (offset) => {
      const lines = text.slice(0, match.index + whole.indexOf('[') + 1 + offset).split('\n');
      return { file, line: firstLine + lines.length - 1, column: (lines.at(-1) ?? '').length + 2 };
    });
    if (!found) continue;
    kept += text.slice(from, match.index);
    from = match.index + whole.length;
    citations.push(...found);
  }
  return { text: kept + text.slice(from), citations };
}

/** The citations of one bracket; undefined if a part of it is none, which leaves the bracket text. */
function readGroup(inner: string, placeAt: (offset: number) => Place): readonly Citation[] | undefined {
  const citations: Citation[] = [];
  let offset = 0;
  for (const part of inner.split(';')) {
    const { before = '', braced, id = braced, rest = '' } = CITATION.exec(part)?.groups ?? {};
    // Pandoc's references to figures and tables are no works.
    if (!id || /^(fig|tbl|eq|sec|lst):/.test(id)) return undefined;
    const prefix = before.trim();
    const locator = readLocator(rest);
    citations.push({
      // The stop of a sentence is not part of an id.
      id: id.replace(/[.:?!]+$/, ''),
      place: placeAt(offset + part.indexOf('@')),
      ...(prefix && { prefix }),
      ...(locator && { locator }),
    });
    offset += part.length + 1;
  }
  return citations;
}

/** What a figure's or an event's list of sources names: `report`, or `report, p. 3` with where in it. */
export function readCited(written: string): { readonly id: string; readonly locator?: string } {
  const [id = '', ...rest] = written.split(',');
  const locator = readLocator(rest.join(','));
  return { id: id.trim(), ...(locator && { locator }) };
}

/** A locator in words: Pandoc's braces and comma off, a bare number a page, a hyphen between numbers a dash. */
function readLocator(rest: string): string {
  const text = rest
    .replace(/[{}]/g, '')
    .replace(/^\s*,?\s*/, '')
    .trim()
    .replace(/(?<=\d)--?(?=\d)/g, '–');
  if (/^\d+$/.test(text)) return `p. ${text}`;
  return /^\d+[–,][\d–, ]*$/.test(text) ? `pp. ${text}` : text;
}
