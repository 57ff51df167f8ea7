import { html as spec } from 'parse5';
import type { Place, Report } from '../../base/problem.ts';
import { allowsAnimationOf, DROPPED_WHOLE, HTML, MATHML, SVG } from '../safe/allowed.ts';
import { whereLeads } from '../safe/allowed-address.ts';
import { judge } from '../safe/attribute.ts';
import { cleanCss } from '../safe/css.ts';
import { judgeSlide } from '../safe/slide-attribute.ts';
import {
  addClass,
  allElements,
  attribute,
  type Element,
  elements,
  type Fragment,
  isElementNode,
  isTextNode,
  parseAgain,
  removeNode,
  setAttribute,
  unwrapNode,
  writeHtml,
} from './html-tree.ts';
import type { Written } from './links.ts';
import { readsTheSame } from './reads-the-same.ts';
import { scopeStyle } from './scope-style.ts';

/** Says what was taken out, at the first of some texts that is written there. */
type Lose = (needles: readonly string[], what: string, fix?: string) => void;

const TRUST = 'or write "trust: true" in the front matter if you vouch for this deck';
const FOREIGN = new Map([
  [spec.NS.SVG, { names: SVG, root: 'svg' }],
  [spec.NS.MATHML, { names: MATHML, root: 'math' }],
]);
/** More than any element of a person's has. */
const MOST_ATTRIBUTES = 100;
/** A tree that reads otherwise this often once it was written is none that a browser can be trusted with. */
const MOST_READINGS = 4;

/**
 * Takes out all that is not known to be harmless: decks may come from elsewhere. Each loss is a notice where it is
 * written, so that nothing goes silently. What is left reads the same however often it is written and read.
 * @param slide attributes of the slide itself, which a directive sets.
 */
export function keepSafe(tree: Fragment, slide: Map<string, string>, written: Written, report: Report): void {
  const seen = new Map<string, number>();
  const lose: Lose = (needles, what, fix = `Take it away, ${TRUST}.`) =>
    report({ severity: 'notice', place: locate(written, needles, seen), what, fix });
  const isAsWritten = cleanTree(tree, lose);
  if (!isAsWritten || !readsTheSame(tree)) settle(tree, lose);
  for (const [name, value] of [...slide]) {
    const { value: kept, fault } = judgeSlide(name, value);
    if (kept === undefined) slide.delete(name);
    else slide.set(name, kept);
    if (fault) lose([`${name}="${value}"`, name], `${name}="…" of the slide is taken out: it ${fault}`);
  }
}

/**
 * Frames of a deck that its author vouches for: another host's page keeps its own origin, which is not ours; one of
 * the deck's own gets none, else it could take off its own fence.
 */
export function fenceFrames(...trees: readonly Fragment[]): void {
  for (const element of trees.flatMap((tree) => allElements(tree))) {
    if (element.tagName !== 'iframe') continue;
    const written = attribute(element, 'src') ?? attribute(element, 'data-src') ?? '';
    const isForeign = whereLeads(written) === 'web' && attribute(element, 'srcdoc') === undefined;
    setAttribute(
      element,
      'sandbox',
      isForeign ? 'allow-scripts allow-same-origin allow-presentation' : 'allow-scripts',
    );
  }
}

/** Until what is written reads as it is: text that turns into elements when it is read again must not slip by. */
function settle(tree: Fragment, lose: Lose): void {
  let text = writeHtml(tree);
  // Most notes.
  if (text === '') return;
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const again = parseAgain(text);
    cleanTree(again, lose);
    const next = writeHtml(again);
    for (const child of again.childNodes) child.parentNode = tree;
    if (reading > 0 || next !== text) tree.childNodes = again.childNodes;
    if (next === text) return;
    text = next;
  }
  for (const element of allElements(tree)) if (FOREIGN.has(element.namespaceURI)) removeNode(element);
  lose(['<svg', '<math'], 'the drawings of this slide are taken out: they read otherwise each time');
}

/** @returns whether nothing had to be changed */
function cleanTree(tree: Fragment, lose: Lose): boolean {
  let isAsWritten = true;
  for (const element of elements(tree)) {
    const name = element.tagName.toLowerCase();
    const fate = fateOf(element, name);
    if (fate === 'stays') {
      if (!cleanElement(element, name, lose)) isAsWritten = false;
      continue;
    }
    isAsWritten = false;
    if (fate === 'unwrapped') {
      unwrapNode(element);
      lose([`<${name}`], `the <${name}> is taken out, its content stays`);
    } else {
      removeNode(element);
      element.childNodes = [];
      lose([`<${name}`], `the <${name}> is taken out`);
    }
  }
  return isAsWritten;
}

function fateOf(element: Element, name: string): 'stays' | 'unwrapped' | 'dropped' {
  const { namespaceURI, parentNode } = element;
  const above = parentNode && isElementNode(parentNode) ? parentNode.namespaceURI : spec.NS.HTML;
  const foreign = FOREIGN.get(namespaceURI);
  if (foreign) {
    const animated = attribute(element, 'attributeName');
    if (animated !== undefined && !allowsAnimationOf(animated)) return 'dropped';
    const isPlaced = above === namespaceURI || (above === spec.NS.HTML && name === foreign.root);
    return isPlaced && foreign.names.has(name) ? 'stays' : 'dropped';
  }
  // HTML inside of a drawing is read in another way by each parser.
  if (above !== spec.NS.HTML) return 'dropped';
  if (HTML.has(name) || name === 'style') return 'stays';
  return DROPPED_WHOLE.has(name) ? 'dropped' : 'unwrapped';
}

/** @returns whether nothing had to be changed */
function cleanElement(element: Element, tag: string, lose: Lose): boolean {
  if (tag === 'style') {
    cleanStyle(element, lose);
    return false;
  }
  if (element.attrs.length === 0) return true;
  let isAsWritten = true;
  const isDrawing = FOREIGN.has(element.namespaceURI);
  if (element.attrs.length > MOST_ATTRIBUTES) {
    element.attrs = [];
    isAsWritten = false;
    lose([`<${tag}`], `the attributes of a <${tag}> are taken out: they are more than ${MOST_ATTRIBUTES}`);
  }
  for (const attr of [...element.attrs]) {
    const name = [attr.prefix, attr.name].filter(Boolean).join(':').toLowerCase();
    const { value, fault } = judge({ tag, name, value: attr.value, isDrawing });
    if (value !== attr.value) isAsWritten = false;
    if (value === undefined) element.attrs = element.attrs.filter((one) => one !== attr);
    else attr.value = value;
    if (!fault) continue;
    isAsWritten = false;
    const needles = name.startsWith('on') ? [`${name}=`] : [attr.value, `${name}=`, name, `<${tag}`];
    lose(needles, `<${tag} ${name}="…"> is taken out: it ${fault}`);
  }
  if (attribute(element, 'target') !== undefined && tag === 'a') {
    const others = (attribute(element, 'rel') ?? '')
      .split(/\s+/)
      .filter((word) => word && word !== 'noopener');
    setAttribute(element, 'rel', ['noopener', ...others].join(' '));
    return false;
  }
  return isAsWritten;
}

function cleanStyle(element: Element, lose: Lose): void {
  const { css, losses } = cleanCss(cssOf(element), { context: 'stylesheet' });
  for (const { what } of losses) lose(['<style'], `a rule of the <style> is taken out: ${what}`);
  const text = element.childNodes.find(isTextNode);
  element.childNodes = text ? [text] : [];
  if (text) text.value = css;
}

function cssOf(style: Element): string {
  return style.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** Where the first of some texts stands that is there at all, counting on from where it was found before. */
function locate(
  { file, content, line }: Written,
  needles: readonly string[],
  seen: Map<string, number>,
): Place {
  const text = content.toLowerCase();
  for (const needle of needles.map((one) => one.toLowerCase()).filter((one) => one !== '')) {
    const at = text.indexOf(needle, seen.get(needle) ?? 0);
    if (at < 0) continue;
    seen.set(needle, at + needle.length);
    const lines = content.slice(0, at).split('\n');
    return { file, line: line + lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
  }
  return { file, line, column: 1 };
}

/**
 * Moves `style="…"` attributes and `<style>` elements into rules of the deck's own style sheet, for this slide alone:
 * the page's policy refuses them where they stand.
 * @param tell called for each `<style>` of the slide's own.
 */
export function liftStyles(
  tree: Fragment,
  slide: Map<string, string>,
  id: string,
  tell: () => void = () => undefined,
): string {
  let css = '';
  let count = 0;
  const lift = (style: string): string => {
    // A blank would make two names of one.
    const name = `${id.replace(/\s/g, '_')}-style-${++count}`;
    css += `.${name.replace(/[^\w-]/g, '\\$&')}{${style.replace(/[{}]/g, '')}}`;
    return name;
  };
  const own = slide.get('style');
  if (own !== undefined) {
    slide.delete('style');
    slide.set('class', [slide.get('class'), lift(own)].filter(Boolean).join(' '));
  }
  for (const element of allElements(tree)) {
    if (element.tagName === 'style') {
      css += scopeStyle(cssOf(element), id);
      if (element.namespaceURI === spec.NS.HTML && cssOf(element).trim() !== '') tell();
      removeNode(element);
      continue;
    }
    const style = attribute(element, 'style');
    if (style === undefined) continue;
    setAttribute(element, 'style', undefined);
    addClass(element, lift(style));
  }
  return css;
}
