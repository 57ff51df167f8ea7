import { type Problem, strictly } from '../base/problem.ts';
import type { Site } from '../site/site.ts';

/**
 * Compiles a deck and lists its errors; then the site is undefined.
 * @param notices whether what is no error is listed too, each in a line.
 * @param strict whether a notice counts as an error.
 */
export async function makeOrList(
  deck: string,
  {
    notes,
    notices = false,
    strict = false,
  }: { readonly notes: boolean; readonly notices?: boolean; readonly strict?: boolean },
): Promise<Site | undefined> {
  const made = await compileSite(deck, { notes });
  const problems = strict ? strictly(made.problems) : made.problems;
  const site = strict && problems.length > 0 ? undefined : made.site;
  const { root } = made;
  const errors = problems.filter(({ severity }) => severity === 'error');
  await list(root, errors);
  if (!site) console.error(`${errors.length} errors; nothing was written.`);
  else if (notices && problems.length > 0) {
    const { listShort } = await import('../report/terminal.ts');
    console.error(`${listShort(root, problems)}\n`);
  }
  return site;
}

/** Compiles a deck, with its diagrams drawn. The compiler is loaded here: not every command has a use for it. */
export async function compileSite(
  deck: string,
  options: { readonly notes: boolean },
): ReturnType<typeof import('../site/site.ts').makeSite> {
  const [{ makeSite }, { drawDiagrams }] = await Promise.all([
    import('../site/site.ts'),
    import('../browser/draw-diagrams.ts'),
  ]);
  return makeSite(deck, { ...options, drawDiagrams });
}

/** Lists problems with the lines around them, in colour where somebody sees it. */
export async function list(root: string, problems: readonly Problem[]): Promise<void> {
  if (problems.length === 0) return;
  const { listProblems } = await import('../report/terminal.ts');
  const colour = process.stderr.isTTY && !process.env['NO_COLOR'];
  console.error(`${listProblems(root, problems, { colour })}\n`);
}
