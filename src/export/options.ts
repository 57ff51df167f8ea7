import { UsageError } from '../base/failure.ts';

/** What the command line says about an export, checked. */
export interface ExportOptions {
  /** File, or folder for a format of many files; undefined where a name is to be made of the deck's. */
  readonly output: string | undefined;
  /** File for the report as JSON. */
  readonly report: string | undefined;
  /** Whether a file of somebody else's may be replaced. */
  readonly force: boolean;
  /** A page for each step of a slide, not only for its last state. */
  readonly steps: boolean;
  /** Speaker notes as annotations of the page. */
  readonly notes: boolean;
  /** Without any note, for readers other than the speaker. */
  readonly public: boolean;
  readonly paper: 'a4' | 'letter';
  /** Slides on a page of a handout, where their notes are short; undefined: as many as their notes leave room for. */
  readonly perPage: PerPage | undefined;
  /** What travels in the file: the tables drawn and the works cited, the deck's own files, or nothing. */
  readonly attach: 'tables' | 'source' | 'none';
  /** Whether a validator is asked too, where one is installed. */
  readonly verify: boolean;
  /** Whether a file that does not keep its standards is no file. */
  readonly strict: boolean;
  /** Size of a picture, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
}

/** The same as it is typed: undefined where it is not. */
export type WrittenOptions = {
  readonly [name in keyof ExportOptions]?: (name extends Choice ? ExportOptions[name] : string) | undefined;
};

/** How many slides a page of a handout has room for. */
export type PerPage = 1 | 2 | 3 | 6;

type Choice = 'force' | 'steps' | 'notes' | 'public' | 'verify' | 'strict';

/** @throws UsageError for a paper or a size that is none. */
export function readOptions(written: WrittenOptions): ExportOptions {
  return {
    output: written.output,
    report: written.report,
    force: written.force ?? false,
    steps: written.steps ?? false,
    notes: written.notes ?? false,
    public: written.public ?? false,
    paper: readPaper(written.paper ?? 'a4'),
    perPage: written.perPage === undefined ? undefined : readPerPage(written.perPage),
    attach: readAttach(written.attach ?? 'tables'),
    verify: written.verify ?? false,
    strict: written.strict ?? false,
    size: readSize(written.size ?? '1920x1080'),
  };
}

function readPaper(written: string): ExportOptions['paper'] {
  const name = written.toLowerCase();
  if (name === 'a4' || name === 'letter') return name;
  throw new UsageError(`"${written}" is no paper: --paper a4 or --paper letter.`);
}

function readPerPage(written: string): PerPage {
  const number = ([1, 2, 3, 6] as const).find((known) => written === `${known}`);
  if (number) return number;
  throw new UsageError(`"${written}" slides a page: write --per-page 1, 2, 3 or 6.`);
}

function readAttach(written: string): ExportOptions['attach'] {
  if (written === 'tables' || written === 'source' || written === 'none') return written;
  throw new UsageError(`"${written}" cannot be attached: --attach tables, source or none.`);
}

function readSize(written: string): ExportOptions['size'] {
  const [, width, height] = /^(\d{2,5})x(\d{2,5})$/i.exec(written) ?? [];
  if (width && height) return { width: Number(width), height: Number(height) };
  throw new UsageError(`"${written}" is no size: write pixels, e.g. --size 1920x1080.`);
}
