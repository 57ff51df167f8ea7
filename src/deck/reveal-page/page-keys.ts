import { parse } from 'parse5';
import type { Report } from '../../base/problem.ts';
import type { FrontMatter } from '../front-matter.ts';
import { isRevealOption } from '../known-options.ts';
import { parseKeys } from '../read-front-matter.ts';
import { attribute, elements, textOf } from '../slide/html-tree.ts';

/** Whether a file is a page of HTML, by its name. */
export function isPage(path: string): boolean {
  return /\.x?html?$/i.test(path);
}

/** Whether a page holds slides as Reveal has them. */
export function holdsSlides(text: string): boolean {
  return (
    /\bclass\s*=\s*(?:"[^"]*\bslides\b|'[^']*\bslides\b|slides\b)/.test(text) && /<section\b/i.test(text)
  );
}

/** Style sheets that come with Reveal and its plugins: the deck has its own look. */
const COMES_ALONG =
  /(^|\/)(dist|lib|node_modules|bower_components|plugins?|theme|print|highlight|vendor|build)\/|\b(reset|reveal|print|pdf|paper|zenburn|monokai|highlight|hljs|font-?awesome)[\w.-]*\.css$/i;

/** What a page says of its deck: its title, language, author and style sheets, and the options it hands to Reveal. */
export function keysOfPage(file: string, text: string, report: Report): Partial<FrontMatter> {
  const page = parse(text);
  const keys: Record<string, unknown> = {};
  const sheets: string[] = [];
  for (const element of elements(page)) {
    const content = attribute(element, 'content')?.trim();
    const name = attribute(element, 'name')?.toLowerCase();
    if (element.tagName === 'html') {
      for (const key of ['lang', 'dir']) if (attribute(element, key)) keys[key] = attribute(element, key);
    } else if (element.tagName === 'title' && keys['title'] === undefined && textOf(element) !== '')
      keys['title'] = textOf(element);
    else if (element.tagName === 'meta' && content && (name === 'author' || name === 'description'))
      keys[name] = content;
    else if (element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet') {
      const href = attribute(element, 'href') ?? '';
      if (href !== '' && !/^([a-z]+:|\/\/|\.\.)/i.test(href) && !COMES_ALONG.test(href)) sheets.push(href);
    }
  }
  if (sheets.length > 0) keys['css'] = sheets;
  tellStyle(file, text, report);
  const { options, line } = optionsOf(text);
  if (Object.keys(options).length > 0) keys['revealOptions'] = options;
  // JSON is YAML; on one line, so that whatever is told stands where the options do.
  return parseKeys({ file, text: JSON.stringify(keys), firstLine: line }, (problem) =>
    report({ ...problem, place: { file, line, column: 1 } }),
  );
}

/** Rules of the page's own: they are for all that stands in it, and the deck's page is another. */
function tellStyle(file: string, text: string, report: Report): void {
  const at = /<style\b/i.exec(text.split(/<\/head\s*>|<body\b/i)[0] ?? '')?.index;
  if (at === undefined) return;
  report({
    severity: 'notice',
    place: { file, line: text.slice(0, at).split('\n').length, column: 1 },
    what: 'the rules of a <style> in the head of the page are left out',
    fix: 'Put them into a style sheet beside the page, and link to it there.',
  });
}

/** The plain values among the options of `Reveal.initialize({ … })`, and its line. Nothing of it runs. */
function optionsOf(text: string): { options: Readonly<Record<string, unknown>>; line: number } {
  const begin = /\bReveal\s*\.\s*(?:initialize|configure)\s*\(\s*\{/.exec(text);
  if (!begin) return { options: {}, line: 1 };
  const line = text.slice(0, begin.index).split('\n').length;
  const options: Record<string, unknown> = {};
  for (const [, name = '', value = ''] of topLevel(text.slice(begin.index + begin[0].length)).matchAll(
    /(?<=^|[{,\s])["']?(\w+)["']?\s*:\s*(true|false|-?\d+(?:\.\d+)?|'[^'\n]*'|"[^"\n]*")\s*(?=,|$|\n)/g,
  ))
    if (isRevealOption(name)) options[name] = literal(value);
  return { options, line };
}

function literal(written: string): unknown {
  if (written === 'true' || written === 'false') return written === 'true';
  return /^['"]/.test(written) ? written.slice(1, -1) : Number(written);
}

/** The text of an object up to its closing brace, without comments and without what lies in braces or brackets. */
function topLevel(text: string): string {
  let depth = 0;
  let kept = '';
  for (const [part] of text.matchAll(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\s\S]/g,
  )) {
    if (/^\/[/*]/.test(part)) continue;
    if (/[}\])]/.test(part) && part.length === 1 && depth-- === 0) return kept;
    if (depth === 0) kept += part;
    if (/[{[(]/.test(part) && part.length === 1) depth++;
  }
  return kept;
}
