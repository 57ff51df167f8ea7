import type { Report } from '../../base/problem.ts';
import type { RawSlide } from '../split.ts';
import { takeGrid } from './grid-columns.ts';
import {
  addClass,
  attribute,
  type Element,
  elements,
  type Fragment,
  isCommentNode,
  isElementNode,
  isTextNode,
  type Node,
  type Parent,
  removeNode,
  setAttribute,
  unwrapNode,
} from './html-tree.ts';

/** Sizes of text, of lines and of the space around them, by the class names of Tailwind and UnoCSS. */
const TEXT_SIZE = /^text-(?:xs|sm|base|lg|\d?xl)$/;
const SPACE = /^(?:leading|-?[mp][tby]?)-[\w.]+$/;

/** What Marp says of one slide in a comment, by Reveal's word for it. */
const OF_SLIDE: Readonly<Record<string, string>> = {
  class: 'class',
  backgroundColor: 'data-background-color',
  backgroundImage: 'data-background-image',
  backgroundSize: 'data-background-size',
  backgroundPosition: 'data-background-position',
  backgroundRepeat: 'data-background-repeat',
};
/** With a low line it holds for its slide; without, from its slide on, and only Marp's own names are meant. */
const DIRECTIVE =
  /^[ \t]*(_[a-z][A-Za-z]+|paginate|header|footer|class|theme|size|math|headingDivider|color|background(?:Color|Image|Size|Position|Repeat))[ \t]*:[ \t]*(.+?)[ \t]*$/gm;

/** A picture that Marp lays under the words, or beside them: nothing but its own words stand for its alternative. */
const GROUND =
  /^bg(?:\s+(?:left|right|vertical|fit|contain|cover|auto|[\d.]+%|[a-z-]+:\S+|blur|brightness|contrast|grayscale|invert|opacity|saturate|sepia))*$/;
const SIZE = /(?:^|\s)(w|h|width|height):([\d.]+%?)(?:px)?(?=\s|$)/g;

/** Carries out what Marp and Slidev write on a slide besides Markdown: grounds, sizes of pictures, steps. */
export function applyOtherHabits(
  tree: Fragment,
  slide: Map<string, string>,
  { file, line }: RawSlide,
  report: Report,
): void {
  const idle = readComments(tree, slide);
  if (idle.length > 0)
    report({
      severity: 'notice',
      place: { file, line, column: 1 },
      what: `directives of Marp have no meaning here: ${idle.join(', ')}`,
      fix: 'Take them out, or leave them for the other program.',
    });
  for (const element of [...elements(tree)]) {
    if (element.tagName === 'img') readPicture(element, slide);
    else readSteps(element);
    takeGrid(element);
    openSizeBox(element);
  }
}

/** @returns the names of directives that change nothing here. */
function readComments(parent: Parent, slide: Map<string, string>): readonly string[] {
  return parent.childNodes.flatMap((node): readonly string[] => {
    if (isElementNode(node)) return readComments(node, slide);
    if (!isCommentNode(node)) return [];
    return [...node.data.matchAll(DIRECTIVE)].flatMap(([, name = '', value = '']) => {
      const known = name.startsWith('_') ? OF_SLIDE[name.slice(1)] : undefined;
      if (!known) return [name];
      slide.set(known, value.replace(/^(?:url\()?(["']?)(.*?)\1\)?$/, '$2'));
      return [];
    });
  });
}

function readPicture(picture: Element, slide: Map<string, string>): void {
  const words = attribute(picture, 'alt') ?? '';
  const source = attribute(picture, 'src') ?? '';
  const sizes = [...words.matchAll(SIZE)];
  for (const [, side = '', size = ''] of sizes)
    setAttribute(picture, side.startsWith('w') ? 'width' : 'height', size);
  if (!GROUND.test(words)) {
    if (sizes.length > 0) setAttribute(picture, 'alt', words.replace(SIZE, '').trim());
    return;
  }
  setAttribute(picture, 'alt', '');
  setAttribute(picture, 'role', 'presentation');
  if (/\b(left|right)\b/.test(words) || slide.has('data-background-image')) return;
  slide.set('data-background-image', source);
  if (/\b(contain|fit)\b/.test(words)) slide.set('data-background-size', 'contain');
  const around = picture.parentNode;
  removeNode(picture);
  const isEmpty = around?.childNodes.every((node) => isTextNode(node) && node.value.trim() === '');
  if (around && isElementNode(around) && isEmpty) removeNode(around);
}

/** Slidev's `v-click`: an element that comes as a step, or whose entries do. */
function readSteps(element: Element): void {
  const { tagName } = element;
  const isStep = element.attrs.some(({ name }) => /^v-(click|after)\b/.test(name));
  if (isStep) element.attrs = element.attrs.filter(({ name }) => !/^v-(click|after)\b/.test(name));
  if (isStep || tagName === 'v-click' || tagName === 'v-after') addClass(element, 'fragment');
  if (tagName === 'v-clicks') {
    const entries = [...elements(element)].filter((one) => one.tagName === 'li');
    for (const entry of entries.length > 0 ? entries : element.childNodes.filter(isElementNode))
      addClass(entry, 'fragment');
  }
  if (/^v-(clicks?|after)$/.test(tagName)) {
    element.tagName = 'div';
    element.nodeName = 'div';
  }
}

/** A box around blocks of a slide that says no more than their size, which is found here anew: they stand in its place. */
function openSizeBox(element: Element): void {
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);
  const sized = classes.some((name) => TEXT_SIZE.test(name));
  if (!sized || element.tagName !== 'div' || element.attrs.length > 1) return;
  if (!classes.every((name) => TEXT_SIZE.test(name) || SPACE.test(name))) return;
  const { parentNode } = element;
  const onSlide = parentNode && !isElementNode(parentNode);
  const isBlank = (node: Node) => isTextNode(node) && node.value.trim() === '';
  if (onSlide && element.childNodes.every((node) => isElementNode(node) || isBlank(node)))
    unwrapNode(element);
}
