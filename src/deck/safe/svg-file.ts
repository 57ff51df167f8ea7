import { escapeHtml } from '../../base/markup.ts';
import { allowsAnimationOf, SVG } from './allowed.ts';
import { judge } from './attribute.ts';
import { cleanCss } from './css.ts';
import { readXml, type XmlElement } from './read-xml.ts';

const SVG_SPACE = 'http://www.w3.org/2000/svg';
const XLINK_SPACE = 'http://www.w3.org/1999/xlink';
const XML_SPACE = 'http://www.w3.org/XML/1998/namespace';
/** Deeper than any drawing: no reader of it is led into a hole. */
const DEEPEST = 500;

/** A drawing that does nothing but show, written anew; and what was taken out of it. */
export interface CleanSvg {
  readonly text: string;
  readonly losses: readonly string[];
}

/**
 * Reads a drawing's file strictly, and writes down what is known to be harmless of it. What programs that draw keep
 * for themselves, in their own name spaces, goes without a word.
 * @returns undefined where the file is no SVG that can be read.
 */
export function cleanSvgFile(source: string): CleanSvg | undefined {
  const losses = new Set<string>();
  let text = '';
  let skipped = 0;
  let inStyle = '';
  const open: (string | undefined)[] = [];
  let isRoot = true;
  const lose = (what: string) => losses.add(what);
  const isRead = readXml(source, {
    open: (element) => {
      if (isRoot && (element.name !== 'svg' || element.space !== SVG_SPACE)) return false;
      if (open.length >= DEEPEST) return false;
      const isKept = skipped === 0 && element.space === SVG_SPACE && draws(element);
      if (!isKept) {
        if (skipped === 0 && element.space === SVG_SPACE) lose(`<${element.name}>`);
        skipped += 1;
        open.push(undefined);
        isRoot = false;
        return true;
      }
      if (element.name === 'style') inStyle = '';
      text += `<${element.name}${isRoot ? ` xmlns="${SVG_SPACE}" xmlns:xlink="${XLINK_SPACE}"` : ''}${attributesOf(element, lose)}>`;
      open.push(element.name);
      isRoot = false;
      return true;
    },
    text: (words) => {
      if (skipped > 0 || open.length === 0) return;
      if (open.at(-1) === 'style') inStyle += words;
      else text += escapeHtml(words);
    },
    close: () => {
      const name = open.pop();
      if (name === undefined) {
        skipped -= 1;
        return;
      }
      if (name === 'style') {
        const { css, losses: lost } = cleanCss(inStyle, { context: 'stylesheet' });
        for (const { what } of lost) lose(what);
        text += escapeHtml(css);
      }
      text += `</${name}>`;
    },
  });
  return isRead && !isRoot ? { text, losses: [...losses] } : undefined;
}

function draws({ name, attributes }: XmlElement): boolean {
  const animated = attributes.find((one) => one.name.toLowerCase() === 'attributename');
  return SVG.has(name.toLowerCase()) && (!animated || allowsAnimationOf(animated.value));
}

function attributesOf({ name: tag, attributes }: XmlElement, lose: (what: string) => void): string {
  let text = '';
  for (const { name, space, value } of attributes) {
    const prefix = space === XLINK_SPACE ? 'xlink:' : space === XML_SPACE ? 'xml:' : '';
    if (space !== '' && prefix === '') continue;
    const written = `${prefix}${name}`;
    if (/^xlink:(?!href$)/.test(written)) continue;
    const verdict = judge({
      ...{ tag: tag.toLowerCase(), name: written.toLowerCase(), value, isDrawing: true },
    });
    if (verdict.fault) lose(`<${tag} ${written}="…">`);
    if (verdict.value !== undefined) text += ` ${written}="${escapeHtml(verdict.value)}"`;
  }
  return text;
}
