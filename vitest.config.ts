import { defineConfig } from 'vitest/config';

// A zone west of Greenwich, where `new Date('1969-07-20')` shows the day before. Set before any worker starts.
process.env.TZ = 'America/Los_Angeles';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    setupFiles: ['tests/unit/runs.ts'],
    // Modules are pure but for caches: read once a worker instead of once a file.
    isolate: false,
    // On two cores one worker would be the default.
    maxWorkers: '100%',
    // Some tests run the command as users do, in a process of its own; a busy machine needs time for that.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
