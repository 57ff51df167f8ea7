import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/browser/find.ts';

// The deck is built and served by the tests themselves: in the same awkward zone as the unit tests.
process.env.TZ = 'America/Los_Angeles';

// Each worker reads this file again: it then takes the browser that the first reading found.
const { executablePath, args } = await findBrowser();
process.env.ORIHON_BROWSER = executablePath;

export default defineConfig({
  testDir: 'tests',
  testMatch: '{browser,security,faults}/**/*.spec.ts',
  globalSetup: './tests/browser/build.ts',
  testIgnore: process.env.ORIHON_LONG ? [] : '**/long/**',
  outputDir: 'test-results/browser',
  workers: 2,
  // Generous, for a busy machine: nothing here measures time.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  // Longer proofs of what a shorter test shows already: the other theme, the other control, the other pixel ratio.
  grepInvert: process.env.ORIHON_LONG ? /^$/ : /@long/,
  // Where a machine is shared a test may be tried again; the run's end names those that needed it. At home none is.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args },
    // Slides that glide cost a quarter of the time; journeys, motion and the long run have them.
    contextOptions: process.env.ORIHON_LONG ? {} : { reducedMotion: 'reduce' },
    timezoneId: 'America/Los_Angeles',
    // A page that is made anew for each test takes a fifth of the time; the long run has them.
    reuseContext: !process.env.ORIHON_LONG,
    // A visit would fetch the whole site once more; the tests of the kept copy allow it.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
});
