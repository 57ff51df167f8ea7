import type { ExportFault, ExportReport } from '../../report/export-report.ts';
import type { PdfContent, PdfPage } from '../pdf/read.ts';
import type { FoundCondition } from './condition.ts';
import { CONDITIONS, nameCondition } from './conditions.ts';
import type { Expected, ExpectedPage } from './expected.ts';

/** How many characters a notice shows. */
const SHOWN = 5;

/** Holds a finished PDF against the deck. Pure: the same content and deck give the same report. */
export function provePdf(content: PdfContent, expected: Expected): Omit<ExportReport, 'browser'> {
  const { pages, bookmarks } = content;
  const faults: ExportFault[] = [];
  // A deck is printed as its author wrote it; what is lost by that is told.
  const notices: ExportFault[] = [...(expected.shrunk ?? []), ...expected.overflow];
  if (pages.length !== expected.pages.length)
    faults.push({ what: `the file has ${pages.length} pages where ${expected.pages.length} belong` });
  if (bookmarks.length !== expected.slides)
    faults.push({ what: `${bookmarks.length} bookmarks came of ${expected.slides} slides` });
  for (const { title, page } of bookmarks)
    if (page === undefined) faults.push({ what: `the bookmark "${title}" leads nowhere` });
  for (const key of ['title', 'author', 'lang'] as const) {
    const wanted = expected[key];
    if (wanted !== undefined && content[key] !== wanted)
      faults.push({ what: `the file's ${key} is "${content[key]}", not "${wanted}"` });
  }
  for (const [index, page] of pages.entries()) {
    const wanted = expected.pages[index];
    const slide = wanted?.id ?? `page ${index + 1}`;
    const found = provePage(page, wanted);
    notices.push(...found.map((what) => ({ slide, what })));
  }
  for (const { page, what, ...condition } of expected.conditions) {
    const slide = page === undefined ? undefined : (expected.pages[page]?.id ?? `page ${page + 1}`);
    notices.push({ ...(slide && { slide }), what: `${nameCondition(condition)}: ${what}` });
  }
  return { slides: expected.slides, faults, notices, ...tell(content, expected) };
}

/**
 * What a page lost on its way to paper: told, and no reason to refuse a file that shows every word. `--strict` is, for
 * whoever must publish what a validator signs.
 */
function provePage(
  { headings, figures, links, bitmaps, fonts }: PdfPage,
  { headline, labels, pictures, innerLinks, borrowed = [] }: Omit<ExpectedPage, 'id'> = {
    headline: undefined,
    labels: 0,
    pictures: 0,
    innerLinks: 0,
  },
): readonly string[] {
  const notices: string[] = [];
  if (headings.length <= labels && headline) notices.push('its headline is not tagged as a heading');
  if (headings.length <= labels && headline === '') notices.push('no headline');
  const mute = figures.filter((words) => words === '').length;
  if (mute > 0) notices.push(`${mute} of ${figures.length} figures have no alternative text`);
  const dead = links.filter((target) => target === undefined).length;
  if (dead > 0) notices.push(`${dead} of ${links.length} links lead nowhere`);
  const inside = links.filter((target) => typeof target === 'number').length;
  if (inside + dead < innerLinks)
    notices.push(`${innerLinks - inside - dead} of ${innerLinks} links between slides were lost`);
  if (bitmaps > pictures)
    notices.push(
      `${bitmaps} bitmaps of ${pictures} pictures: a chart, a shadow or a blur was not kept as lines`,
    );
  const wrong = fonts.flatMap(({ name, kind, embedded }) => [
    ...(kind === 'Type 3'
      ? [`${name ? `the font ${name}` : 'a font'} is of Type 3: its letters are drawings`]
      : []),
    ...(embedded ? [] : [`${name ? `the font ${name}` : 'a font'} is not in the file`]),
  ]);
  // A font of the machine is as the machine has it: told once a page, with the characters that brought it here.
  if (borrowed.length === 0) notices.push(...new Set(wrong));
  else if (wrong.length > 0)
    notices.push(`fonts of this machine show ${borrowed.slice(0, SHOWN).join(' ')}: ${wrong[0]}`);
  return notices;
}

function countNotes(pages: PdfContent['pages']): { readonly notes: number; readonly receipts: number } {
  const sum = (of: 'notes' | 'receipts') => pages.reduce((all, page) => all + page[of].length, 0);
  return { notes: sum('notes'), receipts: sum('receipts') };
}

function tellNotes({ notes, receipts }: ReturnType<typeof countNotes>): ExportReport['rows'] {
  return [
    ...(receipts > 0 ? [['receipts', `${receipts} numbers say where they come from`] as const] : []),
    ...(notes > 0 ? [['notes', `${notes} as annotations`] as const] : []),
  ];
}

/** The table, and the same as data. */
function tell(
  content: PdfContent,
  { pages: wanted, slides, steps, overflow, away, conditions }: Expected,
): Pick<ExportReport, 'rows' | 'details'> {
  const { pages, bookmarks, title, author, subject, keywords, lang } = content;
  const headings = pages.reduce((sum, page) => sum + page.headings.length, 0);
  const without = pages.filter((page) => page.headings.length === 0).length;
  const figures = pages.flatMap((page) => page.figures);
  const described = figures.filter((words) => words !== '').length;
  const links = pages.flatMap((page) => page.links);
  const inside = links.filter((target) => typeof target === 'number').length;
  const outside = links.filter((target) => typeof target === 'string').length;
  const fonts = fontsOf(pages);
  const bitmaps = pages.flatMap(({ bitmaps }, index) =>
    bitmaps > 0 ? [wanted[index]?.id ?? `page ${index + 1}`] : [],
  );
  const { notes, receipts } = countNotes(pages);
  return {
    rows: [
      ['pages', `${pages.length} of ${slides} slides${steps > 0 ? ` and ${steps} steps` : ''}`],
      ['bookmarks', `${bookmarks.length}`],
      ['headings', `${headings}, on ${pages.length - without} of ${pages.length} pages`],
      ['figures', `${figures.length}, ${described} with alternative text`],
      ['links', `${outside} outside, ${inside} between slides, ${links.length - outside - inside} dead`],
      ['fonts', fonts.map(({ name, kind }) => `${name} (${kind})`).join(', ') || 'none'],
      ['bitmaps', bitmaps.join(', ') || 'none'],
      ['overflow', overflow.length === 0 ? 'none' : `${overflow.length}`],
      ...STANDARDS.map(([standard, name]) => [name, tellStandard(standard, conditions)] as const),
      ['requests', away.length === 0 ? 'none left the machine' : `${away.length} left the machine`],
      ...tellNotes({ notes, receipts }),
    ],
    details: {
      pages: pages.length,
      steps,
      bookmarks: bookmarks.map(({ title, page = null, depth }) => ({ title, page, depth })),
      headings,
      pagesWithoutHeading: without,
      figures: { described, undescribed: figures.length - described },
      links: { outside, inside, dead: links.length - outside - inside },
      fonts: fonts.map(({ name, kind, embedded }) => ({ name, kind, embedded })),
      bitmaps,
      overflow: overflow.map(({ slide = null, what }) => ({ slide, what })),
      conditions: conditions.map(({ number, standard, page = null, what }) => ({
        number,
        standard,
        page,
        what,
      })),
      requests: [...away],
      ...{ notes, receipts },
      title,
      author,
      subject,
      keywords,
      lang,
    },
  };
}

const STANDARDS = [
  ['PDF/UA', 'PDF/UA-1'],
  ['PDF/A', 'PDF/A-3a'],
] as const;

function tellStandard(standard: FoundCondition['standard'], conditions: Expected['conditions']): string {
  const found = new Set(conditions.filter((one) => one.standard === standard).map(({ number }) => number));
  const tested = CONDITIONS.filter((one) => one.standard === standard).length;
  return found.size === 0
    ? `yes, by all ${tested} conditions tested`
    : `not marked: ${[...found].join(', ')} of ${tested} conditions fail`;
}

/** Fonts by name, each once, without the letters that tell subsets of one font apart. */
function fontsOf(pages: readonly PdfPage[]): PdfPage['fonts'] {
  const found = new Map<string, PdfPage['fonts'][number]>();
  for (const font of pages.flatMap(({ fonts }) => fonts)) {
    const name = font.name.replace(/^[A-Z]{6}\+/, '');
    found.set(`${name} ${font.kind}`, { ...font, name });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
