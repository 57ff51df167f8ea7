import type { Place, Report } from '../../base/problem.ts';
import {
  addClass,
  attribute,
  type Element,
  elements,
  type Fragment,
  removeNode,
  setAttribute,
} from './html-tree.ts';

/** A part of a deck as written: where in a file its text stands. */
interface Written {
  readonly file: string;
  readonly content: string;
  readonly line: number;
}

/** Elements that run, load or lead away by themselves, or that end the page's markup early. */
const REFUSED: ReadonlySet<string> = new Set(
  'script object embed applet portal base meta link template noscript noembed noframes frame frameset plaintext xmp'.split(
    ' ',
  ),
);
const ADDRESSES =
  /^(href|src|data-src|action|formaction|xlink:href|data|poster|background|data-background(-iframe)?)$/;
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'form', 'button', 'input']);
const TRUST = 'or write "trust: true" in the front matter if you vouch for this deck';

/**
 * Takes out what could run or send: decks may come from elsewhere. Each is reported where it is written, so that
 * nothing is lost silently.
 * @param slide attributes of the slide itself, which a directive sets.
 */
export function keepSafe(tree: Fragment, slide: Map<string, string>, written: Written, report: Report): void {
  const seen = new Map<string, number>();
  const refuse = (needles: readonly string[], what: string, fix: string) =>
    report({ severity: 'error', place: locate(written, needles, seen), what, fix });
  for (const element of [...elements(tree)]) {
    const { tagName } = element;
    if (REFUSED.has(tagName) || animatesAddress(element)) {
      removeNode(element);
      refuse([`<${tagName}`], `a <${tagName}> stands on this slide`, `Take it away, ${TRUST}.`);
      continue;
    }
    if (tagName === 'style') {
      const fault = faultOfCss(
        element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''),
      );
      if (fault) removeNode(element);
      if (fault) refuse(['<style'], `the <style> ${fault}`, `Take that away, ${TRUST}.`);
      continue;
    }
    for (const { name, value } of [...element.attrs]) {
      const fault = faultOf(tagName, name, value);
      if (!fault) continue;
      setAttribute(element, name, undefined);
      refuse(
        name.startsWith('on') ? [`${name}=`] : [value, `${name}=`, name, `<${tagName}`],
        `<${tagName} ${name}="…"> ${fault}`,
        `Take the attribute away, ${TRUST}.`,
      );
    }
  }
  for (const [name, value] of slide) {
    const fault = faultOf('section', name, value);
    if (!fault) continue;
    slide.delete(name);
    refuse([`${name}="${value}"`], `${name}="…" of the slide ${fault}`, `Take the attribute away, ${TRUST}.`);
  }
}

/** What is wrong with an attribute; undefined where nothing is. */
function faultOf(tag: string, name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return 'would run a program';
  if (name === 'srcdoc') return 'holds a page of its own';
  if (name === 'ping') return 'tells another host who clicks';
  if (name === 'data-preview-link') return 'shows another page in a frame';
  if (name === 'style') return faultOfCss(value);
  if (!ADDRESSES.test(name)) return undefined;
  // Browsers skip white space and control characters in a scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const address = value.replace(/[\u0000-\u0020\u007f]/g, '').toLowerCase();
  if (/^(javascript|vbscript|livescript):/.test(address)) return 'would run a program';
  const isPicture = tag === 'img' || tag === 'section';
  if (address.startsWith('data:') && !(isPicture && /^data:image\/(?!svg)/.test(address)))
    return 'holds a page of its own';
  const isForeign = /^([a-z][a-z0-9+.-]*:|\/\/|\\)/.test(address);
  if (isForeign && (FRAMES.has(tag) || name === 'data-background-iframe')) return 'is of another host';
  return undefined;
}

/** SVG can set an address or a handler later than it is written. */
function animatesAddress(element: Element): boolean {
  return (
    /^(set|animate\w*)$/i.test(element.tagName) &&
    /^(xlink:)?href$|^on/i.test(attribute(element, 'attributeName') ?? '')
  );
}

function faultOfCss(css: string): string | undefined {
  const plain = css
    .replace(/\/\*[\s\S]*?(\*\/|$)/g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
    )
    .replace(/\\/g, '');
  if (/@import/i.test(plain) || /(^|[("'\s,])(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(plain))
    return 'loads from another host';
  if (/javascript:|expression\s*\(|-moz-binding|behavior\s*:/i.test(plain)) return 'would run a program';
  if ((plain.match(/\{/g) ?? []).length !== (plain.match(/\}/g) ?? []).length)
    return 'has a brace too few or too many';
  return undefined;
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
 * Moves `style="…"` attributes and `<style>` elements into rules of the deck's own style sheet: the page's policy
 * refuses them where they stand.
 */
export function liftStyles(tree: Fragment, slide: Map<string, string>, id: string): string {
  let css = '';
  let count = 0;
  const lift = (style: string): string => {
    const name = `${id}-style-${++count}`;
    css += `.${name}{${style.replace(/[{}]/g, '')}}`;
    return name;
  };
  const own = slide.get('style');
  if (own !== undefined) {
    slide.delete('style');
    slide.set('class', [slide.get('class'), lift(own)].filter(Boolean).join(' '));
  }
  for (const element of [...elements(tree)]) {
    if (element.tagName === 'style') {
      css += element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
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
