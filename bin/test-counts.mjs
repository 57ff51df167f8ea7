/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts a report of vitest's JSON reporter. A file that broke down before its tests is one failure, and so is a
 * run that found no test.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return withSomeTest(counts);
}

/**
 * Counts a report of Playwright's JSON reporter. An error outside of any test is one failure. A test that passed
 * only when tried again passed; `namesOfUnsteady` names it.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return withSomeTest({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  });
}

/**
 * The tests of a report of Playwright's JSON reporter that passed only when tried again.
 *
 * @param {any} report
 * @returns {readonly string[]}
 */
export function namesOfUnsteady({ suites }) {
  /** @type {(suite: any) => string[]} */
  const namesIn = ({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter((/** @type {any} */ { tests }) =>
        tests.some((/** @type {any} */ { status }) => status === 'flaky'),
      )
      .map((/** @type {any} */ { file, line, title }) => `${file}:${line} ${title}`),
    ...inner.flatMap(namesIn),
  ];
  return suites.flatMap(namesIn);
}

/**
 * How long each file took, in a report of vitest's JSON reporter.
 *
 * @param {any} report
 * @returns {{ file: string, seconds: number }[]}
 */
export function timesOfVitest({ testResults }) {
  return testResults.map((/** @type {any} */ { name, startTime, endTime }) => ({
    file: name,
    seconds: (endTime - startTime) / 1000,
  }));
}

/**
 * How long the tests of each file took together, in a report of Playwright's JSON reporter.
 *
 * @param {any} report
 * @returns {{ file: string, seconds: number }[]}
 */
export function timesOfPlaywright({ config, suites }) {
  /** @type {(suite: any) => number} */
  const timeOf = ({ specs = [], suites: inner = [] }) =>
    specs
      .flatMap((/** @type {any} */ { tests }) => tests.flatMap((/** @type {any} */ test) => test.results))
      .reduce((/** @type {number} */ sum, /** @type {any} */ { duration }) => sum + duration, 0) +
    inner.map(timeOf).reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0);
  return suites.map((/** @type {any} */ suite) => ({
    file: `${config.rootDir}/${suite.file}`,
    seconds: timeOf(suite) / 1000,
  }));
}

/** @param {Counts} counts */
function withSomeTest(counts) {
  return counts.passed + counts.failed + counts.skipped === 0 ? { ...counts, failed: 1 } : counts;
}
