import { attribute, elements, parseHtml } from '../../deck/slide/html-tree.ts';

/** What a slide's words ask to stand behind it, and how a file of slides says it. */
const GROUNDS = [
  ['data-background-image', /<p:bgPr><a:blipFill/, 'the picture behind it is missing'],
  ['data-background-gradient', /<p:bgPr><a:(blipFill|gradFill)/, 'the gradient behind it is missing'],
] as const;

/** What of a slide's own ground is not in its part. */
export function groundFaults(html: string, xml: string): readonly string[] {
  if (!html.includes('data-background-')) return [];
  const [slide] = elements(parseHtml(html));
  return GROUNDS.flatMap(([name, written, what]) =>
    slide && attribute(slide, name) !== undefined && !written.test(xml) ? [what] : [],
  );
}
