import { SlowPatternError } from '../base/pattern.ts';
import type { Problem, Report } from '../base/problem.ts';
import { slideLevel, tellUncut, uncutLevel } from './by-headings.ts';
import type { DeckFiles } from './files.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { pathFrom } from './included.ts';
import { parseFrontMatter } from './read-front-matter.ts';
import { cutFilled, cutPage } from './reveal-page/cut-page.ts';
import { isPage } from './reveal-page/page-keys.ts';
import { readMeta } from './settings.ts';
import { boundSlide } from './slide/bounds.ts';
import { readSlideKeys } from './slide-keys.ts';
import { type RawSlide, splitSlides } from './split.ts';

/** Slides of a file within a file within a file: deeper than any deck, and where files name each other. */
const DEEPEST = 5;

/** Files that a deck takes in, each time counted: those that name each other many times become more than anybody shows. */
const MOST_TAKEN = 500;

/** Cuts all files of a deck into slides, by what the first of them says of the deck. */
export function splitFiles(
  files: DeckFiles,
  report: Report,
): { meta: FrontMatter; raws: readonly RawSlide[] } {
  let meta = readMeta(files, report);
  const cut = cutter(files, meta, report, () => {
    const { separator: _, verticalSeparator: __, notesSeparator: ___, ...plain } = meta;
    meta = plain;
    return meta;
  });
  const raws = files.slides.flatMap(({ path, text }, index) => {
    if (isPage(path)) return cutPage(path, text, { files, meta, report });
    const { yaml } = splitFrontMatter(text);
    if (yaml === undefined || index === 0) return cut(path, text, meta);
    report({
      severity: 'notice',
      place: { file: path, line: 1, column: 1 },
      what: 'only the first file of a deck has front matter',
      fix: `Move these keys to ${files.slides[0]?.path}; here, only the marks between slides count.`,
    });
    // A file that was a deck of its own is cut as its author cut it.
    return cut(path, text, { ...meta, ...marksOf(parseFrontMatter(path, yaml, report)) });
  });
  return { meta, raws: raws.map((raw) => boundSlide(raw, report)) };
}

type Cut = (path: string, text: string, marks: FrontMatter) => readonly RawSlide[];

/**
 * Cuts a file by marks, by headings where it says so or has no other, and takes in the files that its slides name.
 * @param withoutMarks what holds once a mark of the author's has held the reading up
 */
function cutter(files: DeckFiles, meta: FrontMatter, report: Report, withoutMarks: () => FrontMatter): Cut {
  const byMarks = (path: string, text: string, marks: FrontMatter): readonly RawSlide[] => {
    const { body, bodyLine } = splitFrontMatter(text);
    const level = slideLevel(path, text);
    const raws = splitSlides(path, body, bodyLine, marks, level);
    const uncut = level === undefined ? uncutLevel(files, raws.length) : undefined;
    if (uncut === undefined) return raws;
    tellUncut(uncut, { file: path, line: bodyLine, column: 1 }, report);
    return splitSlides(path, body, bodyLine, marks, uncut);
  };
  const patient = (path: string, text: string, marks: FrontMatter): readonly RawSlide[] => {
    try {
      return byMarks(path, text, marks);
    } catch (error) {
      if (!(error instanceof SlowPatternError)) throw error;
      report(slowPattern(files, path, error.message));
      return byMarks(path, text, withoutMarks());
    }
  };
  let taken = 0;
  const cut = (
    path: string,
    text: string,
    marks: FrontMatter,
    within: readonly string[],
  ): readonly RawSlide[] =>
    readSlideKeys(patient(path, text, marks), report).flatMap(({ raw, src }) => {
      if (src === undefined) return cutFilled(raw, { files, meta, report });
      const from = pathFrom(path, src);
      const all = [...within, path];
      const mayTake = all.length <= DEEPEST && !all.includes(from) && taken < MOST_TAKEN;
      const inner = mayTake ? files.read(from) : undefined;
      if (inner !== undefined) {
        taken += 1;
        return cut(from, inner, marks, all);
      }
      report({
        severity: 'notice',
        place: { file: raw.file, line: raw.line, column: 1 },
        what: `the slides of "${src}" are not shown: ${mayTake ? 'there is no such file in the deck' : 'files name each other, or too many are named'}`,
        fix: mayTake
          ? 'Put the file into the deck’s folder, or its text here.'
          : 'Name each file once, where its slides belong.',
      });
      return [{ ...raw, content: `\`${src}\`` }];
    });
  return (path, text, marks) => cut(path, text, marks, []);
}

/** A README lies in every folder; of other files that are left out their author is told. */
export function tellBeside({ beside = [] }: DeckFiles, report: Report): void {
  const [file, ...more] = beside.filter((name) => !/^readme/i.test(name));
  if (file === undefined) return;
  report({
    severity: 'notice',
    place: { file, line: 1, column: 1 },
    what: `${[file, ...more].join(', ')} ${more.length > 0 ? 'are' : 'is'} no part of the deck`,
    fix: 'If it holds slides, give it another name.',
  });
}

/** An author's mark that would hold the reading up, at its key. */
function slowPattern({ slides }: DeckFiles, file: string, pattern: string): Problem {
  // The mark is the file's own, or that of the deck's first.
  const own = slides.find(({ path, text }) => path === file && text.includes(pattern)) ?? slides[0];
  const lines = own?.text.split('\n') ?? [];
  const line = lines.findIndex((one) => /[sS]eparator/.test(one) && one.includes(pattern));
  const key = line < 0 ? lines.findIndex((one) => /[sS]eparator/.test(one)) : line;
  return {
    severity: 'error',
    place: { file: own?.path ?? file, line: Math.max(0, key) + 1, column: 1 },
    what: `the mark ${pattern} takes longer than a second to find`,
    fix: 'Write it without a repetition inside of a repetition, as ^---$ is written.',
  };
}

function marksOf({ separator, verticalSeparator, notesSeparator }: FrontMatter): Partial<FrontMatter> {
  return Object.fromEntries(
    Object.entries({ separator, verticalSeparator, notesSeparator }).filter(([, mark]) => mark !== undefined),
  );
}
