#!/usr/bin/env node
// Runs before anything is installed. As old a syntax as node-version.mjs, so that the sentence can be said.
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./set-up.mjs')
    .then(({ importSource }) => importSource('cli.ts'))
    .then(({ main }) => main(process.argv.slice(2)))
    .then(
      (code) => {
        process.exitCode = code;
        // All is written and said. What still runs, the rest of a browser that died for one, would keep it waiting.
        process.stdout.write('', () => process.stderr.write('', () => process.exit()));
      },
      (error) => {
        console.error(error.name === 'SetUpError' ? error.message : error);
        process.exitCode = 1;
      },
    );
}
