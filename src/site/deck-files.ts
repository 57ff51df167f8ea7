import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place, Report } from '../base/problem.ts';
import { addressOf } from '../deck/find-file.ts';
import type { FrontMatter } from '../deck/front-matter.ts';
import { hasEffect, isRevealOption } from '../deck/known-options.ts';
import type { DeckFolder } from '../deck/read.ts';
import { isShown } from '../deck/safe/allowed-address.ts';
import { cleanCss } from '../deck/safe/css.ts';
import { keepRevealOptions } from '../deck/safe/reveal-options.ts';
import { cleanSvgFile } from '../deck/safe/svg-file.ts';
import type { Theme } from './theme.ts';

const EMPTY_SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const TRUST = 'or write "trust: true" in the front matter if you vouch for this deck';

/**
 * The files of a deck that its page shows, as they go into the site: pictures, films, sounds and fonts alone, and
 * drawings with nothing in them that runs or loads. None of them can be a page of its own.
 */
export function readShown(
  folder: DeckFolder,
  paths: readonly string[],
  { trust = false }: { readonly trust?: boolean | undefined },
  report: Report,
): ReadonlyMap<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>();
  for (const path of new Set(paths)) {
    const bytes = readFileSync(join(folder.root, path));
    const tell = (what: string, fix: string) =>
      report({ severity: 'notice', place: whereNamed(folder, path), what, fix });
    if (trust) files.set(path, bytes);
    else if (/\.svg$/i.test(path)) files.set(path, drawing(bytes.toString('utf8'), path, tell));
    else if (isShown(path) || /\.(woff2?|[ot]tf)$/i.test(path)) files.set(path, bytes);
    else
      tell(
        `"${path}" is no picture, film, sound or font, and is not copied`,
        `Show a picture in its place, ${TRUST}.`,
      );
  }
  return files;
}

function drawing(source: string, path: string, tell: (what: string, fix: string) => void): string {
  const clean = cleanSvgFile(source);
  if (!clean) {
    tell(`"${path}" cannot be read as SVG, and is shown empty`, 'Write it anew with a program that draws.');
    return EMPTY_SVG;
  }
  if (clean.losses.length > 0)
    tell(
      `of "${path}" is taken out what may run or load: ${clean.losses.slice(0, 5).join(', ')}`,
      `Draw it without, ${TRUST}.`,
    );
  return clean.text;
}

/** A deck's own rules without what fetches from elsewhere. */
export function cleanTheme(theme: Theme, file: string, report: Report): Theme {
  const own = new Set(theme.pictures.map((path) => `./${addressOf(path)}`));
  const { css, losses } = cleanCss(theme.css, {
    context: 'stylesheet',
    file: (written) => (own.has(written) ? written : undefined),
  });
  for (const { what, line, column } of losses)
    report({
      severity: 'notice',
      place: { file, line, column },
      what: `a rule of the style sheet is taken out: ${what}`,
      fix: `Take it away, ${TRUST}.`,
    });
  return { ...theme, css };
}

/** Options of Reveal that do not reach the page: they name files that run, or frames. */
export function checkOptions(
  { revealOptions = {}, trust }: FrontMatter,
  folder: DeckFolder,
  report: Report,
): void {
  const { lost } = keepRevealOptions(revealOptions);
  // Of those that mean nothing here the front matter was told already.
  const untold = lost.filter((name) => isRevealOption(name) && hasEffect(name, revealOptions[name]));
  for (const name of trust ? [] : untold)
    report({
      severity: 'notice',
      place: whereNamed(folder, `${name}:`),
      what: `the option "${name}" does not reach Reveal`,
      fix: `Take it away, ${TRUST}.`,
    });
}

/** Where the first of the deck's texts names a file; the deck's first line where none does. */
function whereNamed({ slides, name }: DeckFolder, path: string): Place {
  for (const needle of [path, encodeURI(path), path.split('/').at(-1) ?? path])
    for (const { path: file, text } of slides) {
      const at = text.indexOf(needle);
      if (at < 0) continue;
      const before = text.slice(0, at).split('\n');
      return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
    }
  return { file: slides[0]?.path ?? name, line: 1, column: 1 };
}
