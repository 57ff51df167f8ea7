import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createElement,
  type Fragment,
  isElementNode,
  isTextNode,
  type Parent,
  parseAgain,
  parseHtml,
  writeHtml,
} from '../../../../src/deck/slide/html-tree.ts';
import { renderMarkdown } from '../../../../src/deck/slide/markdown.ts';
import { readsTheSame } from '../../../../src/deck/slide/reads-the-same.ts';

const RUNS = process.env['ORIHON_LONG'] ? 20_000 : 600;

/** All of a tree that can be told apart; texts side by side are one. */
function shapeOf(parent: Parent): unknown {
  const shapes: unknown[] = [];
  for (const node of parent.childNodes)
    if (isTextNode(node)) {
      const before = shapes.at(-1);
      if (typeof before === 'string') shapes[shapes.length - 1] = before + node.value;
      else if (node.value !== '') shapes.push(node.value);
    } else if (isElementNode(node)) shapes.push([node.tagName, node.attrs, shapeOf(node)]);
    else shapes.push(node.nodeName);
  return shapes;
}

function isKept(tree: Fragment): boolean {
  const again = parseAgain(writeHtml(tree));
  return JSON.stringify(shapeOf(again)) === JSON.stringify(shapeOf(tree));
}

const TAGS = (
  'p h1 h3 pre ul ol li div blockquote table thead tbody tr td th a em strong code b i span br hr img ' +
  'figure-slot svg math style select template button form nobr font table'
).split(' ');
const TEXT = fc.constantFrom('word', '\n', '\n  more', ' ', '<p>', '&amp;', '&#13;', '\0', 'é "x"', '');

/** Elements in any order and depth, as no parser would make them. */
const trees = fc.letrec<{ nodes: readonly (string | { tag: string; nodes: readonly unknown[] })[] }>(
  (tie) => ({
    nodes: fc.array(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        TEXT,
        fc.record({ tag: fc.constantFrom(...TAGS), nodes: tie('nodes') }),
      ),
      { maxLength: 4 },
    ),
  }),
).nodes;

function build(parent: Parent, nodes: readonly unknown[]): void {
  for (const node of nodes)
    if (typeof node === 'string') parent.childNodes.push(textNode(node, parent));
    else if (isPlan(node)) {
      const element = createElement(node.tag, 'x');
      element.parentNode = parent;
      parent.childNodes.push(element);
      build(element, node.nodes);
    }
}

function isPlan(node: unknown): node is { readonly tag: string; readonly nodes: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'tag' in node;
}

function textNode(value: string, parentNode: Parent) {
  return { nodeName: '#text' as const, value, parentNode };
}

test('no tree that is said to read as it is reads otherwise', () => {
  let sure = 0;
  fc.assert(
    fc.property(trees, (nodes) => {
      const tree = parseHtml('');
      build(tree, nodes);
      if (!readsTheSame(tree)) return;
      sure++;
      expect(isKept(tree)).toBe(true);
    }),
    { numRuns: RUNS },
  );
  expect(sure).toBeGreaterThan(RUNS / 50);
});

test('nor does one that a parser made of any markup', () => {
  const tag = fc.constantFrom(...TAGS);
  const piece = fc.oneof(
    TEXT,
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom('<a href="&quot;&#10;x">', '<!-- -->', '<td colspan=2>', '<p class="a" onclick="b">'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const tree = parseHtml(pieces.join(''));
      if (readsTheSame(tree)) expect(isKept(tree)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('what Markdown makes is known without a try', () => {
  const text =
    '# A *title*\n\nText with `code`, **[a link](x)** and ![a picture](a.png)\n\n- one\n  - two\n\n' +
    '1. three\n\n   more\n\n> quoted\n\n```js\n\nlet a;\n```\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n* * *\n';
  expect(readsTheSame(parseHtml(renderMarkdown(text)))).toBe(true);
});

test.each([
  ['a line end that a parser swallows', '<pre>\n\nx</pre>'],
  ['a link in a link', '<a href="x"><object><a href="y">z</a></object></a>'],
  ['a drawing', '<svg><path d="M0 0"/></svg>'],
  ['a carriage return', '<p>a&#13;b</p>'],
  ['an entry outside of a list', '<li>a</li>'],
])('%s has to be tried', (_, html) => {
  expect(readsTheSame(parseHtml(html))).toBe(false);
});
