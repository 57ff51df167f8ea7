import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { Place, Report } from '../../base/problem.ts';
import { sourcesOfCsl } from './csl.ts';
import type { Sources } from './sources.ts';

/** Reads BibTeX or BibLaTeX. This file is imported only for a deck that has some: its library takes time to load. */
export function parseBibtex(file: string, text: string, report: Report): Sources {
  try {
    const works = plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false });
    return sourcesOfCsl(file, works, (id) => entryPlace(file, text, id), report);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1'] = /line (\d+) col (\d+)/.exec(message) ?? [];
    report({
      severity: 'error',
      place: { file, line: Number(line), column: Number(column) },
      what: `BibTeX: ${message.split('\n')[0]?.replace(/ at line.*$/, '')}`,
      fix: 'Close the braces of the entry above, and put a comma between its fields.',
    });
    return new Map();
  }
}

/** Where an entry begins: the library keeps no places. */
function entryPlace(file: string, text: string, id: string): Place {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => /^\s*@\w+\s*[{(]\s*([^,\s]+)/.exec(each)?.[1] === id);
  return { file, line: Math.max(0, line) + 1, column: 1 };
}
