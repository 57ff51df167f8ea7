import { suggest } from '../nearest.ts';
import type { Place, Report } from '../problem.ts';
import { isTableFile, readTable, splitSheet } from './read.ts';
import type { Table } from './table.ts';

/** The files of a deck, as far as tables are read from them. */
export interface TableFiles {
  readonly read: (path: string) => string | undefined;
  readonly readBytes?: ((path: string) => Uint8Array | undefined) | undefined;
  readonly paths: readonly string[];
}

/**
 * Opens a table of the deck by the path its author wrote (`data/a.csv`, `data/b.xlsx#Sheet 2`). Undefined, and
 * reported, where there is no such file or no table in it.
 */
export function openTable(file: string, files: TableFiles, named: Place, report: Report): Table | undefined {
  const { path } = splitSheet(file);
  const bytes = files.readBytes?.(path) ?? encoded(files.read(path));
  if (bytes) return readTable(file, bytes, named, report);
  const fix = suggest(path, files.paths.filter(isTableFile));
  report({ severity: 'error', place: named, what: `there is no file "${path}"`, fix });
  return undefined;
}

function encoded(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : new TextEncoder().encode(text);
}
