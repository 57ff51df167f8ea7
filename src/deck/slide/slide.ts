import type { Place } from '../../base/problem.ts';
import type { Figure, FigureContext, MakeFigure } from '../figure.ts';
import type { Bibliography } from '../sources/sources.ts';
import type { Citation } from './citations.ts';
import type { Composing, Composition } from './compose/composition.ts';
import type { PictureShape } from './compose/picture-shape.ts';
import type { TitleWords } from './compose/title.ts';
import type { FindDiagram } from './diagrams.ts';
import type { Attributes } from './directives.ts';
import type { SetFormula } from './formulas/formula.ts';
import type { Link } from './links.ts';

/** Where a sheet is folded: two thirds from the left, or one third. */
export type Fold = 'a' | 'b';

/** A slide compiled but for the numbers of its sources and its own number, which the whole deck decides. */
export interface Slide {
  readonly id: string;
  readonly place: Place;
  /** Text of its first heading; empty where it has none. */
  readonly headline: string;
  readonly attributes: Attributes;
  /** Where its sheet is folded; undefined for a plain sheet. */
  readonly fold: Fold | undefined;
  readonly below: boolean;
  /** Markup of the notes; empty where there are none. */
  readonly notes: string;
  /** Sources its text and figures rest on, printed in its foot; and those its notes add. */
  readonly cites: readonly Citation[];
  readonly citesInNotes: readonly Citation[];
  readonly figures: readonly Figure[];
  /** Markup of each page of the slide, without section, foot and notes. More than one where a figure needs more. */
  readonly pages: (bibliography: Bibliography) => readonly string[];
  /** What the foot says before the sources. */
  readonly foot: string;
  readonly css: string;
  /** How it is composed; undefined where its author, a leaf or a figure decides. */
  readonly composition?: Composition | undefined;
  readonly links: readonly Link[];
  /** Paths of the deck's files that it shows. */
  readonly pictures: readonly string[];
  /** And those that its notes show. */
  readonly picturesInNotes: readonly string[];
}

/** What a slide is compiled with, of the deck it stands in. */
export interface SlideContext extends FigureContext {
  readonly kinds: ReadonlyMap<string, MakeFigure>;
  /** Whether the deck's author vouches for programs and frames in it. */
  readonly trust: boolean;
  /** Whether the deck lists works that it may cite, or what looks like a citation is text. */
  readonly cites: boolean | 'as text';
  readonly composing: Composing;
  /** Sets formulas; without it they are shown as they are written. */
  readonly setFormula?: SetFormula | undefined;
  /** Finds what diagrams are drawn as; without it they are shown as their text. */
  readonly findDiagram?: FindDiagram | undefined;
  /** What the deck says of itself, for its first slide. */
  readonly front: TitleWords & {
    /** And the style sheets it names. */
    readonly css?: readonly string[] | undefined;
  };
  /** Whether the deck has a file, by its path from the deck's folder. */
  readonly has: (path: string) => boolean;
  /** What the file at an address says of the picture in it; undefined where it says nothing, or is none of the deck. */
  readonly shapeOf: (address: string) => PictureShape | undefined;
}
