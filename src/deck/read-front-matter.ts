import { z } from 'zod';
import { nearest } from '../base/nearest.ts';
import type { Report } from '../base/problem.ts';
import { explain, nearestBranch } from '../base/yaml/explain.ts';
import { type LocatedYaml, readYaml, type YamlText } from '../base/yaml/read.ts';
import { programOf } from './foreign-keys.ts';
import { type FrontMatter, FrontMatterSchema, NO_FRONT_MATTER } from './front-matter.ts';
import { indentOpenValues } from './indent-open-values.ts';
import { hasEffect, isRevealOption, OPTION_NAMES } from './known-options.ts';

type Keys = Readonly<Record<string, unknown>>;
/** The keys of front matter that were written, and could be read. */
type WrittenKeys = Partial<FrontMatter>;

const KNOWN: readonly string[] = Object.keys(FrontMatterSchema.shape);
/** Without a pattern that can be read, a deck would be cut at other places than its author's: that is false. */
const CUTTING: ReadonlySet<string> = new Set(['separator', 'verticalSeparator', 'notesSeparator']);
/** Keys of other programs by which a deck is cut at its headings. */
const BY_HEADINGS = /^(slide-?level|headingDivider)$/i;
/** Blocks of Reveal's options, by the name other programs give them. */
const OPTION_BLOCKS = ['revealOptions', 'slideOptions'];

/**
 * Reads the front matter of a deck's first file. What means nothing here is told and left out: only a pattern that
 * would cut the deck wrongly, and what is no YAML, is an error.
 */
export function parseFrontMatter(file: string, yaml: string, report: Report): FrontMatter {
  return { ...NO_FRONT_MATTER, ...parseKeys({ file, text: yaml, firstLine: 2 }, report) };
}

/** The same without what stands for a key that is not written, from front matter or from a file of settings. */
export function parseKeys(source: YamlText, report: Report): WrittenKeys {
  if (source.text.trim() === '') return {};
  const schema = z.record(z.string(), z.json()).nullable();
  const read = readYaml({ ...source, text: indentOpenValues(source.text) }, schema, report);
  if (!read?.value) return {};
  const options = takeOptions(read.value);
  reportUnknown(read.value, read, report);
  reportIdle(options, read, report);
  const own = Object.fromEntries(Object.entries(read.value).filter(([key]) => KNOWN.includes(key)));
  delete own['revealOptions'];
  const written = Object.keys(options).length > 0 ? { ...own, revealOptions: options } : own;
  const valid = takeValid(written, read, report);
  return Object.fromEntries(Object.entries(valid).filter(([key]) => key in written));
}

/** Reveal's options, from its own block and from the top of the front matter, where vscode-reveal has them. */
function takeOptions(keys: Keys): Keys {
  const blocks = OPTION_BLOCKS.map((name) => keys[name]).filter(isBlock);
  const loose = Object.entries(keys).filter(([key]) => isRevealOption(key) && !KNOWN.includes(key));
  return Object.assign({}, Object.fromEntries(loose), ...blocks);
}

function isBlock(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys of other programs in one notice, each other one by itself. */
function reportUnknown(keys: Keys, { placeOfKey }: LocatedYaml<unknown>, report: Report): void {
  const unknown = Object.keys(keys).filter(
    (key) =>
      !KNOWN.includes(key) && !BY_HEADINGS.test(key) && !isRevealOption(key) && !OPTION_BLOCKS.includes(key),
  );
  const foreign = unknown.filter((key) => programOf(key) !== undefined);
  const tell = (key: string, what: string, fix: string) =>
    report({ severity: 'notice', place: placeOfKey(key), what, fix });
  const [first] = foreign;
  if (first !== undefined) {
    const programs = [...new Set(foreign.map((key) => programOf(key)))].join(', ');
    const one = foreign.length === 1;
    tell(
      first,
      `${one ? 'a key' : 'keys'} of ${programs} ${one ? 'has' : 'have'} no meaning here: ${foreign.join(', ')}`,
      `Take ${one ? 'it' : 'them'} out, or leave ${one ? 'it' : 'them'} for the other program.`,
    );
  }
  for (const key of unknown.filter((one) => programOf(one) === undefined)) {
    const near = nearest(key, [...KNOWN, ...OPTION_NAMES]);
    const fix = near ? `Did you mean "${near}"?` : `It is left out. Known are ${KNOWN.join(', ')}.`;
    tell(key, `unknown key "${key}"`, fix);
  }
}

/** Options of Reveal that the page cannot follow, in one notice. */
function reportIdle(
  options: Keys,
  { value, placeOf, placeOfKey }: LocatedYaml<Keys | null>,
  report: Report,
): void {
  const tell = (name: string, what: string, fix: string) => {
    const block = OPTION_BLOCKS.find((one) => isBlock(value?.[one]) && name in value[one]);
    report({ severity: 'notice', place: block ? placeOf([block, name]) : placeOfKey(name), what, fix });
  };
  const names = Object.entries(options)
    .filter(([name, wanted]) => isRevealOption(name) && !hasEffect(name, wanted))
    .map(([name]) => name);
  const [first] = names;
  if (first !== undefined)
    tell(
      first,
      `these options of Reveal have no effect here: ${names.join(', ')}`,
      'Slides are laid out for every window; keys and addresses are the page’s own. Take them out.',
    );
  const unknown = Object.keys(options).filter((one) => !isRevealOption(one));
  const foreign = unknown.filter((name) => programOf(name) !== undefined);
  if (foreign[0] !== undefined)
    tell(
      foreign[0],
      `nothing here reads these options: ${foreign.join(', ')}`,
      'They are for plugins of reveal.js or other programs. Leave them, or take them out.',
    );
  for (const name of unknown.filter((one) => programOf(one) === undefined)) {
    const near = nearest(name, OPTION_NAMES);
    const fix = near ? `Did you mean "${near}"?` : 'It is handed on, and nothing here asks for it.';
    tell(name, `"${name}" is no option of Reveal`, fix);
  }
}

/** What of the keys holds a value that can be read; each other one is told and left out. */
function takeValid(written: Keys, { placeOf }: LocatedYaml<unknown>, report: Report): FrontMatter {
  const checked = FrontMatterSchema.safeParse(written);
  if (checked.success) return checked.data;
  const left: Record<string, unknown> = { ...written };
  for (const issue of checked.error.issues.flatMap(nearestBranch)) {
    const key = String(issue.path[0] ?? '');
    if (issue.code === 'unrecognized_keys' && isBlock(left[key])) {
      const inner = { ...left[key] };
      for (const name of issue.keys) delete inner[name];
      left[key] = inner;
      for (const name of issue.keys) {
        const near = nearest(name, ['display', 'text', 'strong']);
        report({
          severity: 'notice',
          place: placeOf([key, name]),
          what: `"${key}" has no "${name}"`,
          fix: near ? `Did you mean "${near}"?` : 'Known here: display, text, strong.',
        });
      }
      continue;
    }
    delete left[key];
    const { what, fix } = explain(issue, written);
    report({ severity: CUTTING.has(key) ? 'error' : 'notice', place: placeOf(issue.path), what, fix });
  }
  // Only what is wrong was taken away, and no key must be there.
  return FrontMatterSchema.safeParse(left).data ?? NO_FRONT_MATTER;
}
