import { sortProblems, strictly } from '../base/problem.ts';
import { command, oneDeck } from './command.ts';
import { compileSite, list } from './make-or-list.ts';

export const check = command({
  name: 'check',
  takes: '[deck]',
  says: 'list every problem, also what a browser measures',
  more: ['--json   --github   --quick   without a browser   --strict   every notice an error'],
  options: {
    json: { type: 'boolean' },
    github: { type: 'boolean' },
    quick: { type: 'boolean' },
    strict: { type: 'boolean' },
  },
  run: async (words, { json, github, quick, strict }) => {
    const deck = oneDeck(words);
    const { site, problems: read, root } = await compileSite(deck, { notes: true });
    const [{ measureDeck }, { checkWords }, { annotateProblems, problemsJson }] = await Promise.all([
      import('../check/measure-deck.ts'),
      import('../check/check-words.ts'),
      import('../report/terminal.ts'),
    ]);
    const measured = site && !quick ? await measureDeck(site, deck) : [];
    if (typeof measured === 'string') console.error(`Nothing was measured in a browser: ${measured}`);
    const found = sortProblems([...read, ...(typeof measured === 'string' ? [] : measured)]);
    const { meta, slides } = site?.deck ?? { slides: [] };
    const untranslated = meta ? checkWords(meta.lang, slides[0]?.place.file ?? deck) : [];
    const problems = sortProblems([...(strict ? strictly(found) : found), ...untranslated]);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const code = errors > 0 ? 1 : 0;
    if (json) {
      console.log(problemsJson(root, problems));
      return code;
    }
    await list(root, problems);
    if ((github || process.env['GITHUB_ACTIONS'] === 'true') && problems.length > 0)
      console.log(annotateProblems(root, problems));
    if (!site && !quick) console.error('Slides are measured in a browser once there is no error.');
    const counts = `${counted(errors, 'error')}, ${counted(problems.length - errors, 'notice')}.`;
    if (code === 0) console.log(counts);
    else console.error(counts);
    return code;
  },
});

/** `1 notice`, `2 notices`. */
function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
