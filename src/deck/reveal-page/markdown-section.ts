import { SlowPatternError } from '../../base/pattern.ts';
import type { Report } from '../../base/problem.ts';
import type { DeckFiles } from '../files.ts';
import { type FrontMatter, isRegExp, NO_FRONT_MATTER, splitFrontMatter } from '../front-matter.ts';
import { pathFrom } from '../included.ts';
import { attribute, type Element, elements, isTextNode, type Node } from '../slide/html-tree.ts';
import { oneSlide, type RawSlide, splitSlides } from '../split.ts';

/** Attributes that say how a section is filled, and are none of its slides'. */
export const FILLING =
  /^data-(markdown|separator|separator-vertical|separator-notes|vertical|notes-separator|charset|template)$/;

/** A section with the text it was read from, whose first line is one of a file's. */
export interface WrittenSection {
  readonly element: Element;
  readonly file: string;
  readonly text: string;
  readonly firstLine: number;
}

/** The line of its file on which an element or text begins. */
export function lineOf(node: Node, { firstLine }: Pick<WrittenSection, 'firstLine'>): number {
  return firstLine + (node.sourceCodeLocation?.startLine ?? 1) - 1;
}

/** What an element holds, as it is written, and the line on which that begins. */
export function innerOf({ element, text, firstLine }: WrittenSection): {
  readonly text: string;
  readonly line: number;
} {
  const place = element.sourceCodeLocation;
  if (!place?.startTag) return { text: '', line: firstLine };
  const { endOffset, endLine } = place.startTag;
  return {
    text: text.slice(endOffset, place.endTag?.startOffset ?? place.endOffset),
    line: firstLine + endLine - 1,
  };
}

/** The slides of a section that holds Markdown or names a file of it, cut by its own marks as Reveal's plugin cuts them. */
export function slidesOfMarkdown(
  section: WrittenSection,
  files: DeckFiles,
  meta: FrontMatter,
  report: Report,
): readonly RawSlide[] {
  const { element, file } = section;
  const line = lineOf(element, section);
  const named = attribute(element, 'data-markdown')?.trim() ?? '';
  const marks = { ...meta, ...marksOf(section, report) };
  const cut = (path: string, body: string, firstLine: number): readonly RawSlide[] => {
    try {
      return splitSlides(path, body, firstLine, marks);
    } catch (error) {
      if (!(error instanceof SlowPatternError)) throw error;
      report({
        severity: 'error',
        place: { file, line, column: 1 },
        what: `the mark ${error.message} takes longer than a second to find`,
        fix: 'Write it without a repetition inside of a repetition, as ^---$ is written.',
      });
      return [oneSlide(path, body, firstLine, NO_FRONT_MATTER)];
    }
  };
  if (named === '' || named === 'true') {
    const { text, line: first } = textOfSection(section);
    return cut(file, text, first);
  }
  const path = pathFrom(file, named);
  const text = /^([a-z]+:|\/\/)/i.test(named) ? undefined : files.read(path);
  if (text === undefined) {
    report({
      severity: 'notice',
      place: { file, line, column: 1 },
      what: `the slides of "${named}" are not shown: there is no such file in the deck`,
      fix: 'Put the file into the deck’s folder, or its text here.',
    });
    return [oneSlide(file, `\`${named}\``, line, meta)];
  }
  const { body, bodyLine } = splitFrontMatter(text);
  return cut(path, body, bodyLine);
}

/** What its attributes say of marks; one that cannot be read is told and left to the deck’s own. */
function marksOf(section: WrittenSection, report: Report): Partial<FrontMatter> {
  const { element, file } = section;
  const marks: Record<string, string> = {};
  const read = (key: string, ...names: readonly string[]) => {
    const written = names.map((name) => attribute(element, name)).find((value) => value);
    if (written === undefined) return;
    if (isRegExp(written)) marks[key] = written;
    else
      report({
        severity: 'notice',
        place: { file, line: lineOf(element, section), column: 1 },
        what: `the mark ${written} cannot be read`,
        fix: `Write ${names[0]} as a regular expression, e.g. "^---$".`,
      });
  };
  read('separator', 'data-separator');
  read('verticalSeparator', 'data-separator-vertical', 'data-vertical');
  read('notesSeparator', 'data-separator-notes', 'data-notes-separator');
  return marks;
}

/** Its Markdown without the indent that all of it has, as its template or the section itself holds it. */
function textOfSection(section: WrittenSection): { readonly text: string; readonly line: number } {
  const { element } = section;
  const template = [...elements(element)].find(
    (one) => one.tagName === 'script' || attribute(one, 'data-template') !== undefined,
  );
  const held = template ? holderOf(template) : element;
  const [first] = held.childNodes;
  if (!first || !held.childNodes.every(isTextNode)) {
    const inner = innerOf({ ...section, element: template ?? element });
    return { ...inner, text: dedent(inner.text) };
  }
  const text = held.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  // The parser leaves out a break right after the tag of a text area, whose place it then tells.
  const at = first.sourceCodeLocation?.startOffset ?? 0;
  const isShort = section.text[at] === '\n' && !text.startsWith('\n');
  const line = lineOf(first, section) + (isShort ? 1 : 0);
  return { text: dedent(text.replace(/<\\\/script>/gi, '</script>')), line };
}

/** A `<template>` holds its nodes apart. */
function holderOf(template: Element): Pick<Element, 'childNodes'> {
  return 'content' in template && isHolder(template.content) ? template.content : template;
}

function isHolder(content: unknown): content is Pick<Element, 'childNodes'> {
  return typeof content === 'object' && content !== null && 'childNodes' in content;
}

/** Takes the indent of the first line that is not blank from all lines, as far as they have it. */
export function dedent(text: string): string {
  const [, indent = ''] = /^(?:[ \t]*\n)*([ \t]+)\S/.exec(text) ?? [];
  if (indent === '') return text;
  return text
    .split('\n')
    .map((line) => {
      let at = 0;
      while (at < indent.length && line[at] === indent[at]) at++;
      return line.slice(at);
    })
    .join('\n');
}
