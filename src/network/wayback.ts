import { z } from 'zod';
import { FetchError, type FetchOptions, fetchBounded } from './fetch-bounded.ts';

const Available = z.looseObject({
  archived_snapshots: z.looseObject({
    closest: z
      .looseObject({ available: z.boolean(), url: z.url(), timestamp: z.string().regex(/^\d{8}/) })
      .optional(),
  }),
});

/** A copy that the Wayback Machine holds. */
export interface ArchivedCopy {
  readonly url: string;
  /** Day of the copy, ISO. */
  readonly date: string;
}

/** The Wayback Machine's public interface. */
export const WAYBACK = 'https://archive.org/wayback/available';

/** The copy nearest to the day on which a work was read; undefined if the archive holds none or does not answer. */
export async function findArchived(
  url: string,
  accessed: string | undefined,
  options: FetchOptions & { readonly archive?: string } = {},
): Promise<ArchivedCopy | undefined> {
  const question = new URL(options.archive ?? WAYBACK);
  question.searchParams.set('url', url);
  if (accessed) question.searchParams.set('timestamp', accessed.replaceAll('-', ''));
  try {
    const { status, bytes } = await fetchBounded(question.href, options);
    if (status !== 200) return undefined;
    const read = Available.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    const closest = read.success ? read.data.archived_snapshots.closest : undefined;
    if (!closest?.available) return undefined;
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(closest.timestamp) ?? [];
    return { url: closest.url.replace(/^http:/, 'https:'), date: `${year}-${month}-${day}` };
  } catch (error) {
    if (error instanceof FetchError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
