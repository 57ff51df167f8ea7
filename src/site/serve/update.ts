import type { Update } from '../../page/live.ts';
import type { Site } from '../site.ts';

/** The deck's style sheet in two: the rules of its fonts, which are costly to change, and all others. */
export function splitSheet(site: Site): { readonly fonts: string; readonly css: string } {
  const sheet = [...site.files].find(([path]) => /^deck-[0-9a-f]+\.css$/.test(path))?.[1];
  const lines = String(sheet ?? '').split('\n');
  const isFont = (line: string) => line.startsWith('@font-face{');
  return {
    fonts: lines.filter(isFont).join('\n'),
    css: lines.filter((line) => !isFont(line)).join('\n'),
  };
}

/** What a page needs to show the next version of a deck; undefined where it has to be loaded anew. */
export function updateBetween(
  before: Site,
  after: Site,
  { from, to }: { readonly from: number; readonly to: number },
): Update | undefined {
  if (JSON.stringify(before.deck.meta) !== JSON.stringify(after.deck.meta)) return undefined;
  if ((before.strip === '') !== (after.strip === '')) return undefined;
  const old = new Map(before.pages.map(({ id, html }) => [id, html]));
  const [sheet, now] = [splitSheet(before), splitSheet(after)];
  return {
    from,
    to,
    pages: after.pages.map(({ id, below, html }) => ({ id, below, ...(old.get(id) !== html && { html }) })),
    ...(sheet.fonts !== now.fonts && { fonts: now.fonts }),
    ...(sheet.css !== now.css && { css: now.css }),
    ...(before.strip !== after.strip && { strip: after.strip }),
    files: [...after.files].flatMap(([path, content]) => {
      const known = before.files.get(path);
      return known === undefined || Buffer.from(known).equals(Buffer.from(content)) ? [] : [path];
    }),
  };
}
