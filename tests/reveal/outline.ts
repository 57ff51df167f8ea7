import {
  attribute,
  isElementNode,
  isTextNode,
  type Node,
  type Parent,
  parseHtml,
} from '../../src/deck/slide/html-tree.ts';

/** Tags whose white space between children says nothing. */
const BLOCKS = new Set(
  'section aside div p ul ol li blockquote pre table thead tbody tr th td h1 h2 h3 h4 h5 h6 hr figure #document-fragment'.split(
    ' ',
  ),
);
/** What Reveal's plugin leaves behind of itself. */
const PLUGIN = /^data-(markdown|markdown-parsed|separator|separator-vertical|separator-notes)$/;

/**
 * A tree as lines of text, one a node, for two compilers to be compared: without comments, without white space
 * between blocks, attributes in order of name. What Orihon adds on purpose to every deck is undone first: the
 * language of CJK text, days, names in one piece, coloured code, the folder of the deck's pictures, the palette of a slide with a background.
 */
export function outline(html: string): string {
  const lines: string[] = [];
  const write = (parent: Parent, depth: number, verbatim: boolean) => {
    const indent = '  '.repeat(depth);
    let text = '';
    const flush = (edge: boolean) => {
      const shown = verbatim ? text : text.replace(/\s+/g, ' ');
      const kept = edge && !verbatim ? shown.trim() : shown;
      if (kept !== '') lines.push(`${indent}${JSON.stringify(kept)}`);
      text = '';
    };
    const children = flatten(parent);
    for (const [index, node] of children.entries()) {
      if (isTextNode(node)) {
        const before = children[index - 1];
        const next = children[index + 1];
        const isEdge = isBlock(parent) && (!before || isBlock(before) || !next || isBlock(next));
        text +=
          isEdge && !verbatim
            ? trimEdges(node.value, !before || isBlock(before), !next || isBlock(next))
            : node.value;
      } else if (isElementNode(node)) {
        flush(isBlock(node));
        lines.push(`${indent}<${node.tagName}${attributesOf(node)}>`);
        write(node, depth + 1, verbatim || node.tagName === 'pre');
      }
    }
    flush(false);
  };
  write(parseHtml(html), 0, false);
  return lines.join('\n');
}

function trimEdges(text: string, start: boolean, end: boolean): string {
  const left = start ? text.trimStart() : text;
  return end ? left.trimEnd() : left;
}

function isBlock(node: Node | Parent): boolean {
  return BLOCKS.has(node.nodeName);
}

/** Children with what Orihon wraps around words unwrapped, and texts that touch joined. */
function flatten(parent: Parent): readonly Node[] {
  const flat = parent.childNodes.flatMap((node) => {
    if (isTextNode(node)) return [{ ...node }];
    if (!isElementNode(node)) return [];
    const name = attribute(node, 'class') ?? '';
    if (node.tagName === 'span' && /^(fragment )?code-step/.test(name)) return [];
    const isAdded =
      (node.tagName === 'span' &&
        (/^(unbroken|line\b.*|hljs-.*|language-.*)$/.test(name) || attribute(node, 'lang') === 'ja')) ||
      (node.tagName === 'time' && attribute(node, 'datetime') !== undefined);
    return isAdded ? flatten(node) : [node];
  });
  const joined: Node[] = [];
  for (const node of flat) {
    const last = joined.at(-1);
    if (last && isTextNode(last) && isTextNode(node))
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}

function attributesOf(node: Extract<Node, { tagName: string }>): string {
  return node.attrs
    .filter(
      ({ name }) => !PLUGIN.test(name) && !(name === 'id' && /-code-\d+$/.test(attribute(node, 'id') ?? '')),
    )
    .map(({ name, value }) => ({ name, value: neutral(name, value, node.tagName) }))
    .filter(({ name, value }) => !(name === 'class' && value === ''))
    .map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`)
    .sort()
    .join('');
}

function neutral(name: string, value: string, tag: string): string {
  if (name === 'class' && tag === 'section') return value.replace(/ ?\bon-(dark|light)$/, '');
  if (/^(src|data-src|poster|data-background-(image|video))$/.test(name)) return value.replace(/^deck\//, '');
  if (name !== 'class' || (tag !== 'code' && tag !== 'pre')) return value;
  return value
    .split(' ')
    .filter((one) => one !== 'hljs' && !/^(language-|code-)/.test(one))
    .join(' ');
}
