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
 * only when tried again failed.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return withSomeTest({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  });
}

/** @param {Counts} counts */
function withSomeTest(counts) {
  return counts.passed + counts.failed + counts.skipped === 0 ? { ...counts, failed: 1 } : counts;
}
