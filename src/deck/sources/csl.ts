import { z } from 'zod';
import type { Place, Report } from '../../base/problem.ts';
import { readYaml } from '../../base/yaml/read.ts';
import { type Source, SourceSchema, type Sources, TYPES } from './sources.ts';

const text = z.union([z.string(), z.number()]);
const Name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
});
const Work = z.looseObject({
  id: text,
  type: z.string(),
  title: z.string(),
  'title-short': z.string().optional(),
  author: z.array(Name).optional(),
  publisher: z.string().optional(),
  'container-title': z.string().optional(),
  issued: z.looseObject({ 'date-parts': z.array(z.array(text)).optional() }).optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  language: z.string().optional(),
  note: z.string().optional(),
});
type Work = z.infer<typeof Work>;

const WORKS = z.array(Work);

/** CSL's other types, by the one of ours under whose heading they are listed. */
const LISTED_AS: Readonly<Record<string, Source['type']>> = {
  legal_case: 'legislation',
  'paper-conference': 'article-journal',
  review: 'article-journal',
  'review-book': 'article-journal',
  'entry-dictionary': 'entry-encyclopedia',
  classic: 'book',
  figure: 'graphic',
  motion_picture: 'broadcast',
  song: 'broadcast',
  periodical: 'article-magazine',
  personal_communication: 'interview',
};

/** Reads CSL-JSON, as Zotero and Pandoc export it. Problems have line and column. */
export function parseCslJson(file: string, json: string, report: Report): Sources {
  const located = readYaml({ file, text: json, firstLine: 1 }, WORKS, report);
  return toSources(located?.value ?? [], (index) => located?.placeOf([index]) ?? start(file), report);
}

/** Works in CSL's form that another library made, e.g. of BibTeX. */
export function sourcesOfCsl(
  file: string,
  works: unknown,
  placeOf: (id: string) => Place,
  report: Report,
): Sources {
  const checked = WORKS.safeParse(works);
  if (checked.success)
    return toSources(checked.data, (index) => placeOf(String(checked.data[index]?.id)), report);
  const list: readonly unknown[] = Array.isArray(works) ? works : [];
  for (const { path } of checked.error.issues) {
    const work = list[Number(path[0])];
    const id = typeof work === 'object' && work !== null ? String(Reflect.get(work, 'id')) : '';
    const fix = 'Every work needs a type and a title.';
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

function toSources(works: readonly Work[], placeOf: (index: number) => Place, report: Report): Sources {
  const sources = new Map<string, { source: Source; place: Place }>();
  for (const [index, work] of works.entries()) {
    const place = placeOf(index);
    const say = (severity: 'error' | 'notice', what: string, fix: string) =>
      report({ severity, place, what, fix });
    const checked = SourceSchema.safeParse(sourceOf(work, say));
    if (!checked.success) {
      const [issue] = checked.error.issues;
      say(
        'error',
        `"${issue?.path.join('.')}" of the work "${work.id}" cannot be used`,
        `${issue?.message}.`,
      );
    } else if (sources.has(checked.data.id))
      say('error', `the source id "${work.id}" is used twice`, 'Give each work an id of its own.');
    else sources.set(checked.data.id, { source: checked.data, place });
  }
  return sources;
}

function sourceOf(work: Work, say: (severity: 'notice', what: string, fix: string) => void) {
  const { id, title, publisher, language, note, URL, DOI } = work;
  const type = TYPES.find((known) => known === work.type) ?? LISTED_AS[work.type];
  if (!type)
    say(
      'notice',
      `the type "${work.type}" of "${id}" has no heading of its own`,
      'It is listed as a document.',
    );
  const parts = work.issued?.['date-parts']?.[0] ?? [];
  const issued = parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  if (work.issued && issued === '')
    say('notice', `the date of "${id}" is not in date-parts and is not shown`, 'Write it in its parts.');
  const author = work.author
    ?.map(({ family, given, literal }) => literal ?? [given, family].filter(Boolean).join(' '))
    .join(', ');
  const address = URL ?? (DOI && `https://doi.org/${DOI}`);
  return {
    id: String(id),
    type: type ?? 'document',
    title,
    ...(work['title-short'] && { 'title-short': work['title-short'] }),
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(work['container-title'] && { 'container-title': work['container-title'] }),
    ...(issued && { issued }),
    ...(address && { URL: address }),
    ...(language && { language }),
    ...(note && { note }),
  };
}
