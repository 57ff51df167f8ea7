import hljs from 'highlight.js/lib/common';
import { escapeHtml, linesOfMarkup } from '../../base/markup.ts';
import {
  addClass,
  allElements,
  attribute,
  type Element,
  type Fragment,
  isElementNode,
  isTextNode,
  parseHtml,
  setAttribute,
  setChildren,
} from './html-tree.ts';
import { selectorOf } from './ids.ts';

/** More than anybody presses a key for. */
const MOST_STEPS = 200;

/**
 * A language's expressions take time that grows with the square of a text, of a line or of words in a row, in some with
 * the cube (highlight.js 11.12.0, issue 4529). No slide shows more of either.
 */
const MOST_LETTERS = 10_000;
const LONG_RUN = /[^\n]{1001}|[\w\s<>,.?[\]-]{1001}/;

/**
 * Colours every block of code by its language, and makes reveal's line steps of it: the first is lit from the start,
 * each other is a fragment. Nothing is coloured in the browser: the markup carries classes only.
 * @param id of the slide; ids of code begin with it.
 * @param tell what of it has no effect
 * @returns rules that say which lines are lit when. Paper shows all of the code, but where it has
 *   a page for each step.
 */
export function colourCode(
  tree: Fragment,
  id: string,
  tell: (what: string, fix: string) => void = () => undefined,
): string {
  let css = '';
  let count = 0;
  for (const pre of allElements(tree).filter(({ tagName }) => tagName === 'pre')) {
    const code = pre.childNodes.filter(isElementNode).find(({ tagName }) => tagName === 'code');
    if (!code?.childNodes.every(isTextNode)) continue; // marked up by hand
    const coloured = colour(textIn(code), attribute(code, 'class') ?? '', tell);
    const said = attribute(code, 'data-line-numbers');
    if (said === undefined) {
      setChildren(code, parseHtml(coloured));
      continue;
    }
    const name = attribute(pre, 'id') ?? `${id}-code-${++count}`;
    const start = Number(attribute(code, 'data-ln-start-from') ?? 1);
    const lines = linesOfMarkup(coloured);
    const steps = readSteps(said, lines.length, tell);
    setChildren(code, parseHtml(writeLines(lines, steps, start)));
    setAttribute(pre, 'id', name);
    addClass(pre, 'code-lines');
    for (let step = 1; step < steps.length; step++)
      pre.childNodes.push(
        ...parseHtml(`<span class="fragment code-step code-step-${step}"></span>`).childNodes,
      );
    css += steps.map((lit, step) => (lit.size === 0 ? '' : dimRule(name, step, steps.length))).join('');
  }
  return css;
}

/** Takes code out of the template that it may stand in where it would read as markup, as Reveal's plugin does. */
export function openTemplates(tree: Fragment): void {
  for (const code of allElements(tree).filter(({ tagName }) => tagName === 'code')) {
    const [script, ...more] = code.childNodes.filter(isElementNode);
    if (script?.tagName !== 'script' || more.length > 0) continue;
    if (code.childNodes.some((node) => isTextNode(node) && node.value.trim() !== '')) continue;
    code.childNodes = script.childNodes;
    for (const node of code.childNodes) node.parentNode = code;
  }
}

function textIn(code: Element): string {
  const text = code.childNodes.map((node) => (isTextNode(node) ? node.value : '')).join('');
  return attribute(code, 'data-trim') === undefined ? text : trim(text);
}

/** As Reveal does: without the blank lines around it, and without the indent that all its lines have. */
function trim(text: string): string {
  const lines = text.replace(/^(?:[ \t]*\n)+|\s+$/g, '').split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const least = indents.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(least)).join('\n');
}

function colour(text: string, classes: string, tell: (what: string, fix: string) => void): string {
  const language = (classes.split(/\s+/)[0] ?? '').replace(/^lang(uage)?-/, '');
  if (!hljs.getLanguage(language)) return escapeHtml(text);
  if (text.length <= MOST_LETTERS && !LONG_RUN.test(text))
    return hljs.highlight(text, { language, ignoreIllegals: true }).value;
  tell(
    `code of ${text.length} letters has no colours: it, a line of it or words in a row are too long`,
    'It is shown as it is. Show the lines that matter.',
  );
  return escapeHtml(text);
}

function writeLines(lines: readonly string[], steps: readonly ReadonlySet<number>[], start: number): string {
  return lines
    .map((line, index) => {
      const lit = steps.flatMap((step, at) => (step.has(index + 1) ? [` on-${at}`] : []));
      return `<span class="line${lit.join('')}" data-line="${start + index}">${line}${index + 1 < lines.length ? '\n' : ''}</span>`;
    })
    .join('');
}

/** The lines that each step lights; what of it lights none is told. */
function readSteps(
  said: string,
  count: number,
  tell: (what: string, fix: string) => void,
): readonly ReadonlySet<number>[] {
  const all = said.split('|');
  if (all.length > MOST_STEPS)
    tell(
      `${all.length} steps of a code block are written, and the first ${MOST_STEPS} are taken`,
      'Show the others on another slide.',
    );
  const steps = all.slice(0, MOST_STEPS);
  const beyond = steps.find((step) => {
    const lit = linesOf(step);
    return lit.size > 0 && Math.min(...lit) > count;
  });
  if (beyond !== undefined)
    tell(
      `the step [${beyond}] lights no line of its code, which has ${count}`,
      'Count the lines of the block from 1.',
    );
  return steps.map(linesOf);
}

/** Lines that a step lights, from 1: `1-2,4`. */
function linesOf(step: string): ReadonlySet<number> {
  const lit = new Set<number>();
  for (const part of step.split(',')) {
    const [from, to = from] = part.split('-').map(Number);
    if (!from || !to) continue;
    for (let line = from; line <= Math.min(to, from + 10_000); line++) lit.add(line);
  }
  return lit;
}

// Reveal numbers the fragments of a deck that runs: in the reading view there are no steps, and none on pages.
const RUNS = ':root:not(:has(#print-sheet[media="all"]))';

function dimRule(name: string, step: number, count: number): string {
  const next = `code-step-${step + 1}`;
  const here = step > 0 ? `:has(>.code-step-${step}.visible)` : '';
  const notNext =
    step > 0 ? `:not(:has(>.${next}.visible))` : `:has(>.${next}[data-fragment-index]:not(.visible))`;
  const rules = (where: string) => {
    const lines = `${where} ${selectorOf(name)}${here}${step + 1 < count ? notNext : ''} .line`;
    const dim = `${lines}:not(.on-${step})`;
    return `${lines}.on-${step}{background:var(--tint)}${dim},${dim} *{color:var(--ink3)}`;
  };
  return `@media screen{${rules(RUNS)}}@media print{${rules('[data-steps-done]')}}`;
}
