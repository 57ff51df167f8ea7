import type { Problem } from '../base/problem.ts';
import { listProblems, listShort } from '../report/terminal.ts';
import { makeSite, type Site } from '../site/site.ts';

/**
 * Compiles a deck and lists its errors; then the site is undefined.
 * @param notices whether what is no error is listed too, each in a line.
 */
export async function makeOrList(
  deck: string,
  { notes, notices = false }: { readonly notes: boolean; readonly notices?: boolean },
): Promise<Site | undefined> {
  const { site, problems, root } = await makeSite(deck, { notes });
  const errors = problems.filter(({ severity }) => severity === 'error');
  list(root, errors);
  if (!site) console.error(`${errors.length} errors; nothing was written.`);
  else if (notices && problems.length > 0) console.error(`${listShort(root, problems)}\n`);
  return site;
}

/** Lists problems with the lines around them, in colour where somebody sees it. */
export function list(root: string, problems: readonly Problem[]): void {
  const colour = process.stderr.isTTY && !process.env['NO_COLOR'];
  if (problems.length > 0) console.error(`${listProblems(root, problems, { colour })}\n`);
}
