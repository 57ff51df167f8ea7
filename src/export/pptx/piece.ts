import type { FigureTable } from '../../deck/figure.ts';
import type { FigurePlot } from '../../deck/figure-plot.ts';

/** A rectangle on a sheet of 1920 by 1080 px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Letters that look alike. */
export interface Run {
  readonly text: string;
  /** px on the sheet. */
  readonly size: number;
  /** `1A1C20` */
  readonly colour: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Whether a line goes through it. */
  readonly struck?: boolean | undefined;
  /** First family of its style. */
  readonly face: string;
  readonly lang: string;
  readonly href: string | undefined;
  /** How far off its line it stands, in thousandths of a per cent of its letters; below 0 where it is lowered. */
  readonly baseline?: number | undefined;
  /** Colour of the ground behind its letters alone. */
  readonly highlight?: string | undefined;
}

export interface Paragraph {
  readonly runs: readonly Run[];
  readonly align: 'left' | 'center' | 'right';
  /** `•`, or the number of an entry with what follows it. */
  readonly bullet: string | undefined;
  /** px from the left edge of its box to its words. */
  readonly margin: number;
  /** px from its bullet or number to its words. */
  readonly hang: number;
  /** How deep in a list it stands, from 0. */
  readonly level: number;
  /** px between it and the one before. */
  readonly before: number;
  /** Distance of its lines, px. */
  readonly leading: number;
  readonly rtl: boolean;
}

export interface TextPiece {
  readonly kind: 'text';
  /** The room it has: its block's. */
  readonly box: Box;
  /** What its letters take of it. */
  readonly letters: Box;
  readonly isTitle: boolean;
  readonly paragraphs: readonly Paragraph[];
  readonly isVertical: boolean;
  readonly isOneLine: boolean;
  /** Number of what it flows in after what is before it; undefined where it has a place of its own. */
  readonly flow?: number | undefined;
  /** Whether listeners are told it; else a table tells them. */
  readonly isTold: boolean;
}

export interface TablePiece {
  readonly kind: 'table';
  readonly box: Box;
  readonly caption: string;
  /** Widths of its columns, px. */
  readonly columns: readonly number[];
  readonly rows: readonly {
    readonly height: number;
    readonly cells: readonly {
      readonly paragraphs: readonly Paragraph[];
      readonly isHead: boolean;
      readonly span: number;
      /** px at the top and on by the clock. */
      readonly padding: readonly number[];
      readonly anchor: 't' | 'ctr' | 'b';
      readonly fill: Paint | undefined;
      readonly lines: { readonly top: Line | undefined; readonly bottom: Line | undefined };
    }[];
  }[];
}

/** A line or an area; its points are px on the sheet. */
export interface ShapePiece {
  readonly kind: 'shape';
  readonly box: Box;
  readonly outline: 'rect' | 'ellipse' | readonly (readonly (readonly [number, number])[])[];
  readonly isClosed: boolean;
  readonly fill: Paint | Blend | undefined;
  readonly stroke: Stroke | undefined;
  /** Of the corners of a rectangle, px. */
  readonly radius?: number;
  readonly name: string;
}

export interface Paint {
  readonly colour: string;
  /** From 0 to 1. */
  readonly opacity: number;
}

/** Colours that run into one another along a line. */
export interface Blend {
  /** Clockwise, from rightwards. */
  readonly degrees: number;
  /** Where along the line, from 0 to 1. */
  readonly stops: readonly (Paint & { readonly at: number })[];
}

export interface Line extends Paint {
  /** px */
  readonly width: number;
}

/** A line that is drawn, or goes around. */
export interface Stroke extends Line {
  /** How long its dashes are, in widths of the line; undefined where it is whole. */
  readonly dash: number | undefined;
  /** Whether it begins and ends with the head of an arrow. */
  readonly heads?: readonly [start: boolean, end: boolean];
}

export interface PicturePiece {
  readonly kind: 'picture';
  readonly box: Box;
  readonly alt: string;
  /** PNG as base64; undefined where it is to be taken off the screen. */
  readonly png: string | undefined;
  /** Address of a drawing of lines that is shown whole: programs that can take it in place of its pixels. */
  readonly drawing?: string | undefined;
  /** What it is a picture of that could not be kept as text and shapes; empty for a picture of the author's. */
  readonly instead: string;
  /** Id of the element it was, where it has one. */
  readonly element?: string | undefined;
  /** Number of what a box of CSS is painted with, which is taken off the screen without what stands in the box. */
  readonly bare?: number | undefined;
}

/** A chart that Office draws of its values. */
export interface ChartPiece {
  readonly kind: 'chart';
  readonly box: Box;
  readonly alt: string;
  readonly plot: FigurePlot;
  /** All that its figure shows, under each of its definitions; of several charts of one figure the first has them. */
  readonly tables: readonly FigureTable[];
  /** `1A1C20`, by the names that the plot has for colours. */
  readonly colours: Readonly<Record<string, string>>;
}

export type Piece = TextPiece | TablePiece | ShapePiece | PicturePiece | ChartPiece;

/** What stands together under one name: a figure, or the slide's own text. */
export interface Group {
  /** Alternative text of a figure; empty for the slide's own text. */
  readonly name: string;
  /** What listeners hear of each event, where it is a timeline: many have no label in it. */
  readonly events?: readonly string[];
  /** All that a chart shows, where none of it is a chart that can be edited. */
  readonly tables?: readonly FigureTable[];
  /** Colours of the theme by name, where it is a chart: `1A1C20`. */
  readonly colours: Readonly<Record<string, string>> | undefined;
  readonly box: Box | undefined;
  readonly pieces: readonly Piece[];
}

/** What a slide is painted with. */
export interface Ground {
  readonly colour: string;
  readonly blend: Blend | undefined;
  /** More than that, which only a picture keeps as it is: one of the author's with its shade, or a gradient of another kind. */
  readonly painted: 'picture' | 'gradient' | undefined;
  /** JPEG as base64. */
  readonly picture?: string | undefined;
}

/** One slide as it stands on the screen. */
export interface SlideSheet {
  readonly ground: Ground;
  /** Painted before all groups: the leaf right of the fold. */
  readonly leaf: { readonly box: Box; readonly colour: string } | undefined;
  readonly groups: readonly Group[];
}
