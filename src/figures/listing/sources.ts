import { z } from 'zod';
import { attributes, escapeHtml } from '../../base/markup.ts';
import { wordsOf } from '../../base/words/choose-words.ts';
import { readYaml } from '../../base/yaml/read.ts';
import type { MakeFigure } from '../../deck/figure.ts';
import type { Bibliography, NumberedSource } from '../../deck/sources/sources.ts';
import { countLines } from '../../fonts/count-lines.ts';
import type { Measure } from '../../fonts/faces.ts';
import { type Block, enlarge, flow } from './flow.ts';
import { describeWork, writeReference } from './reference.ts';

const SourcesSchema = z.strictObject({ note: z.string().optional() }).nullable();

/** Columns of a page, sheet px as in `listing.css`: one on the narrow leaf under the headline, two on the other. */
const TOPS = [262, 84, 84];
const BOTTOM = 996;
const TEXT = { size: 18, line: 24, width: 452, before: 50 };

type Line =
  | (Block & { readonly heading: true; readonly title: string })
  | (Block & { readonly heading: false; readonly entry: NumberedSource });

/** The fence ` ```sources `: every work the deck cites, grouped and numbered, on as many pages as it takes. */
export const sourcesFigure: MakeFigure = (fence, context) => {
  const { file, line, column } = fence.place;
  const source = { file, text: fence.body, firstLine: line, indent: column - 1 };
  const parsed = readYaml(source, SourcesSchema, context.report);
  if (!parsed) return undefined;
  const note = parsed.value?.note;
  return {
    cites: [],
    pages: (bibliography) => renderSources(bibliography, context.measure, context.lang),
    css: '',
    stands: 'whole',
    ...(note && { note }),
    namesSources: true,
    listsWorks: true,
    fold: 'b',
  };
};

function renderSources({ groups }: Bibliography, measure: Measure, lang: string): readonly string[] {
  const linesAt = (times: number) =>
    groups.flatMap(({ heading, entries }): readonly Line[] => [
      { heading: true, title: wordsOf(lang)[heading], height: 36, gap: 30 },
      ...entries.map((entry) => {
        const { before, title, after, copy } = describeWork(entry.source, lang);
        const runs = [{ text: before + title + after + copy, face: 'text', size: TEXT.size }] as const;
        const width = (TEXT.width + TEXT.before) / times - TEXT.before;
        return {
          heading: false as const,
          entry,
          height: countLines(runs, width, measure) * TEXT.line,
          gap: 8,
        };
      }),
    ]);
  const { pages, larger } = enlarge((times) =>
    flow(
      linesAt(times),
      TOPS.map((top) => top / times),
      BOTTOM / times,
    ),
  );
  return pages.map((columns) => {
    const html = columns.map((column) => `<div class="listing-column">${renderColumn(column, lang)}</div>`);
    return `<div class="listing listing-sources${larger}">\n${html.join('\n')}\n</div>`;
  });
}

/** A column's headings and lists; a list that goes on from the column before has no heading here. */
function renderColumn(column: readonly Line[], lang: string): string {
  const parts = column.map((line, index) => {
    const before = column[index - 1];
    if (line.heading) return `${before ? '</ol>' : ''}<h3>${escapeHtml(line.title)}</h3>`;
    return (before && !before.heading ? '' : '<ol>') + renderEntry(line.entry, lang);
  });
  return `${parts.join('\n')}</ol>`;
}

function renderEntry(entry: NumberedSource, lang: string): string {
  const head = attributes({ id: `source-${entry.source.id}`, value: entry.number });
  return `<li${head}>${writeReference(entry.source, lang)}</li>`;
}
