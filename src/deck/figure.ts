import type { Place, Report } from '../base/problem.ts';
import type { Measure } from '../fonts/faces.ts';
import type { FigurePlot } from './figure-plot.ts';
import type { Bibliography } from './sources/sources.ts';

/** A rectangle in px of the sheet. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A fenced block of a slide whose info string names a kind of figure; its body is YAML. */
export interface Fence {
  readonly kind: string;
  readonly body: string;
  /** Place of the body's first line. */
  readonly place: Place;
  /** Id of the slide it stands on. Ids and class names a figure makes begin with it, so that two never clash. */
  readonly slide: string;
  /** Whether something of the author's stands on the leaf beside it; a figure may take its room where it is false. */
  readonly leaf?: boolean;
  /** Whether it stands on that leaf itself. */
  readonly onLeaf?: boolean;
  /** Which of the slide's fences it is, from 0: ids that a kind makes must differ on a slide. */
  readonly nth?: number;
  /** Where it has to stand, if it shares the slide; on a leaf from the corner of its own place in the text. */
  readonly room?: Room;
}

/** What a figure may look at besides its own fence. All of it is data: no disk, no clock, no document. */
export interface FigureContext {
  /** Text of a file of the deck, by path from the deck's folder; undefined if there is none. */
  readonly read: (path: string) => string | undefined;
  /** Bytes of a file that may be no UTF-8 text (a workbook, an old CSV); left out where `read` is all there is. */
  readonly readBytes?: ((path: string) => Uint8Array | undefined) | undefined;
  /** Paths of all files of the deck, for suggestions. */
  readonly paths: readonly string[];
  readonly measure: Measure;
  readonly report: Report;
  /** BCP 47 language of the deck, for names and numbers. */
  readonly lang: string;
}

/** An id that leads into a deck. One that is `made` of a title gives way to those that authors chose. */
export interface Address {
  readonly id: string;
  readonly place: Place;
  readonly made?: boolean;
}

/** What a figure draws, as rows of text: a file beside the paper, or a sheet in a program of tables. */
export interface FigureTable {
  /** Stem of a file's name. */
  readonly name: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How its numbers are drawn, where it is a chart. */
  readonly plots?: readonly FigurePlot[];
}

/** Something that a figure shows at its time, as schema.org knows an event. */
export interface FigureEvent {
  readonly name: string;
  /** `1848-02-24`, `1848-02` or `1848`. */
  readonly start: string;
  readonly end?: string | undefined;
  readonly place?: string | undefined;
  readonly description?: string | undefined;
}

/** A figure ready for the page, but for the numbers of its sources, which the whole deck decides. */
export interface Figure {
  /** Ids of the sources it rests on, in the order first used, with the place to blame for an unknown one. */
  readonly cites: readonly {
    readonly id: string;
    readonly place: Place;
    readonly prefix?: string;
    readonly locator?: string;
  }[];
  /**
   * Markup of the figure: one page, or several where it needs more than one slide (an index, the sources).
   * Without style attributes or style elements: the page's policy refuses them.
   */
  readonly pages: (bibliography: Bibliography) => readonly string[];
  /** Rules for the deck's one generated style sheet: positions, all under the slide's id. */
  readonly css: string;
  /** Files to be written beside the page, e.g. a map's land; path relative to the page. */
  readonly files?: readonly { readonly path: string; readonly text: string }[];
  /**
   * Files the page fetches only when they are asked for, with the text in them as markup: its characters have to
   * be in the fonts.
   */
  readonly later?: (
    bibliography: Bibliography,
  ) => readonly { readonly path: string; readonly text: string; readonly html: string }[];
  /** Pictures of the deck that it shows, by path from the deck's folder: they are written beside the page. */
  readonly pictures?: readonly string[];
  /** A few words said about the figure in the slide's foot before its sources ("Dates are of the old calendar."). */
  readonly note?: string;
  /** What its marks mean ("Ring: declared. Shaded: war, 1937–45."), said there to those who see them: listeners hear it in its list. */
  readonly key?: string;
  /** Ids the figure adds to the deck's one name space of addresses (events), besides the slide's own. */
  readonly addresses?: readonly Address[];
  /** Ids that `data-when` may name in the words around it. */
  readonly definitions?: readonly string[];
  /** A poster of it, for paper of A3: markup of one section's content, and rules for it. */
  readonly poster?: () => { readonly html: string; readonly css: string };
  /** What it shows, as tables: its numbers as the files have them, or its events. */
  readonly tables?: () => readonly FigureTable[];
  /** The events it shows, of those whose dates a calendar has. */
  readonly events?: () => readonly FigureEvent[];
  /** Whether its pages name their sources themselves (an index), so that the slide's foot does not. */
  readonly namesSources?: boolean;
  /** Whether its pages list every work of the deck. */
  readonly listsWorks?: boolean;
  /** How many of what it shows, each with a source of its own, name none, and where the first of them is written. */
  readonly unsourced?: { readonly count: number; readonly of: number; readonly place: Place };
  /**
   * Where it stands: on the slide's `sheet` left of the leaf, alone there; `shared`, likewise, or in `Fence.room`; or on
   * the `whole` of it, leaf included. In the text, like a picture, where it is left out.
   */
  readonly stands?: 'sheet' | 'shared' | 'whole';
  /** How high it is in the text, px of the sheet, where it is known. */
  readonly height?: number;
  /** Fold the slide takes where its author names none. */
  readonly fold?: 'a' | 'b' | 'none';
}

/** One kind of figure: parse → place → render in one call. Undefined when its fence held an error (reported). */
export interface MakeFigure {
  (fence: Fence, context: FigureContext): Figure | undefined;
  /** Loads what only decks with such a figure need, once before the first is made. */
  readonly prepare?: () => Promise<unknown>;
  /** Whether others' decks may name code so ("map", "sources"): a fence of mere words then stays code. */
  readonly orCode?: true;
}
