import type { BrowserSource } from '../../browser/open-site.ts';
import type { Progress } from '../../browser/progress.ts';
import type { ExportReport } from '../../report/export-report.ts';
import type { Site } from '../../site/site.ts';
import type { ExportOptions } from '../options.ts';

/** What a format is written with. */
export interface ExportContext {
  readonly options: ExportOptions;
  /** The browser, started once and closed by whoever started it. */
  readonly browser: BrowserSource;
  readonly progress: Progress;
}

/** A finished export. Nothing of it is on disk yet: files are written only where the report has no fault. */
export interface Exported {
  /** Paths from the output; a format of one file has one, whose path is empty. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly report: ExportReport;
}

export type WriteFormat = (site: Site, context: ExportContext) => Promise<Exported>;
