import { type CssNode, generate, parse, walk } from 'css-tree';

/** What was taken out of a style sheet, and where it stood. Line and column from 1, of the text given. */
export interface CssLoss {
  readonly what: string;
  readonly line: number;
  readonly column: number;
}

export interface CleanCss {
  readonly css: string;
  readonly losses: readonly CssLoss[];
}

export interface CssOptions {
  /** A whole sheet, or what stands in a `style` attribute. */
  readonly context: 'stylesheet' | 'declarationList' | 'value';
  /** The address by which a file that the sheet names is found; undefined where there is none. */
  readonly file?: (
    written: string,
    place: { readonly line: number; readonly column: number },
  ) => string | undefined;
}

const AT_RULES = new Set(
  'media supports keyframes layer container font-face page property scope counter-style starting-style'.split(
    ' ',
  ),
);
/** Functions that take an address as plain text, or that once ran programs. */
const FETCHING =
  /^(-\w+-)?(image-set|image|src|cross-fade|element|expression|paint|url-prefix|domain|regexp)$/;
const REFUSED_PROPERTY = /^(-\w+-)?(binding|behavior|user-modify)$/;

/**
 * A style sheet with nothing in it that fetches from elsewhere: read to a tree, cleaned there, written anew. What a
 * parser cannot read is taken out, since a browser may read it in its own way.
 */
export function cleanCss(text: string, options: CssOptions): CleanCss {
  try {
    return cleanTree(text, options);
  } catch (error) {
    // Rules in one another thousands deep: nobody's.
    if (!(error instanceof RangeError)) throw error;
    return unread(text);
  }
}

function unread(text: string): CleanCss {
  return { css: '', losses: [{ what: `${shorten(text)} cannot be read`, line: 1, column: 1 }] };
}

function cleanTree(text: string, { context, file }: CssOptions): CleanCss {
  const losses: CssLoss[] = [];
  const tree = readCss(text, context);
  if (!tree) return unread(text);
  const lose = (node: CssNode, what: string) =>
    losses.push({ what, line: node.loc?.start.line ?? 1, column: node.loc?.start.column ?? 1 });
  walk(tree, (node, place, list) => {
    const fault = list ? faultOf(node, file) : undefined;
    if (fault === undefined) return;
    lose(node, fault);
    list.remove(place);
    // What went is not looked at further; the walker's types know no answer.
    return walk.skip;
  });
  const fault = tree.type === 'Value' ? faultOfValue(tree, file) : undefined;
  if (fault !== undefined) lose(tree, fault);
  // Where it stands in a page, no text of it may end its element.
  const css = fault === undefined ? generate(tree).replaceAll('</', '<\\/').replaceAll('<!--', '') : '';
  return { css, losses };
}

function readCss(text: string, context: CssOptions['context']): CssNode | undefined {
  const options = { context, positions: true, parseCustomProperty: true, onParseError: () => undefined };
  try {
    return parse(text, options);
  } catch {
    return undefined;
  }
}

/** Why a rule or a declaration goes; undefined for what stays, and for what stands inside them. */
function faultOf(node: CssNode, file: CssOptions['file']): string | undefined {
  if (node.type === 'Atrule') {
    const name = node.name.toLowerCase().replace(/^-\w+-/, '');
    if (name === 'import') return '@import is not followed';
    return AT_RULES.has(name) ? undefined : `@${node.name} is not known`;
  }
  if (node.type === 'Raw')
    return /^[\s;]*$/.test(node.value) ? undefined : `${shorten(node.value)} cannot be read`;
  if (node.type === 'CDO' || node.type === 'CDC') return 'a mark of HTML stands in it';
  if (node.type === 'Rule' && node.prelude.type === 'Raw')
    return `${shorten(node.prelude.value)} cannot be read`;
  if (node.type !== 'Declaration') return undefined;
  if (REFUSED_PROPERTY.test(node.property.toLowerCase())) return `"${node.property}" would run a program`;
  return faultOfValue(node.value, file);
}

/** @returns what an author is told; addresses of the deck's own files are put in the place of those written. */
function faultOfValue(value: CssNode, file: CssOptions['file']): string | undefined {
  let fault: string | undefined;
  walk(value, (node) => {
    if (node.type === 'Raw' && /[\\{}<@(]|url|\/\//i.test(node.value))
      fault ??= `${shorten(node.value)} cannot be read`;
    if (node.type === 'Function' && FETCHING.test(node.name.toLowerCase()))
      fault ??= `${node.name}(…) may load from another host`;
    if (node.type !== 'Url') return;
    const written = node.value;
    if (written.startsWith('#') || /^data:image\/(png|jpeg|gif|webp|avif)[;,]/i.test(written)) return;
    const place = { line: node.loc?.start.line ?? 1, column: node.loc?.start.column ?? 1 };
    const found = file?.(written, place);
    if (found !== undefined) node.value = found;
    else fault ??= `url(${shorten(written)}) is no file of the deck`;
  });
  return fault;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
