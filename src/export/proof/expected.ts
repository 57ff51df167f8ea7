import { attribute, elements, parseHtml } from '../../deck/slide/html-tree.ts';
import type { ExportFault } from '../../report/export-report.ts';
import type { Site } from '../../site/site.ts';
import { titleOf } from '../file-title.ts';
import type { FoundCondition } from './condition.ts';

/** What a PDF is held against. */
export interface Expected {
  /** Every page, in order. */
  readonly pages: readonly ExpectedPage[];
  readonly slides: number;
  /** Pages there are for steps of slides. */
  readonly steps: number;
  readonly title: string;
  readonly author: string | undefined;
  readonly lang: string;
  /** What the page that was printed said of itself. */
  readonly overflow: readonly ExportFault[];
  /** Slides that were fuller than their sheets, with the size they were set at. */
  readonly shrunk?: readonly ExportFault[];
  readonly away: readonly string[];
  /** What keeps it from being PDF/UA-1 and PDF/A-3a. */
  readonly conditions: readonly FoundCondition[];
}

export interface ExpectedPage {
  /** Id of the slide it shows. */
  readonly id: string;
  /** Headings it has besides the slide's own. */
  readonly labels: number;
  /** Empty where the slide has none; undefined where the page only goes on with what began before. */
  readonly headline: string | undefined;
  /** How many bitmaps it may have. */
  readonly pictures: number;
  /** Links between slides that are to be seen on it. */
  readonly innerLinks: number;
  /** Characters on it that no face at hand holds: their fonts are the machine's. */
  readonly borrowed?: readonly string[];
}

/** What every PDF of a site must say, however its pages are laid out. */
export function expectWords({
  deck: { meta },
  pages,
}: Pick<Site, 'deck' | 'pages'>): Pick<Expected, 'slides' | 'title' | 'author' | 'lang'> {
  return { slides: pages.length, title: titleOf(meta), author: meta.author, lang: meta.lang };
}

/** A page that shows a slide, by the slide's number from 0. */
export function expectPage(
  site: Pick<Site, 'pages' | 'deck' | 'borrowed'>,
  slide: number,
  innerLinks: number,
): ExpectedPage {
  const { id = '', headline = '', html = '' } = site.pages[slide] ?? {};
  const borrowed = [...site.borrowed].filter((one) => html.includes(one));
  return { id, headline, labels: 0, pictures: countPictures(html), innerLinks, borrowed };
}

/** Pictures of a slide that the author put there, and that may be bitmaps. */
function countPictures(html: string): number {
  if (!/<(img|video)|data-background-image/.test(html)) return 0;
  return [...elements(parseHtml(html))].filter(
    (element) =>
      ['img', 'video'].includes(element.tagName) || attribute(element, 'data-background-image') !== undefined,
  ).length;
}
