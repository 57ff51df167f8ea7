import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBrowser } from '../src/browser/find.ts';
import { makeDeck } from './decks.ts';
import { race, readOptions, tell, timeNode } from './measure.ts';
import { serve } from './serve.ts';
import { PROGRAMS } from './tools.ts';

// The PDF again after one edit, from a deck that is shown: beside a fresh export of the same deck.
const EDITED = 'The glasshouse question';
const options = readOptions(5);
const { executablePath } = await findBrowser();
const ORIHON_BROWSER = executablePath;

/** Both are edited before each run; the one in `shown` is served. */
function contestant(name: string, deck: string) {
  const written = readFileSync(deck, 'utf8');
  const pdf = join(dirname(deck), 'deck.pdf');
  let count = 0;
  return {
    name,
    run: () => {
      count += 1;
      writeFileSync(deck, written.replace(EDITED, `${EDITED}, ${count}`));
      return timeNode([PROGRAMS.orihon(), 'export', deck, '--output', pdf], dirname(deck), {
        ORIHON_BROWSER,
      });
    },
  };
}

// The program that shows a deck has to find the same browser as the one that asks it.
process.env['ORIHON_BROWSER'] = executablePath;
const shown = makeDeck('orihon-shown', 'reveal', 20);
const served = await serve(
  (port) => [PROGRAMS.orihon(), 'start', shown, '--port', `${port}`, '--no-open'],
  dirname(shown),
);
try {
  tell(
    [
      {
        title: 'PDF of 20 slides again, after one edit of a deck that is shown',
        results: await race(
          [contestant('shown', shown), contestant('fresh', makeDeck('orihon', 'reveal', 20))],
          options,
        ),
        goals: [{ peer: 'fresh', most: 0.4 }],
      },
    ],
    options,
  );
} finally {
  await served.close();
}
