import type { Place, Report } from '../../../base/problem.ts';
import { openTable, type TableFiles } from '../../../base/table/open.ts';
import type { Table } from '../../../base/table/table.ts';

/** Gives the table of a path, read once; undefined, and reported at `place`, where there is none or it is broken. */
export type FileReader = (path: string | undefined, place: Place) => Table | undefined;

/** Opens the deck's tables for one chart. */
export function makeFileReader(files: TableFiles, report: Report): FileReader {
  const known = new Map<string, Table | undefined>();
  return (path, place) => {
    if (path === undefined) {
      const fix = 'Write "file: data/….csv" for the whole chart, or for each series.';
      report({ severity: 'error', place, what: '"file" is missing', fix });
      return undefined;
    }
    if (!known.has(path)) known.set(path, openTable(path, files, place, report));
    return known.get(path);
  };
}
