import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Place, Report } from '../../base/problem.ts';
import { sourcesOfCsl } from './csl.ts';
import type { Sources } from './sources.ts';

/** Reads BibTeX or BibLaTeX. This file is imported only for a deck that has some: its library takes time to load. */
export function parseBibtex(file: string, text: string, report: Report): Sources {
  try {
    return sourcesOfCsl(file, readWorks(text), entryPlaces(file, text), report);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1'] = /line (\d+) col (\d+)/.exec(message) ?? [];
    // Within a field the library counts from there, and its first line is none of the file's.
    const isOfFile = Number(line) > 0;
    report({
      severity: 'error',
      place: { file, line: isOfFile ? Number(line) : 1, column: isOfFile ? Number(column) : 1 },
      what: `BibTeX: ${message.split('\n')[0]?.replace(/ at line.*$/, '')}`,
      fix: 'Close the braces of the entry above, and put a comma between its fields.',
    });
    return new Map();
  }
}

/** A lone `$` is a dollar to whoever wrote it, and the beginning of a formula to the library, which then reads nothing. */
function readWorks(text: string): unknown {
  const read = (written: string) =>
    plugins.input.chain(written, { forceType: '@biblatex/text', generateGraph: false });
  try {
    return read(text);
  } catch (error) {
    const dollars = text.replace(/(?<!\\)\$/g, '\\$');
    if (dollars === text) throw error;
    try {
      return read(dollars);
    } catch {
      throw error;
    }
  }
}

/** Where the entries begin: the library keeps no places. */
function entryPlaces(file: string, text: string): (id: string) => Place {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const id = /^\s*@\w+\s*[{(]\s*([^,\s]+)/.exec(line)?.[1];
    if (id !== undefined && !lines.has(id)) lines.set(id, index + 1);
  }
  return (id) => ({ file, line: lines.get(id) ?? 1, column: 1 });
}
