import type { PDFDocument } from 'pdf-lib';
import { eachTag, readTags } from '../pdf/tag-tree.ts';
import { ARCHIVE_CONDITIONS } from './archive-conditions.ts';
import type { Condition, FoundCondition } from './condition.ts';
import { CONTENT_CONDITIONS } from './content-conditions.ts';
import { DOCUMENT_CONDITIONS } from './document-conditions.ts';
import { TAG_CONDITIONS } from './tag-conditions.ts';

/** Every condition that is tested, in the order of their numbers. */
export const CONDITIONS: readonly Condition[] = [
  ...CONTENT_CONDITIONS,
  ...TAG_CONDITIONS,
  ...DOCUMENT_CONDITIONS,
  ...ARCHIVE_CONDITIONS,
].sort((a, b) => a.standard.localeCompare(b.standard) * -1 || a.number.localeCompare(b.number));

/** What of a finished file keeps it from being PDF/UA-1 and PDF/A-3a, as far as a machine can tell. */
export function findConditions(pdf: PDFDocument): readonly FoundCondition[] {
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const file = { pdf, objects, tags: [...eachTag(readTags(pdf))] };
  return CONDITIONS.flatMap(({ number, standard, find }) =>
    [...find(file)].map((finding) => ({ ...finding, number, standard })),
  );
}

/** `Matterhorn 13-004` or `PDF/A 6.2.3`. */
export function nameCondition({ number, standard }: Pick<Condition, 'number' | 'standard'>): string {
  return `${standard === 'PDF/UA' ? 'Matterhorn' : standard} ${number}`;
}
