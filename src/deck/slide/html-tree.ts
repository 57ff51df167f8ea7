import {
  defaultTreeAdapter,
  parseFragment,
  serialize,
  html as spec,
  type DefaultTreeAdapterTypes as Tree,
} from 'parse5';

export type Fragment = Tree.DocumentFragment;
export type Element = Tree.Element;
export type Node = Tree.ChildNode;
export type Parent = Tree.ParentNode;

type Is<Kind extends Tree.Node> = (node: Tree.Node) => node is Kind;

/** Asked of every node many times: other nodes have no name of a tag. */
export const isElementNode: Is<Element> = (node): node is Element => 'tagName' in node;
export const isTextNode: Is<Tree.TextNode> = defaultTreeAdapter.isTextNode;
export const isCommentNode: Is<Tree.CommentNode> = defaultTreeAdapter.isCommentNode;

export { serialize as writeHtml };

/** Reads markup as it stands at the top of a fragment. Most notes are empty, and a parser is long in the making. */
export function parseHtml(html: string): Fragment {
  return html === '' ? defaultTreeAdapter.createDocumentFragment() : parseFragment(html);
}

/** Every node below `parent`, in document order; the children of a node are read after it was visited. */
export function* walk(parent: Parent): Generator<Node> {
  const waiting: Node[] = [];
  pushChildren(waiting, parent);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (isElementNode(node)) pushChildren(waiting, node);
  }
}

/** Every element below `parent`, in document order; likewise. */
export function* elements(parent: Parent): Generator<Element> {
  const waiting: Node[] = [];
  pushChildren(waiting, parent);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElementNode(node)) continue;
    yield node;
    pushChildren(waiting, node);
  }
}

/** The same elements at once, as they stand now. */
export function allElements(parent: Parent): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [];
  pushChildren(waiting, parent);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElementNode(node)) continue;
    found.push(node);
    pushChildren(waiting, node);
  }
  return found;
}

/** The first of them last, to be taken first. */
function pushChildren(waiting: Node[], { childNodes }: Parent): void {
  for (let index = childNodes.length - 1; index >= 0; index--) {
    const child = childNodes[index];
    if (child) waiting.push(child);
  }
}

/** All text below a node, as a reader would hear it. */
export function textOf(node: Parent): string {
  let text = '';
  const waiting: Node[] = [];
  pushChildren(waiting, node);
  for (let child = waiting.pop(); child; child = waiting.pop()) {
    if (isElementNode(child)) {
      if (child.tagName === 'br') text += ' ';
      pushChildren(waiting, child);
    } else if (isTextNode(child)) text += child.value;
  }
  // Most text is as it will be: asking is cheaper than writing it anew.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

/** All text below a node as it is written, as in code: lines and spaces count. */
export function writtenText(node: Parent): string {
  let text = '';
  for (const child of node.childNodes)
    if (isTextNode(child)) text += child.value;
    else if (isElementNode(child)) text += writtenText(child);
  return text;
}

/** Whether any element below `parent` is such a one. */
export function holds(parent: Parent, isOne: (element: Element) => boolean): boolean {
  for (const node of parent.childNodes)
    if (isElementNode(node) && (isOne(node) || holds(node, isOne))) return true;
  return false;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Sets, or with undefined removes, an attribute. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  element.attrs = element.attrs.filter((attr) => attr.name !== name);
  if (value !== undefined) element.attrs.push({ name, value });
}

export function addClass(element: Element, name: string): void {
  setAttribute(element, 'class', [attribute(element, 'class'), name].filter(Boolean).join(' '));
}

/** Puts nodes in the place of one. */
export function replaceNode(node: Node, replacement: Fragment): void {
  const parent = node.parentNode;
  if (!parent) return;
  const nodes = replacement.childNodes;
  for (const child of nodes) child.parentNode = parent;
  parent.childNodes.splice(parent.childNodes.indexOf(node), 1, ...nodes);
}

/** Puts what an element holds in its place. */
export function unwrapNode(element: Element): void {
  const { parentNode: parent, childNodes } = element;
  if (!parent) return;
  for (const child of childNodes) child.parentNode = parent;
  parent.childNodes.splice(parent.childNodes.indexOf(element), 1, ...childNodes);
}

/** An element without children or parent. */
export function createElement(tagName: string, className: string): Element {
  return defaultTreeAdapter.createElement(tagName, spec.NS.HTML, [{ name: 'class', value: className }]);
}

/** Reads markup as a browser does that finds it inside of a page's element. */
export function parseAgain(html: string): Fragment {
  return parseFragment(defaultTreeAdapter.createElement('div', spec.NS.HTML, []), html, {});
}

export function removeNode(node: Node): void {
  defaultTreeAdapter.detachNode(node);
}

/** Moves what a node holds behind what another holds. */
export function appendChildren(parent: Parent, from: Parent): void {
  for (const child of from.childNodes) child.parentNode = parent;
  parent.childNodes.push(...from.childNodes);
  from.childNodes = [];
}

/** Gives an element the nodes of a fragment in place of its own. */
export function setChildren(element: Element, fragment: Fragment): void {
  for (const child of fragment.childNodes) child.parentNode = element;
  element.childNodes = fragment.childNodes;
}
