import { z } from 'zod';
import { FIELDS } from './columns.ts';

/** `columns:` of a fence: which column of a table holds what, by their heads. */
export const ColumnsSchema = z.partialRecord(
  z.enum(FIELDS, `Fields are ${FIELDS.join(', ')}`),
  z.union([z.string(), z.number()]).transform(String),
);
