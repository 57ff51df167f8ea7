import { z } from 'zod';
import type { Place, Report } from '../../base/problem.ts';
import { readYaml } from '../../base/yaml/read.ts';
import { type Source, type Sources, sourceOf } from './sources.ts';
import { WorkSchema } from './work.ts';

/** Works that other programs write hold keys of their own, which are left alone. */
const LOOSE = z.array(
  z.looseObject({ id: z.union([z.string(), z.number()]), type: z.string(), title: z.string().optional() }),
);
type Loose = z.infer<typeof LOOSE>[number];
const KEYS: ReadonlySet<string> = new Set(Object.keys(WorkSchema.shape));

/** Reads CSL-JSON, as Zotero and Pandoc export it. Problems have line and column. */
export function parseCslJson(file: string, json: string, report: Report): Sources {
  const located = readYaml({ file, text: json, firstLine: 1 }, LOOSE, report);
  return toSources(located?.value ?? [], (index) => located?.placeOf([index]) ?? start(file), report);
}

/** Works in CSL's form that another library made, e.g. of BibTeX. */
export function sourcesOfCsl(
  file: string,
  works: unknown,
  placeOf: (id: string) => Place,
  report: Report,
): Sources {
  const checked = LOOSE.safeParse(works);
  if (checked.success)
    return toSources(checked.data, (index) => placeOf(String(checked.data[index]?.id)), report);
  const list: readonly unknown[] = Array.isArray(works) ? works : [];
  for (const { path } of checked.error.issues) {
    const work = list[Number(path[0])];
    const id = typeof work === 'object' && work !== null ? String(Reflect.get(work, 'id')) : '';
    const fix = 'Every work needs a type.';
    report({
      severity: 'error',
      place: placeOf(id),
      what: `"${path.slice(1).join('.')}" is missing or wrong in ${file}`,
      fix,
    });
  }
  return new Map();
}

function start(file: string): Place {
  return { file, line: 1, column: 1 };
}

function toSources(works: readonly Loose[], placeOf: (index: number) => Place, report: Report): Sources {
  const sources = new Map<string, { source: Source; place: Place }>();
  for (const [index, work] of works.entries()) {
    const place = placeOf(index);
    const say = (severity: 'error' | 'notice', what: string, fix: string) =>
      report({ severity, place, what, fix });
    if (!work.title?.trim()) {
      // A library holds works that the deck does not cite: one that it cites is then an unknown one.
      say(
        'notice',
        `the work "${work.id}" has no title, and is left out`,
        'Give it one if the deck cites it.',
      );
      continue;
    }
    const checked = WorkSchema.safeParse({ ...knownKeys(work, say), id: keyOf(work) });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      say(
        'error',
        `"${issue?.path.join('.')}" of the work "${work.id}" cannot be used`,
        `${issue?.message}.`,
      );
      continue;
    }
    const source = sourceOf(checked.data);
    if (sources.has(source.id))
      say('error', `the source id "${work.id}" is used twice`, 'Give each work an id of its own.');
    else sources.set(source.id, { source, place });
  }
  return sources;
}

/** What a work is cited by: of one that Zotero names by its address in a library, its key. */
function keyOf({ id, 'citation-key': key }: Loose): string | number {
  return typeof key === 'string' && key !== '' && /^https?:/.test(String(id)) ? key : id;
}

const SMALL = { sub: '₀₁₂₃₄₅₆₇₈₉', sup: '⁰¹²³⁴⁵⁶⁷⁸⁹' } as const;

/** A text without the marks that CSL allows in it: letters have no slant in a list; small digits are digits of their own. */
function withoutMarks(text: string): string {
  return text
    .replace(/<(sub|sup)>(\d+)<\/\1>/g, (_, kind: keyof typeof SMALL, digits: string) =>
      [...digits].map((digit) => SMALL[kind][Number(digit)]).join(''),
    )
    .replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>/g, '');
}

/** The keys of CSL that hold something; a type that CSL does not know becomes a document. */
function knownKeys(work: Loose, say: (severity: 'notice', what: string, fix: string) => void): object {
  const known = Object.entries(work)
    .filter(([key, value]) => KEYS.has(key) && value !== '' && value !== null)
    .map(([key, value]) => [key, typeof value === 'string' ? withoutMarks(value) : value] as const);
  const type = WorkSchema.shape.type.safeParse(work.type);
  if (!type.success)
    say(
      'notice',
      `the type "${work.type}" of "${work.id}" has no heading of its own`,
      'It is listed as a document.',
    );
  return { ...Object.fromEntries(known), type: type.success ? type.data : 'document' };
}
