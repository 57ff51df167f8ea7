import { z } from 'zod';
import type { Located } from '../../base/yaml/read.ts';
import { readYaml } from '../../base/yaml/read.ts';
import type { Fence, FigureContext } from '../../deck/figure.ts';

/** What a look at the documents may find, and the words for it. */
export const FINDINGS = {
  confirmed: 'Confirmed',
  nuance: 'With nuance',
  imprecise: 'Imprecise',
  contradicted: 'Contradicted',
  'not-found': 'Not found',
  opinion: 'An opinion',
} as const;

/** Rows that say what the documents say, and rows of a list, which only say what was found. */
const MOST = { told: 4, listed: 24 };

/** Rows that all say what the documents say are few; a list is long, and says it of none. */
function checkRows(
  rows: readonly { readonly documents?: string | undefined }[],
  context: z.RefinementCtx,
): void {
  const listed = isList(rows);
  const most = listed ? MOST.listed : MOST.told;
  if (rows.length > most)
    context.addIssue({
      ...{ code: 'too_big', origin: 'array', maximum: most, input: rows },
      message: `A slide holds ${listed ? most : 'four'} rows at most: put the others on a slide of their own`,
    });
  for (const [index, { documents }] of rows.entries())
    if (!listed && documents === undefined)
      context.addIssue({
        ...{ code: 'custom', path: [index], input: rows },
        message: 'Write "documents" too, as in the other rows',
      });
}

/** Whether no row says what the documents say: then they are a list with a sign for each. */
export function isList(rows: readonly { readonly documents?: string | undefined }[]): boolean {
  return rows.every(({ documents }) => documents === undefined);
}

const word = (preset: string) => z.string().min(1).default(preset);

const ClaimsSchema = z.strictObject({
  headings: z
    .strictObject({ claim: word('The claim'), documents: word('The documents'), finding: word('Finding') })
    .prefault({}),
  findings: z
    .strictObject({
      confirmed: word(FINDINGS.confirmed),
      nuance: word(FINDINGS.nuance),
      imprecise: word(FINDINGS.imprecise),
      contradicted: word(FINDINGS.contradicted),
      'not-found': word(FINDINGS['not-found']),
      opinion: word(FINDINGS.opinion),
    })
    .prefault({}),
  rows: z
    .array(
      z.strictObject({
        /** The words checked, with their quotation marks. */
        claim: z.string().min(1),
        /** Left out of every row, they make a list, where a sign says what was found of each. */
        documents: z.string().min(1).optional(),
        finding: z.enum(['confirmed', 'nuance', 'imprecise', 'contradicted', 'not-found', 'opinion']),
        /** Set in the accent: one row of a slide at most. */
        accent: z.boolean().default(false),
        sources: z.array(z.string()).max(3, 'Name the three weightiest sources at most').default([]),
      }),
    )
    .min(1, 'Write at least one row')
    .superRefine(checkRows),
  note: z.string().optional(),
});

export type Claims = z.infer<typeof ClaimsSchema>;
export type ClaimRow = Claims['rows'][number];
export type Finding = ClaimRow['finding'];

/** Reads the body of a fence of claims; undefined if it holds an error (reported). */
export function parseClaims(fence: Fence, context: FigureContext): Located<Claims> | undefined {
  const { file, line, column } = fence.place;
  const source = { file, text: fence.body, firstLine: line, indent: column - 1 };
  const claims = readYaml(source, ClaimsSchema, context.report);
  const second = claims?.value.rows.filter(({ accent }) => accent)[1];
  if (!claims || !second) return claims;
  context.report({
    severity: 'error',
    place: claims.placeOf(['rows', claims.value.rows.indexOf(second), 'accent']),
    what: 'a second row is set in the accent',
    fix: 'Keep "accent: true" on the one row that matters most.',
  });
  return undefined;
}
