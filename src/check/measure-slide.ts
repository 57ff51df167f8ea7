// Runs in a page that `check` drives, and in no other: it is handed there as text, so it imports nothing.

/** Something an audience would not see or could hardly read. Lengths in px of the window. */
export interface Flaw {
  readonly kind: 'outside' | 'cut' | 'leaf' | 'foot' | 'small' | 'contrast' | 'shrunk';
  /** Tag of the element, with its first class. */
  readonly element: string;
  /** Its text, or the address of its picture. */
  readonly text: string;
  /** How far it sticks out, how large its letters are on a 1920 px screen, its contrast, or its part of the full size. */
  readonly amount: number;
}

/** What to look for: the least sizes of text, in px of a 1920 px screen, or the contrast in the theme shown. */
export interface Look {
  readonly fit: boolean;
  readonly contrast: boolean;
}

declare global {
  interface Window {
    /** Flaws of the slide in view. */
    measureSlide: (look: Look) => readonly Flaw[];
  }
}

const FLOOR = 24;
/** Where style sheets allow less, for source lines or lists of references: px of a 1920 px screen. */
const LEAST = '--least-text';
/** Rounding of letters and lines, px. */
const SLACK = 2;
const UNSEEN = '.spoken, aside.notes, script, style, [hidden]';
/** Figures are drawn by the program, over marks of their own. */
const FIGURES = 'svg, canvas, figure';

window.measureSlide = ({ fit, contrast }) => {
  const slide = window.Reveal.getCurrentSlide();
  const texts = textsOf(slide);
  return [
    ...(fit ? [...shrunk(slide), ...misfits(slide, texts), ...tiny(slide, texts)] : []),
    ...(contrast ? pale(texts) : []),
  ];
};

interface Text {
  readonly owner: Element;
  readonly text: string;
  readonly rects: readonly DOMRect[];
}

function textsOf(slide: Element): readonly Text[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    const owner = node.parentElement;
    if (
      text === '' ||
      !owner ||
      owner.closest(UNSEEN) ||
      !owner.checkVisibility({ visibilityProperty: true })
    )
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width >= 1 && height >= 1);
    if (rects.length > 0) texts.push({ owner, text, rects });
  }
  return texts;
}

/** A slide that holds more than its sheet: the page has set all of it smaller. */
function shrunk(slide: Element): readonly Flaw[] {
  if (!slide.matches('.shrunk')) return [];
  const amount = Number(getComputedStyle(slide).getPropertyValue('--shrink'));
  return [{ kind: 'shrunk', element: 'section', text: '', amount }];
}

/** What leaves the slide, is cut by a box around it, reaches over the fold, or runs into the foot. */
function misfits(slide: Element, texts: readonly Text[]): readonly Flaw[] {
  const sheet = slide.getBoundingClientRect();
  const beyond = (rects: readonly DOMRect[]) =>
    Math.max(
      ...rects.map(({ left, right, top, bottom }) =>
        Math.max(sheet.left - left, right - sheet.right, sheet.top - top, bottom - sheet.bottom),
      ),
    );
  const foot = slide.querySelector(':scope > .foot .sources')?.getBoundingClientRect();
  const leaf = slide.querySelector(':scope > .leaf')?.getBoundingClientRect();
  const flaws = texts.flatMap(({ owner, text, rects }): Flaw[] => {
    // The build has said where to cut it.
    if (owner.closest('[data-too-long]')) return [];
    const element = nameOf(owner);
    const out = beyond(rects);
    if (out > SLACK) return [{ kind: 'outside', element, text, amount: out }];
    const cut = cutBy(owner, slide, rects);
    if (cut > SLACK) return [{ kind: 'cut', element, text, amount: cut }];
    const onto = leaf && isInTheText(owner, slide) ? reach(rects, leaf) : 0;
    if (onto > SLACK) return [{ kind: 'leaf', element, text, amount: onto }];
    const into = foot && !owner.closest('.foot') ? overlap(rects, foot) : 0;
    return into > SLACK ? [{ kind: 'foot', element, text, amount: into }] : [];
  });
  const pictures = [...slide.querySelectorAll('img, video')].flatMap((picture): Flaw[] => {
    if (!picture.checkVisibility({ visibilityProperty: true })) return [];
    const out = beyond([picture.getBoundingClientRect()]);
    const text = decodeURI(picture.getAttribute('src') ?? '').replace(/^deck\//, '');
    return out > SLACK ? [{ kind: 'outside', element: nameOf(picture), text, amount: out }] : [];
  });
  // What runs into the foot has one cause: it is too high there. The words furthest in stand for all.
  const into = flaws.filter(({ kind }) => kind === 'foot').sort((a, b) => b.amount - a.amount);
  return [...flaws.filter((flaw) => flaw.kind !== 'foot' || flaw === into[0]), ...pictures];
}

/** How far text reaches beyond a box that hides what does not fit; one that scrolls shows it all, but not on paper. */
function cutBy(owner: Element, slide: Element, rects: readonly DOMRect[]): number {
  let most = 0;
  for (let box: Element | null = owner; box && box !== slide; box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const edge = box.getBoundingClientRect();
    for (const { left, right, top, bottom } of rects)
      most = Math.max(most, edge.left - left, right - edge.right, edge.top - top, bottom - edge.bottom);
  }
  return most;
}

/** Whether words stand where the slide's text runs; a leaf, a foot and a figure of the whole sheet have places of their own. */
function isInTheText(owner: Element, slide: Element): boolean {
  let block = owner;
  while (block.parentElement && block.parentElement !== slide) block = block.parentElement;
  return getComputedStyle(block).position !== 'absolute';
}

/** How far words that stand beside a leaf reach over the fold, onto it or above it. */
function reach(rects: readonly DOMRect[], leaf: DOMRect): number {
  return Math.max(
    0,
    ...rects.map(({ left, right }) => Math.min(right, leaf.right) - Math.max(left, leaf.left)),
  );
}

function overlap(rects: readonly DOMRect[], foot: DOMRect): number {
  const meeting = rects.filter(
    ({ left, right, top }) => left < foot.right && right > foot.left && top < foot.bottom,
  );
  return Math.max(0, ...meeting.map(({ bottom }) => bottom - foot.top));
}

function tiny(slide: Element, texts: readonly Text[]): readonly Flaw[] {
  const scale = slide.getBoundingClientRect().width / 1920;
  return texts.flatMap(({ owner, text }): Flaw[] => {
    const style = getComputedStyle(owner);
    const size = Number.parseFloat(style.fontSize) / scale;
    const least = Number(style.getPropertyValue(LEAST) || FLOOR);
    return size < least - 0.2 ? [{ kind: 'small', element: nameOf(owner), text, amount: size }] : [];
  });
}

/** Text that stands out too little from the plain colour behind it. What stands on pictures is not judged. */
function pale(texts: readonly Text[]): readonly Flaw[] {
  return texts.flatMap(({ owner, text, rects: [rect] }): Flaw[] => {
    if (!rect || owner.closest(FIGURES)) return [];
    const style = getComputedStyle(owner);
    const ink = colourOf(style.color);
    const size = Number.parseFloat(style.fontSize) / (window.Reveal.getScale() || 1);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratios = backdrops(owner, rect).map((behind) => ratioOf(over(ink, behind), behind));
    const ratio = Math.min(...ratios);
    return ratios.length > 0 && ratio < (large ? 3 : 4.5)
      ? [{ kind: 'contrast', element: nameOf(owner), text, amount: ratio }]
      : [];
  });
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** The colours text stands on: one, or those of both leaves; none where that is no plain colour. */
function backdrops(owner: Element, rect: DOMRect): readonly Colour[] {
  const behind = document.elementsFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
  if (behind.some((element) => element.matches('svg, canvas, img, video, svg *'))) return [];
  for (let box: Element | null = owner; box; box = box.parentElement) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(box);
    if (Number(opacity) < 1) return [];
    if (box.matches('.slides > section, .slides > section > section')) return groundsOf(box);
    if (backgroundImage !== 'none') return [];
    const colour = colourOf(backgroundColor);
    if (colour[3] === 1) return [colour];
    if (colour[3] > 0) return [];
  }
  return [];
}

/** What a slide is painted with: its own colour or the paper's, and the leaf's where it has one. */
function groundsOf(slide: Element): readonly Colour[] {
  const sheet = getComputedStyle(slide);
  const ground = colourOf(sheet.backgroundColor);
  const hasPicture =
    ground[3] === 0 ||
    [sheet, getComputedStyle(slide, '::before')].some((painted) => painted.backgroundImage.includes('url('));
  if (hasPicture || slide.matches('[data-background-gradient]')) return [];
  const page = colourOf(getComputedStyle(document.documentElement).getPropertyValue('--paper'));
  const grounds = [over(ground, page)];
  return slide.matches('[data-fold]') ? [...grounds, colourOf(sheet.getPropertyValue('--leaf'))] : grounds;
}

/** Any CSS colour in numbers: a canvas paints it. */
function colourOf(css: string): Colour {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0, 0];
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
  const mix = (above: number, below: number) => above * alpha + below * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

/** WCAG's contrast ratio of two solid colours. */
function ratioOf(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function nameOf(element: Element): string {
  const [first] = element.classList;
  return `<${element.tagName.toLowerCase()}${first ? ` class="${first}"` : ''}>`;
}
