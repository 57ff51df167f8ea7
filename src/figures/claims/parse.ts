import { z } from 'zod';
import { wordsOf } from '../../base/words/choose-words.ts';
import type { Located } from '../../base/yaml/read.ts';
import { readYaml } from '../../base/yaml/read.ts';
import type { Fence, FigureContext } from '../../deck/figure.ts';

/** What a look at the documents may find. */
export const FINDINGS = ['confirmed', 'nuance', 'imprecise', 'contradicted', 'not-found', 'opinion'] as const;

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

const word = z.string().min(1).optional();

const ClaimsSchema = z.strictObject({
  headings: z.strictObject({ claim: word, documents: word, finding: word }).prefault({}),
  findings: z
    .strictObject({
      confirmed: word,
      nuance: word,
      imprecise: word,
      contradicted: word,
      'not-found': word,
      opinion: word,
    })
    .prefault({}),
  rows: z
    .array(
      z.strictObject({
        /** The words checked, with their quotation marks. */
        claim: z.string().min(1),
        /** Left out of every row, they make a list, where a sign says what was found of each. */
        documents: z.string().min(1).optional(),
        finding: z.enum(FINDINGS),
        /** Set in the accent: one row of a slide at most. */
        accent: z.boolean().default(false),
        sources: z.array(z.string()).max(3, 'Name the three weightiest sources at most').default([]),
      }),
    )
    .min(1, 'Write at least one row')
    .superRefine(checkRows),
  note: z.string().optional(),
});

type Written = z.infer<typeof ClaimsSchema>;
export type ClaimRow = Written['rows'][number];
export type Finding = ClaimRow['finding'];

/** Claims with every word that is shown beside them. */
export interface Claims extends Omit<Written, 'headings' | 'findings'> {
  readonly headings: Readonly<Record<'claim' | 'documents' | 'finding', string>>;
  readonly findings: Readonly<Record<Finding, string>>;
}

/** Words that its author leaves out are those of the deck's language. */
function withWords({ headings, findings, ...claims }: Written, lang: string): Claims {
  const words = wordsOf(lang);
  return {
    ...claims,
    headings: {
      claim: headings.claim ?? words.claim,
      documents: headings.documents ?? words.documents,
      finding: headings.finding ?? words.finding,
    },
    findings: {
      confirmed: findings.confirmed ?? words.confirmed,
      nuance: findings.nuance ?? words.nuance,
      imprecise: findings.imprecise ?? words.imprecise,
      contradicted: findings.contradicted ?? words.contradicted,
      'not-found': findings['not-found'] ?? words.notFound,
      opinion: findings.opinion ?? words.opinion,
    },
  };
}

/** Reads the body of a fence of claims; undefined if it holds an error (reported). */
export function parseClaims(fence: Fence, context: FigureContext): Located<Claims> | undefined {
  const { file, line, column } = fence.place;
  const source = { file, text: fence.body, firstLine: line, indent: column - 1 };
  const written = readYaml(source, ClaimsSchema, context.report);
  const claims = written && { ...written, value: withWords(written.value, context.lang) };
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
