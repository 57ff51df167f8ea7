/** Something wrong with an export, with the slide it is on where it is on one. */
export interface ExportFault {
  readonly slide?: string;
  readonly what: string;
}

/** What can be said in JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What an export found out about its own work: a table for people, the same as data for programs. */
export interface ExportReport {
  /** `Chromium 156 (/usr/bin/chromium)`; undefined where none was needed. */
  readonly browser?: string;
  readonly slides: number;
  /** Rows of the table: a name, and what was found. */
  readonly rows: readonly (readonly [name: string, found: string])[];
  /** Anything that keeps the file from being written. */
  readonly faults: readonly ExportFault[];
  /** Worth knowing, and no fault: a slide with a picture in it. */
  readonly notices: readonly ExportFault[];
  /** What the rows say and more, for `--report`. */
  readonly details: { readonly [key: string]: Json };
}

/** The table, names and findings in two columns. */
export function formatTable(rows: ExportReport['rows']): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, found]) => `  ${name.padEnd(width)}  ${found}`).join('\n');
}

/** `slide "two": what` */
export function formatFault({ slide, what }: ExportFault): string {
  return slide === undefined ? what : `slide "${slide}": ${what}`;
}

/** Faults a line each, of one slide no more than can be read. */
export function listFaults(faults: readonly ExportFault[], most = 5): readonly string[] {
  const slides = new Set(faults.map(({ slide }) => slide));
  return [...slides].flatMap((slide) => {
    const own = faults.filter((fault) => fault.slide === slide);
    const more = own.length - most;
    const rest = more > 0 ? [formatFault({ ...(slide && { slide }), what: `and ${more} more` })] : [];
    return [...own.slice(0, most).map(formatFault), ...rest];
  });
}

/** The report as `--report` writes it. */
export function reportJson(format: string, files: readonly string[], report: ExportReport): string {
  const { browser = null, slides, faults, notices, details } = report;
  return `${JSON.stringify({ format, files, browser, slides, faults, notices, ...details }, null, 2)}\n`;
}
