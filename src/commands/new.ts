import { UsageError } from '../base/failure.ts';
import { newDeck } from '../site/new-deck.ts';
import { command } from './command.ts';

export const newCommand = command({
  name: 'new',
  takes: 'folder',
  says: 'write a small deck to begin with',
  options: {},
  run: ([path, ...more]) => {
    if (path === undefined || more.length > 0)
      throw new UsageError('Name the one folder to write, e.g. "new ../my-talk".');
    const files = newDeck(path).join(', ');
    const named = /\s/.test(path) ? `"${path}"` : path;
    const [start, check, print] = wordsOf(named);
    const next = `  ${start}    shows it, and each change as you save it\n  ${check}\n  ${print}`;
    console.log(`A small deck is in ${path}: ${files}. Next:\n\n${next}\n`);
    return 0;
  },
});

/** The next commands, as they are started where this one was: by npm from a clone, by npx, or installed. */
function wordsOf(deck: string): readonly [start: string, check: string, print: string] {
  const { npm_lifecycle_event: script, npm_command: npm } = process.env;
  if (npm === 'exec' || script === 'npx')
    return [`npx orihon start ${deck}`, `npx orihon check ${deck}`, `npx orihon export ${deck}`];
  return script === undefined
    ? [`orihon start ${deck}`, `orihon check ${deck}`, `orihon export ${deck}`]
    : [`npm start -- ${deck}`, `npm run check -- ${deck}`, `npm run export -- ${deck}`];
}
