import { attribute, elements, parseHtml } from '../deck/slide/html-tree.ts';
import type { ExportFault } from '../report/export-report.ts';
import type { Site } from '../site/site.ts';

const BEHIND = [
  ['data-background-video', 'the film behind it is not in the file'],
  ['data-background-iframe', 'the page behind it is not in the file'],
] as const;

/** What moves behind slides, and stands in no file that is printed or edited. */
export function filmsBehind({
  pages,
}: {
  readonly pages: readonly Pick<Site['pages'][number], 'id' | 'html'>[];
}): readonly ExportFault[] {
  return pages.flatMap(({ id, html }) => {
    if (!html.includes('data-background-')) return [];
    const all = [...elements(parseHtml(html))];
    return BEHIND.flatMap(([name, what]) =>
      all.some((element) => attribute(element, name)) ? [{ slide: id, what }] : [],
    );
  });
}
