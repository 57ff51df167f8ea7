import type { Report } from '../../base/problem.ts';
import type { DeckFiles } from '../files.ts';
import { findFile } from '../find-file.ts';
import { parseCslJson } from './csl.ts';
import { parseSources, type Sources } from './sources.ts';

/** Reads BibTeX. It comes from outside: its library is loaded for decks that have some. */
export type ParseBibtex = (file: string, text: string, report: Report) => Sources;

/**
 * The deck's works out of `sources.yaml`, `sources.json` (CSL-JSON), `sources.bib` and the files that its front matter
 * names as Pandoc does, and whether all could be read.
 */
export function readSources(
  files: DeckFiles,
  parseBibtex: ParseBibtex | undefined,
  report: Report,
  bibliography: readonly string[] = [],
): { readonly sources: Sources; readonly whole: boolean } {
  let whole = true;
  const told: Report = (problem) => {
    if (problem.severity === 'error') whole = false;
    report(problem);
  };
  const parseYaml: ParseBibtex = (file, text) => parseSources({ file, text, firstLine: 1 }, told);
  const parsers: Readonly<Record<string, ParseBibtex | undefined>> = {
    'sources.yaml': parseYaml,
    'sources.json': (file, text) => parseCslJson(file, text, told),
    'sources.bib': parseBibtex,
  };
  const named = bibliography.flatMap((name): readonly (readonly [string, ParseBibtex | undefined])[] => {
    const found = findFile(name, files);
    const kinds = { json: parseCslJson, bib: parseBibtex, yaml: parseYaml, yml: parseYaml };
    const kind = /\.(json|bib|ya?ml)$/.exec(name.toLowerCase())?.[1];
    const parse = Object.entries(kinds).find(([ending]) => ending === kind)?.[1];
    if (found.kind === 'file' && parse) return found.path in parsers ? [] : [[found.path, parse]];
    report({
      severity: 'notice',
      place: { file: files.slides[0]?.path ?? files.name, line: 1, column: 1 },
      what: `the works of "${name}" are not read`,
      fix: 'Put it into the deck as BibTeX (.bib), CSL-JSON (.json) or CSL-YAML (.yaml). Its citations stand as they are written.',
    });
    return [];
  });
  const sources = new Map<string, Sources extends ReadonlyMap<string, infer Work> ? Work : never>();
  for (const [file, parse] of [...Object.entries(parsers), ...named]) {
    const text = files.read(file);
    const works = text === undefined ? undefined : parse?.(file, text, told);
    for (const [id, work] of works ?? []) {
      const first = sources.get(id);
      if (!first) sources.set(id, work);
      else
        told({
          severity: 'error',
          place: work.place,
          what: `the source id "${id}" is used twice (first in ${first.place.file}:${first.place.line})`,
          fix: 'Give each work an id of its own.',
        });
    }
  }
  return { sources, whole };
}
