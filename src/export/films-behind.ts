import { attribute, elements, parseHtml } from '../deck/slide/html-tree.ts';
import type { ExportFault } from '../report/export-report.ts';
import type { Site } from '../site/site.ts';

const BEHIND = [
  ['data-background-video', 'film'],
  ['data-background-iframe', 'page'],
] as const;

/** What moves behind slides: it stands in no file that is printed or edited, and still in a picture. */
export function filmsBehind(
  { pages }: { readonly pages: readonly Pick<Site['pages'][number], 'id' | 'html'>[] },
  how: 'is not in the file' | 'stands still' = 'is not in the file',
): readonly ExportFault[] {
  return pages.flatMap(({ id, html }) => {
    if (!html.includes('data-background-')) return [];
    const all = [...elements(parseHtml(html))];
    return BEHIND.flatMap(([name, what]) =>
      all.some((element) => attribute(element, name))
        ? [{ slide: id, what: `the ${what} behind it ${how}` }]
        : [],
    );
  });
}
