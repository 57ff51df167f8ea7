import { race, readOptions, tell } from './measure.ts';
import { buildRuns } from './tools.ts';

// Whole processes, from the Markdown to the static page.
const options = readOptions(5);
const large = buildRuns(1000);
const small = buildRuns(20);
tell(
  [
    {
      title: 'Build of 1,000 slides',
      results: await race([large.orihon(), large.marp(), large.slidev()], options),
      goals: [
        { peer: 'marp', most: 1 },
        { peer: 'slidev', most: 1 / 5 },
      ],
    },
    {
      title: 'Build of 20 slides',
      results: await race([small.orihon(), small.marp()], options),
      goals: [],
    },
  ],
  options,
);
