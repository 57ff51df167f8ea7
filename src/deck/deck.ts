import { during } from '../base/failure.ts';
import { suggest } from '../base/nearest.ts';
import { type Place, type Problem, type Report, sortProblems } from '../base/problem.ts';
import { remember } from '../base/remember.ts';
import type { Measure } from '../fonts/faces.ts';
import { checkCharacters } from './check-characters.ts';
import { checkMarks } from './check-marks.ts';
import type { Address, MakeFigure } from './figure.ts';
import type { DeckFiles } from './files.ts';
import type { FrontMatter } from './front-matter.ts';
import { leaveOutHidden } from './hidden-slides.ts';
import { compileSlide } from './slide/compile.ts';
import type { Composing } from './slide/compose/composition.ts';
import { shapeOfFile } from './slide/compose/picture-shape.ts';
import { continueRow, settleSizes } from './slide/compose/settle.ts';
import type { FindDiagram } from './slide/diagrams.ts';
import type { SetFormula } from './slide/formulas/formula.ts';
import type { Slide, SlideContext } from './slide/slide.ts';
import { checkAccessed, checkSourced, checkUnused } from './sources/check-sourced.ts';
import { type ParseBibtex, readSources } from './sources/read.ts';
import { type Bibliography, makeBibliography, type Sources } from './sources/sources.ts';
import { splitFiles, tellBeside } from './split-files.ts';

/** A whole deck, compiled: every slide, and what they share. */
export interface Deck {
  readonly meta: FrontMatter;
  readonly slides: readonly Slide[];
  readonly bibliography: Bibliography;
  /** Paths of pictures and other files the slides show, from the deck's folder. */
  readonly pictures: readonly string[];
  /** And of those the notes show. */
  readonly picturesInNotes: readonly string[];
}

/** What a deck is compiled with. */
export interface CompileOptions {
  readonly measure: Measure;
  readonly kinds: ReadonlyMap<string, MakeFigure>;
  /** The characters of a text that no face of the theme holds. */
  readonly uncovered: (text: string) => readonly string[];
  /** For decks with a `sources.bib`. */
  readonly parseBibtex?: ParseBibtex | undefined;
  /** For decks with formulas. */
  readonly setFormula?: SetFormula | undefined;
  /** For decks with diagrams. */
  readonly findDiagram?: FindDiagram | undefined;
  /** How slides are composed by what stands on them; not at all where nothing is said. */
  readonly composing?: Composing;
}

/**
 * Compiles a deck from its files. All problems of all files come back at once, in reading order; the deck is
 * whole only if none of them is an error.
 */
export function compileDeck(
  files: DeckFiles,
  { measure, kinds, uncovered, parseBibtex, setFormula, findDiagram, composing = 'not' }: CompileOptions,
): { readonly deck: Deck; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const { meta, raws } = splitFiles(files, report);
  checkMarks(files, meta, report);
  tellBeside(files, report);
  const { sources, whole } = readSources(files, parseBibtex, report, meta.bibliography);
  const shown = new Map<string, string>();
  const read = (path: string): string | undefined => {
    const text = files.read(path);
    if (text !== undefined) shown.set(path, text);
    return text;
  };
  const context = {
    kinds,
    measure,
    report,
    lang: meta.lang,
    trust: meta.trust ?? false,
    cites: citesOf(meta, sources),
    composing,
    setFormula,
    findDiagram,
    front: meta,
    ...{ read, readBytes: files.readBytes, paths: files.paths, has: remember(files.has) },
    shapeOf: remember((address: string) => shapeOfFile(address, files)),
  };
  const compiled: Slide[] = [];
  const taken = new Set<string>();
  let row: readonly Slide[] = [];
  for (const raw of raws) {
    const slide = during(`compiling the slide at ${raw.file}:${raw.line}`, () =>
      compileSlide(raw, taken, context),
    );
    taken.add(slide.id);
    if (meta.sources !== 'none') checkSourced(raw, slide, report);
    row = continueRow(row, slide);
    compiled.push(slide);
  }
  const { slides: shownSlides, hidden } = leaveOutHidden(compiled, meta);
  const slides = settleSizes(shownSlides);
  if (slides.length === 0)
    report({
      severity: 'error',
      place: { file: files.slides[0]?.path ?? files.name, line: 1, column: 1 },
      what: hidden.size > 0 ? 'all slides of the deck are hidden' : 'the deck has no slides',
      fix:
        hidden.size > 0
          ? 'Take data-visibility="hidden" from one of them.'
          : 'Write some Markdown in it, e.g. "# A title".',
    });
  const written = raws.flatMap(({ file, line, content, notes }) => [
    { file, line, text: content },
    ...(notes ? [{ file, line: notes.line, text: notes.text }] : []),
  ]);
  const besides = [...shown].map(([file, text]) => ({ file, line: 1, text }));
  checkCharacters([...written, ...besides], uncovered, report);
  checkAddresses(slides, hidden, report);
  // What a broken list would hold is not known: its own problems are told, and no citation is blamed for them.
  const cited = checkCitations(slides, sources, whole ? report : () => undefined);
  // With errors in it, a figure's citations may be missing only for that.
  if (problems.every(({ severity }) => severity !== 'error')) {
    checkUnused(sources, cited, report);
    checkAccessed(sources, cited, report);
  }
  const pictures = [
    ...new Set(
      slides.flatMap(({ pictures: own, figures }) => [
        ...own,
        ...figures.flatMap((figure) => figure.pictures ?? []),
      ]),
    ),
  ];
  const picturesInNotes = [...new Set(slides.flatMap((slide) => slide.picturesInNotes))];
  const deck = { meta, slides, bibliography: makeBibliography(sources, cited), pictures, picturesInNotes };
  return { deck, problems: sortProblems(problems) };
}

/** Slides and events share one name space of addresses; ids made of titles give way to those that authors chose. */
function checkAddresses(slides: readonly Slide[], hidden: ReadonlySet<string>, report: Report): void {
  const taken = new Map<string, Place>();
  const claim = ({ id, place, made = false }: Address) => {
    const first = taken.get(id);
    if (first && made) return;
    if (first)
      report({
        severity: 'error',
        place,
        what: `the id "${id}" is used twice (first in ${first.file}:${first.line})`,
        fix: 'Give each slide and each event an id of its own.',
      });
    else if (/^\d+$/.test(id))
      report({
        severity: 'notice',
        place,
        what: `the id "${id}" is a number`,
        fix: 'Numbers move; write a word.',
      });
    else taken.set(id, place);
  };
  const all = slides.flatMap((slide): readonly Address[] => [
    slide,
    ...slide.figures.flatMap(({ addresses }) => addresses ?? []),
  ]);
  for (const address of all.filter(({ made }) => !made)) claim(address);
  for (const address of all.filter(({ made }) => made)) claim(address);
  for (const { target, place } of slides.flatMap(({ links }) => links)) {
    const id = target.replace(/^#\/?/, '');
    // A figure of several pages makes slides id-2, id-3, …; numbers are Reveal's own addresses.
    if (id === '' || taken.has(id) || taken.has(id.replace(/-\d+$/, '')) || /^\d+(\/\d+)*$/.test(id))
      continue;
    report({
      severity: 'notice',
      place,
      what: `the link ${target} leads ${hidden.has(id) ? 'to a hidden slide' : 'nowhere'}`,
      fix: hidden.has(id) ? 'Show that slide, or take the link away.' : suggest(id, [...taken.keys()]),
    });
  }
}

/** Whether citations name works of the deck; a deck for Pandoc whose list is elsewhere shows them as written. */
function citesOf({ bibliography, nocite }: FrontMatter, { size }: Sources): SlideContext['cites'] {
  if (size > 0) return true;
  return bibliography !== undefined || nocite !== undefined ? 'as text' : false;
}

function checkCitations(slides: readonly Slide[], sources: Sources, report: Report): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { id, place } of slides.flatMap(({ cites, citesInNotes }) => [...cites, ...citesInNotes])) {
    if (sources.has(id)) cited.add(id);
    else
      report({
        severity: 'error',
        place,
        what: `unknown source "${id}"`,
        fix: `${suggest(id, [...sources.keys()])} Works are listed in sources.yaml.`,
      });
  }
  return cited;
}
