import { findBrowser } from '../src/browser/find.ts';
import { race, readOptions, tell } from './measure.ts';
import { pdfRuns } from './tools.ts';

// Whole processes, from the Markdown to the PDF.
const options = readOptions(5);
const { executablePath } = await findBrowser();
const small = pdfRuns(20, executablePath);
const large = pdfRuns(1000, executablePath);
tell(
  [
    {
      title: 'PDF of 20 slides',
      results: await race([small.orihon(), small.marp(), small.slidev(), small.reveal()], options),
      goals: [
        { peer: 'marp', most: 0.9 },
        { peer: 'slidev', most: 1 / 3 },
      ],
    },
    {
      title: 'PDF of 1,000 slides (Slidev: not in ten minutes)',
      results: await race([large.orihon(), large.marp(), large.reveal()], {
        ...options,
        runs: Math.min(2, options.runs),
      }),
      goals: [
        { peer: 'marp', most: 1.1 },
        { peer: 'reveal', most: 1 },
      ],
    },
  ],
  options,
);
