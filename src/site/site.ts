import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributes, escapeHtml } from '../base/markup.ts';
import { type Problem, type Report, sortProblems } from '../base/problem.ts';
import { compileDeck, type Deck } from '../deck/deck.ts';
import type { MakeFigure } from '../deck/figure.ts';
import { slideFiles } from '../deck/files.ts';
import { prepareKinds } from '../deck/prepare-kinds.ts';
import { type DeckFolder, noteOpened, readDeck } from '../deck/read.ts';
import { keepRevealOptions } from '../deck/safe/reveal-options.ts';
import { readMeta } from '../deck/settings.ts';
import type { Composing } from '../deck/slide/compose/composition.ts';
import { mayHoldFormulas } from '../deck/slide/formulas/formula-marks.ts';
import { FIGURES } from '../figures/index.ts';
import { findFaces } from '../fonts/at-hand.ts';
import { evenKanji, uncovered } from '../fonts/coverage.ts';
import { loadCmaps } from '../fonts/instances.ts';
import { loadMeasure } from '../fonts/metrics.ts';
import { type FontFile, subsetFaces } from '../fonts/subset.ts';
import { usedCharacters } from './characters.ts';
import { checkPace } from './check-pace.ts';
import { compileDrawn, type DrawDiagrams } from './compile-drawn.ts';
import { checkOptions, cleanTheme, readShown } from './deck-files.ts';
import { firstFonts } from './first-fonts.ts';
import { type HashedNames, hashNames } from './hashed-names.ts';
import { type Page, writePages, writeSlides } from './html.ts';
import { languageOf, ownWords, wordsTag } from './language.ts';
import { lettersOf } from './letters.ts';
import { PREVIEW, previewTags } from './preview.ts';
import { readFonts, readTheme, setsSizes, type Theme } from './theme.ts';
import { readScripts } from './trusted-scripts.ts';
import { checkYears, drawStrip } from './year-strip.ts';

/** Rules that only some decks need, and what shows that one does. */
const SOMETIMES = [
  { sheet: new URL('../page/formulas.css', import.meta.url), sign: '<math' },
  { sheet: new URL('../page/right-to-left.css', import.meta.url), sign: 'dir="rtl"' },
];

/** A deck made ready to be served or written: its markup, and every file beside the page. */
export interface Site {
  readonly root: string;
  /** Whether the deck is all of its folder, and not one file of it. */
  readonly isFolder: boolean;
  readonly deck: Deck;
  readonly pages: readonly Page[];
  /** Sections, for `<div class="slides">`. */
  readonly slides: string;
  /** The strip of years below them; empty where the deck has none. */
  readonly strip: string;
  /** Tags for the head: title, description, the deck's style sheet, the first slide's fonts. */
  readonly head: string;
  /** Files by path relative to the page: style sheet, fonts, maps, the deck's pictures. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** Paths of the files it was made of, from `root`. */
  readonly sources: readonly string[];
  /** Characters that no face at hand holds: fonts of the machine show them. */
  readonly borrowed: ReadonlySet<string>;
}

export interface SiteOptions {
  /** Whether speaker notes are in the page: yes on the stage, no in public. */
  readonly notes: boolean;
  /** Kinds of figures besides those the program has, by the words their fences begin with. */
  readonly kinds?: ReadonlyMap<string, MakeFigure>;
  /** Characters the fonts hold besides the deck's own, so that writing them changes no font. */
  readonly letters?: string;
  /** Draws diagrams of Mermaid; without it they stay their text. */
  readonly drawDiagrams?: DrawDiagrams | undefined;
  /** Whether slides are composed; left out, as the deck's style sheet allows. */
  readonly composing?: Composing;
}

/**
 * Reads and compiles the deck at a path. The site is undefined when there is any error.
 * @throws NoDeckError where there is no deck at all.
 */
export async function makeSite(
  path: string,
  options: SiteOptions,
): Promise<{
  readonly site: Site | undefined;
  readonly problems: readonly Problem[];
  readonly root: string;
}> {
  const { folder, opened } = noteOpened(readDeck(path));
  const found: Problem[] = [];
  const report: Report = (problem) => found.push(problem);
  // Its problems are told when it is compiled.
  const meta = readMeta(folder, () => undefined);
  const ownFonts = await readFonts(meta, folder, report);
  const written = readTheme(meta, folder, report);
  const sheet = meta.theme?.endsWith('.css') ? meta.theme : 'theme.css';
  // What was told of a line already is not told twice.
  const isTold = (line: number) => found.some(({ place }) => place.file === sheet && place.line === line);
  const theme = meta.trust
    ? written
    : cleanTheme(written, sheet, (problem) => isTold(problem.place.line) || report(problem));
  checkOptions(meta, folder, report);
  const scripts = readScripts(meta, folder, report);
  const hasFormulas = slideFiles(folder).some(({ text }) => mayHoldFormulas(text));
  const inFiles = lettersOf(folder);
  const more = await findFaces({ letters: inFiles, lang: meta.lang, hasFormulas }, ownFonts);
  const own = { ...ownFonts, more };
  const measure = await loadMeasure(own);
  const cmaps = evenKanji(await loadCmaps(own), inFiles);
  const covers = (text: string) => uncovered(text, 'text', cmaps);
  const bibtex =
    folder.has('sources.bib') || meta.bibliography ? await import('../deck/sources/bibtex.ts') : undefined;
  const formulas = hasFormulas ? await import('../deck/slide/formulas/temml.ts') : undefined;
  const kinds = new Map([...FIGURES, ...(options.kinds ?? [])]);
  await prepareKinds(kinds, slideFiles(folder));
  const { compiled, drawings } = await compileDrawn(
    (findDiagram) =>
      compileDeck(folder, {
        ...{ measure, findDiagram, kinds },
        ...{ uncovered: covers, parseBibtex: bibtex?.parseBibtex, setFormula: formulas?.setFormula },
        composing: options.composing ?? (setsSizes(theme) ? 'cautiously' : 'fully'),
      }),
    { root: folder.root, faces: own, cmaps, draw: options.drawDiagrams },
  );
  const { deck } = compiled;
  const inPage = [...deck.pictures, ...(options.notes ? deck.picturesInNotes : []), ...theme.pictures];
  const shownFiles = readShown(folder, [...inPage, ...scripts.paths], meta, report);
  const problems = sortProblems([
    ...found,
    ...compiled.problems,
    ...checkYears(deck),
    ...checkPace(deck, folder),
  ]);
  if (problems.some(({ severity }) => severity === 'error'))
    return { site: undefined, problems, root: folder.root };
  const names = hashNames(new Map([...shownFiles, ...drawings]));
  const pages = writePages(deck, options).map((page) => ({ ...page, html: names.rename(page.html) }));
  const slides = writeSlides(pages);
  const figures = deck.slides.flatMap((slide) => slide.figures);
  const later = figures.flatMap((figure) => figure.later?.(deck.bibliography) ?? []);
  const named = Object.values(ownWords(meta.lang, figures.length > 0)).join(' ');
  const aside = [...new Set(later.map(({ html }) => html)), escapeHtml(options.letters ?? ''), named];
  const shown = [slides, ...aside].join('\n');
  const fonts = await subsetFaces(usedCharacters(shown, cmaps), own);
  return {
    site: assemble(folder, deck, pages, {
      slides,
      fonts,
      later,
      theme,
      names,
      scripts: scripts.tags.map(names.rename),
      borrowed: new Set(covers(shown)),
      sources: [...new Set([...opened, ...deck.pictures, ...theme.pictures, ...scripts.paths])].sort(),
    }),
    problems,
    root: folder.root,
  };
}

function assemble(
  folder: DeckFolder,
  deck: Deck,
  pages: readonly Page[],
  {
    slides,
    fonts,
    later,
    theme,
    names,
    scripts,
    borrowed,
    sources,
  }: {
    readonly slides: string;
    readonly fonts: readonly FontFile[];
    readonly later: readonly { readonly path: string; readonly text: string }[];
    readonly theme: Theme;
    readonly names: HashedNames;
    readonly scripts: readonly string[];
    readonly borrowed: ReadonlySet<string>;
    readonly sources: readonly string[];
  },
): Site {
  const written = `${languageOf(deck.meta)} ${slides}`;
  const sometimes = SOMETIMES.filter(({ sign }) => written.includes(sign)).map(({ sheet }) =>
    readFileSync(sheet, 'utf8'),
  );
  const css = names.rename(
    [
      ...fonts.map((font) => font.css),
      ...sometimes,
      ...deck.slides.map((slide) => slide.css),
      theme.css,
    ].join('\n'),
  );
  const sheet = `deck-${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
  const files = new Map<string, Uint8Array | string>([[sheet, css]]);
  for (const { name, bytes } of fonts) files.set(`fonts/${name}`, bytes);
  const own = deck.slides.flatMap((slide) => slide.figures.flatMap((figure) => figure.files ?? []));
  for (const { path, text } of [...own, ...later]) files.set(path, text);
  for (const [path, bytes] of names.files) files.set(path, bytes);
  if (folder.has(PREVIEW)) files.set(PREVIEW, readFileSync(join(folder.root, PREVIEW)));
  files.set('icon.svg', readFileSync(new URL('../../assets/icon.svg', import.meta.url)));
  const tags = writeHead(deck, sheet, firstFonts(pages[0]?.html ?? '', fonts), folder.has(PREVIEW));
  const head = [tags, ...scripts].join('\n');
  const strip = drawStrip(deck, pages, folder);
  const { root, isFolder } = folder;
  return { root, isFolder, deck, pages, slides, strip, head, files, borrowed, sources };
}

function writeHead(
  { meta, slides }: Deck,
  sheet: string,
  fonts: readonly FontFile[],
  hasPreview: boolean,
): string {
  const name = (key: string, content: string | undefined) =>
    content === undefined ? '' : `<meta${attributes({ name: key, content })}>`;
  return [
    `<title>${escapeHtml(meta.title)}</title>`,
    optionsOf(meta),
    slides.some(({ figures }) => figures.length > 0) ? wordsTag(meta.lang) : '',
    name('description', meta.description),
    name('author', meta.author),
    name('keywords', meta.keywords),
    ...previewTags(meta, hasPreview),
    name('talk-minutes', meta.minutes?.toString()),
    '<link rel="icon" type="image/svg+xml" href="./icon.svg">',
    ...fonts.map(
      (font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="./fonts/${font.name}">`,
    ),
    `<link rel="stylesheet" href="./${sheet}">`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The author's options for Reveal, as data the page reads: no script runs in the page but its own files. */
function optionsOf({ revealOptions, trust }: Deck['meta']): string {
  if (!revealOptions) return '';
  const options = trust ? revealOptions : keepRevealOptions(revealOptions).kept;
  const json = JSON.stringify(options).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="reveal-options">${json}</script>`;
}
