import { resolve } from 'node:path';
import { type Problem, sortProblems } from './base/problem.ts';
import { drawDiagrams } from './browser/draw-diagrams.ts';
import { browserSource } from './browser/open-site.ts';
import type { Progress } from './browser/progress.ts';
import { measureDeck } from './check/measure-deck.ts';
import type { Fence, Figure, FigureContext, MakeFigure } from './deck/figure.ts';
import { chooseFormat } from './export/formats/index.ts';
import type { WrittenOptions } from './export/options.ts';
import { makeSite as compileSite } from './site/site.ts';

export type { Fence, Figure, FigureContext, MakeFigure, Problem };

/** A kind of figure besides those the program has. */
export interface FigureKind {
  /** The word that a fence of the kind begins with. */
  readonly name: string;
  readonly make: MakeFigure;
}

export interface DeckOptions {
  /** Kinds of figures that decks may use besides the program's own. */
  readonly figures?: readonly FigureKind[];
}

/** A deck as a page: what is written to disk, or served. */
export interface DeckSite {
  /** Every page in order, with the markup of its section. */
  readonly pages: readonly { readonly id: string; readonly headline: string; readonly html: string }[];
  /** Files beside the page, by path: the deck's style sheet, fonts, maps, pictures. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** Writes it as a static site into a folder, which is empty, new, or holds an earlier site. */
  readonly write: (folder: string) => Promise<void>;
}

/** A kind of figure, for `figures` of the other functions. Its rules go into `css` of what it returns. */
export function defineFigure(name: string, make: MakeFigure): FigureKind {
  return { name, make };
}

/**
 * Reads and compiles a deck: a folder of Markdown files, or one file.
 * @param options.notes whether speaker notes are in the page. They are not, where it is left out.
 * @returns every problem found, sorted by place; the site is undefined where one is an error.
 * @throws where there is no deck.
 */
export async function makeSite(
  deck: string,
  options: DeckOptions & { readonly notes?: boolean } = {},
): Promise<{ readonly site: DeckSite | undefined; readonly problems: readonly Problem[] }> {
  const { site, problems } = await compileSite(deck, {
    notes: options.notes ?? false,
    kinds: kindsOf(options),
    drawDiagrams,
  });
  if (!site) return { site, problems };
  const write = async (folder: string) => {
    const { buildSite } = await import('./site/build.ts');
    await buildSite(site, resolve(folder));
  };
  return { site: { pages: site.pages, files: site.files, write }, problems };
}

/**
 * Every problem of a deck, with what a browser measures unless `quick` is set.
 * @throws where there is no deck; `NoBrowserError` where a browser is needed and none can be had.
 */
export async function checkDeck(
  deck: string,
  { quick = false, ...options }: DeckOptions & { readonly quick?: boolean } = {},
): Promise<readonly Problem[]> {
  const { site, problems } = await compileSite(deck, { notes: true, kinds: kindsOf(options), drawDiagrams });
  const measured = site && !quick ? await measureDeck(site, deck) : [];
  if (typeof measured === 'string') throw new Error(measured);
  return sortProblems([...problems, ...measured]);
}

/**
 * A deck in one of the formats of `orihon export`, proven and in memory.
 * @returns files by path (a format of one file has one, whose path is empty); none where the deck has an error or the
 * export a fault, which are then in `problems` and `faults`.
 */
export async function exportDeck(
  deck: string,
  {
    format: name = 'pdf',
    figures = [],
    ...written
  }: DeckOptions & WrittenOptions & { readonly format?: string } = {},
): Promise<{
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly problems: readonly Problem[];
  readonly faults: readonly string[];
}> {
  const { format, options } = chooseFormat(name, written);
  const { site, problems } = await compileSite(deck, {
    notes: format.withNotes(options),
    kinds: kindsOf({ figures }),
    drawDiagrams,
  });
  if (!site) return { files: [], problems, faults: [] };
  const browser = browserSource();
  try {
    const write = await format.load();
    const { files, report } = await write(site, { options, browser, progress: SILENT });
    const faults = report.faults.map(({ what }) => what);
    return { files: faults.length > 0 ? [] : files, problems, faults };
  } finally {
    await browser.close();
  }
}

const SILENT: Progress = { say: () => undefined, count: () => undefined };

function kindsOf({ figures = [] }: DeckOptions): ReadonlyMap<string, MakeFigure> {
  return new Map(figures.map(({ name, make }) => [name, make]));
}
