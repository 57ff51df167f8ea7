import { z } from 'zod';
import type { Problem, Report } from '../base/problem.ts';
import { readYaml } from '../base/yaml/read.ts';
import type { DeckFiles } from './files.ts';
import { type FrontMatter, NO_FRONT_MATTER, splitFrontMatter } from './front-matter.ts';
import { parseKeys } from './read-front-matter.ts';
import { isPage, keysOfPage } from './reveal-page/page-keys.ts';

/**
 * What a deck says of itself: in the front matter of its first file, and where that is silent in the settings of
 * reveal-md that lie beside it.
 */
export function readMeta(files: DeckFiles, report: Report): FrontMatter {
  const [first] = files.slides;
  const settings = (files.settings ?? []).map(({ path, text }) => readSettings(path, text, report));
  const own = first ? ownKeys(first.path, first.text, report) : {};
  const revealOptions = Object.assign({}, ...[...settings, own].map((one) => one.revealOptions ?? {}));
  const hasOptions = Object.keys(revealOptions).length > 0;
  return Object.assign({}, NO_FRONT_MATTER, ...settings, own, hasOptions ? { revealOptions } : {});
}

function ownKeys(file: string, text: string, report: Report): Partial<FrontMatter> {
  if (isPage(file)) return keysOfPage(file, text, report);
  const { yaml } = splitFrontMatter(text);
  return yaml === undefined ? {} : parseKeys({ file, text: yaml, firstLine: 2 }, report);
}

/** The keys of one such file that mean something here. What cannot be read is told and left out. */
function readSettings(file: string, text: string, report: Report): Partial<FrontMatter> {
  const broken: Problem[] = [];
  // JSON is YAML, but for tabs, with which YAML indents nothing.
  const source = { file, text: text.replace(/^\t+/gm, (tabs) => ' '.repeat(tabs.length)), firstLine: 1 };
  const read = readYaml(source, z.record(z.string(), z.json()).nullable(), (problem) => broken.push(problem));
  const [problem] = broken;
  if (problem)
    report({ ...problem, severity: 'notice', what: `the settings cannot be read: ${problem.what}` });
  if (!read?.value) return {};
  const written = parseKeys(source, report);
  if (!file.startsWith('..')) return written;
  // Paths count from where the file lies, and none may lead out of the deck.
  const { css: _, scripts: __, theme: ___, ...plain } = written;
  return plain;
}
