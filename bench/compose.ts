import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deckFolder, makeDeck } from './decks.ts';
import { race, readOptions, tell } from './measure.ts';

// What composing costs a build of 1,000 slides: processor time of whole processes, which a busy machine changes less.
const SLIDES = 1000;
const options = readOptions(7);
const deck = makeDeck('orihon', 'reveal', SLIDES);
const builder = fileURLToPath(new URL('./build-once.mjs', import.meta.url));

/** Builds the deck once, composed or not; its processor time, ms. */
async function build(composing: 'fully' | 'not'): Promise<number> {
  const out = join(deckFolder('orihon', SLIDES), `site-${composing}`);
  const args = [builder, deck, out, composing];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

const contestants = [
  { name: 'composed', run: () => build('fully') },
  { name: 'as written', run: () => build('not') },
];
tell(
  [
    {
      title: `Processor time of a build of ${SLIDES.toLocaleString('en')} slides, composed`,
      results: await race(contestants, options),
      goals: [{ peer: 'as written', most: 1.1 }],
    },
  ],
  options,
);
