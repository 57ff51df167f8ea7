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
} as const;

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
    })
    .prefault({}),
  rows: z
    .array(
      z.strictObject({
        /** The words checked, with their quotation marks. */
        claim: z.string().min(1),
        documents: z.string().min(1),
        finding: z.enum(['confirmed', 'nuance', 'imprecise', 'contradicted', 'not-found']),
        /** Set in the accent: one row of a slide at most. */
        accent: z.boolean().default(false),
        sources: z.array(z.string()).max(3, 'Name the three weightiest sources at most').default([]),
      }),
    )
    .min(1, 'Write at least one row')
    .max(4, 'A slide holds four rows at most: put the others on a slide of their own'),
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
