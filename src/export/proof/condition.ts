import type { PDFDocument, PDFObject } from 'pdf-lib';
import type { Tag } from '../pdf/tag-tree.ts';

/** A condition under which a file does not conform, and how it is found. */
export interface Condition {
  /** Its number in the Matterhorn protocol 1.1, or the clause of ISO 19005-3. */
  readonly number: string;
  readonly standard: 'PDF/UA' | 'PDF/A';
  readonly find: (file: ReadFile) => Iterable<Finding>;
}

/** One place where a condition holds. */
export interface Finding {
  /** Number of the page, from 0; undefined where it is the file's. */
  readonly page?: number | undefined;
  readonly what: string;
}

export interface FoundCondition extends Finding {
  readonly number: string;
  readonly standard: Condition['standard'];
}

/** A file read once for all conditions. */
export interface ReadFile {
  readonly pdf: PDFDocument;
  /** Everything that has a number in the file, in order. */
  readonly objects: readonly PDFObject[];
  /** Every tag in reading order. */
  readonly tags: readonly Tag[];
}
