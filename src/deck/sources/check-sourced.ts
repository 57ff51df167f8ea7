import type { Place, Report } from '../../base/problem.ts';
import { maskFences } from '../slide/mask-code.ts';
import type { Slide } from '../slide/slide.ts';
import type { RawSlide } from '../split.ts';
import type { Sources } from './sources.ts';

/** An amount: a number with a currency before it, or with a unit, a large number's name or per cent after it. */
const AMOUNT =
  /[$€£¥₩₹]\s?\d[\d.,]*|\d[\d.,]*[ \u00a0\u202f]?(?:%|‰|°C|per ?cent\b|percent\b|(?:million|billion|trillion|bn|kg|km²?|m²|ha|tonnes?|[kMGT]Wh?|USD|EUR|GBP|JPY)(?![\p{L}\p{N}]))/u;

/**
 * Says which slides show a figure, or an amount in their text, and name no source anywhere. An author who needs
 * none says so: `sources: none` in the front matter for the deck, `data-sources="none"` for a slide.
 */
export function checkSourced(raw: RawSlide, slide: Slide, report: Report): void {
  if (slide.attributes.get('data-sources') === 'none') return;
  const cited = slide.cites.length + slide.citesInNotes.length > 0;
  const amount = cited ? undefined : findAmount(raw);
  const bare =
    !cited &&
    slide.figures.some(({ cites, namesSources, addresses = [], unsourced }) =>
      unsourced
        ? unsourced.count === unsourced.of
        : cites.length === 0 && (!namesSources || addresses.length > 0),
    );
  if (!amount && !bare) {
    tellSome(slide, report);
    return;
  }
  report({
    severity: 'notice',
    place: bare ? slide.place : (amount?.place ?? slide.place),
    what: bare ? 'this slide shows a figure and names no source' : `"${amount?.text}" has no source`,
    fix: 'Cite one as [@id]. Where none is needed, write <!-- .slide: data-sources="none" -->.',
  });
}

/** Where some of what a figure shows has sources, the others are counted. */
function tellSome({ figures }: Slide, report: Report): void {
  for (const { unsourced } of figures) {
    if (!unsourced || unsourced.count === 0 || unsourced.count === unsourced.of) continue;
    report({
      severity: 'notice',
      place: unsourced.place,
      what: `${unsourced.count} of ${unsourced.of} events name no source, this one first`,
      fix: 'Write "sources:" or "link:", or a column "source". Where none is needed, write <!-- .slide: data-sources="none" -->.',
    });
  }
}

function findAmount({
  file,
  line,
  content,
}: RawSlide): { readonly text: string; readonly place: Place } | undefined {
  for (const [index, written] of maskFences(content).split('\n').entries()) {
    // Headlines are carried by what stands under them; directives and code are not said.
    if (/^\s*#|^:::|<!--|-->/.test(written)) continue;
    const found = AMOUNT.exec(written.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length)));
    if (found) return { text: found[0], place: { file, line: line + index, column: found.index + 1 } };
  }
  return undefined;
}

/** How many unused works a message names. */
const NAMED = 5;

/** Says which works are listed and cited nowhere, in one notice: a list may be longer than a talk. */
export function checkUnused(sources: Sources, cited: ReadonlySet<string>, report: Report): void {
  const unused = [...sources].filter(([id]) => !cited.has(id));
  const [first] = unused;
  if (!first) return;
  const names = unused.slice(0, NAMED).map(([id]) => `"${id}"`);
  const more = unused.length > NAMED ? ` and ${unused.length - NAMED} more` : '';
  report({
    severity: 'notice',
    place: first[1].place,
    what: `${unused.length === 1 ? 'a work is' : `${unused.length} works are`} cited nowhere: ${names.join(', ')}${more}`,
    fix: 'Works that nothing cites are left out of the Sources slides. Cite them, or take them away.',
  });
}

/** Types of works that change where they lie: without the day of reading nobody knows which state was cited. */
const OF_THE_WEB: ReadonlySet<string> = new Set(['webpage', 'post', 'post-weblog']);

/** Says which works of the web, of those cited, have no date of access and no kept copy, in one notice. */
export function checkAccessed(sources: Sources, cited: ReadonlySet<string>, report: Report): void {
  const undated = [...sources].filter(
    ([id, { source }]) =>
      cited.has(id) &&
      OF_THE_WEB.has(source.type) &&
      source.URL !== undefined &&
      source.accessed === undefined &&
      source.archived === undefined,
  );
  const [first] = undated;
  if (!first) return;
  const names = undated.slice(0, NAMED).map(([id]) => `"${id}"`);
  const more = undated.length > NAMED ? ` and ${undated.length - NAMED} more` : '';
  report({
    severity: 'notice',
    place: first[1].place,
    what: `${undated.length === 1 ? 'a page of the web has' : `${undated.length} pages of the web have`} no date of access: ${names.join(', ')}${more}`,
    fix: 'Write the day it was read, as accessed: 2026-11-28.',
  });
}
