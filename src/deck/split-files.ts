import { SlowPatternError } from '../base/pattern.ts';
import type { Problem, Report } from '../base/problem.ts';
import type { DeckFiles } from './files.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import { parseFrontMatter } from './read-front-matter.ts';
import { cutFilled, cutPage } from './reveal-page/cut-page.ts';
import { isPage } from './reveal-page/page-keys.ts';
import { readMeta } from './settings.ts';
import { boundSlide } from './slide/bounds.ts';
import { type RawSlide, splitSlides } from './split.ts';

/** Cuts all files of a deck into slides, by what the first of them says of the deck. */
export function splitFiles(
  files: DeckFiles,
  report: Report,
): { meta: FrontMatter; raws: readonly RawSlide[] } {
  let meta = readMeta(files, report);
  const cut = (path: string, body: string, line: number, marks: FrontMatter) =>
    splitSlides(path, body, line, marks)
      .flatMap((raw) => cutFilled(raw, { files, meta, report }))
      .map((raw) => boundSlide(raw, report));
  const splitBounded = (
    path: string,
    body: string,
    line: number,
    marks: FrontMatter,
  ): readonly RawSlide[] => {
    try {
      return cut(path, body, line, marks);
    } catch (error) {
      if (!(error instanceof SlowPatternError)) throw error;
      report(slowPattern(files, path, error.message));
      const { separator: _, verticalSeparator: __, notesSeparator: ___, ...plain } = meta;
      meta = plain;
      return cut(path, body, line, meta);
    }
  };
  const raws = files.slides.flatMap(({ path, text }, index) => {
    const reading = { files, meta, report };
    if (isPage(path)) return cutPage(path, text, reading).map((raw) => boundSlide(raw, report));
    const { yaml, body, bodyLine } = splitFrontMatter(text);
    if (yaml === undefined) return splitBounded(path, body, bodyLine, meta);
    if (index === 0) return splitBounded(path, body, bodyLine, meta);
    report({
      severity: 'notice',
      place: { file: path, line: 1, column: 1 },
      what: 'only the first file of a deck has front matter',
      fix: `Move these keys to ${files.slides[0]?.path}; here, only the marks between slides count.`,
    });
    // A file that was a deck of its own is cut as its author cut it.
    return splitBounded(path, body, bodyLine, {
      ...meta,
      ...marksOf(parseFrontMatter(path, yaml, report)),
    });
  });
  return { meta, raws };
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
