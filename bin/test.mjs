// Types, lint, unit tests and browser tests, on a clone with nothing installed yet. `--long` adds the long proofs.
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./test-steps.mjs')
    .then(({ runTests }) => runTests(process.argv.slice(2)))
    .then(
      (code) => {
        process.exitCode = code;
      },
      (error) => {
        console.error(error.name === 'SetUpError' ? error.message : error);
        process.exitCode = 1;
      },
    );
}
